import path from "node:path";
import { TABLES } from "../../../src/app";
import { Database } from "../../../src/infra/db/database";
import { SqliteConnection } from "../../../src/infra/db/sqlite/sqlite-connection";
import { testFolder, track } from "../../support/database";

test("statements are prepared once for all transactions; those of many rows are kept by none", async () => {
  const file = path.join(testFolder(), "ledgergate.sqlite");
  const database = track(await Database.open({ kind: "sqlite", file, ...TABLES }));
  const prepared = jest.spyOn(SqliteConnection.prototype, "prepare");
  const short = "SELECT 1";
  const long = `SELECT 1 WHERE 1 IN (${Array(3_000).fill("?").join(", ")})`;
  for (let turn = 0; turn < 3; turn++)
    await database.write(async (manager) => {
      await manager.query(short);
      await manager.query(long, Array(3_000).fill(turn));
    });
  const times = (sql: string) => prepared.mock.calls.filter(([text]) => text === sql).length;
  expect([times(short), times(long)]).toEqual([1, 3]);
  prepared.mockRestore();
});
