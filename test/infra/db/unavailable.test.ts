import { rmSync } from "node:fs";
import path from "node:path";
import { QueryFailedError } from "typeorm";
import { isUnavailable } from "../../../src/infra/db/constraint";
import { becomeOnlyServer } from "../../../src/infra/db/single-server";
import { stubServer } from "../../server/support/stub-server";
import { openTestDatabase, testFolder } from "../../support/database";

const failed = (code: string, message = "no") =>
  new QueryFailedError("SELECT 1", [], Object.assign(new Error(message), { code }));

describe("a database that cannot work just now", () => {
  it.each(["SQLITE_FULL", "SQLITE_IOERR_WRITE", "SQLITE_READONLY", "SQLITE_BUSY", "53100", "53300", "57P01", "08006"])(
    "is told by %s",
    (code) => {
      expect(isUnavailable(failed(code))).toBe(true);
    },
  );

  it.each(["SQLITE_CONSTRAINT_UNIQUE", "SQLITE_ERROR", "23505", "42601", "57014", "53"])(
    "is not told by %s",
    (code) => {
      expect(isUnavailable(failed(code))).toBe(false);
    },
  );

  it("is told by a connection that is lost", () => {
    expect(isUnavailable(Object.assign(new Error("connect"), { code: "ECONNREFUSED" }))).toBe(true);
    expect(isUnavailable(new Error("Connection terminated unexpectedly"))).toBe(true);
    expect([new Error("x"), null, undefined, "x"].map(isUnavailable)).toEqual([false, false, false, false]);
  });

  it("answers 503 UNAVAILABLE, and says when to come again", async () => {
    const stub = await stubServer();
    const answer = await stub.graphql("{ full }");
    expect([answer.status, answer.headers["retry-after"]]).toEqual([503, "5"]);
    expect(answer.errors?.[0]?.extensions).toEqual({ code: "UNAVAILABLE" });
    expect((await stub.graphql("{ viewer { kind } }")).status).toBe(200);
    await stub.app.close();
  });
});

describe("a database", () => {
  it("that a newer program has changed is not opened by an older one", async () => {
    const database = await openTestDatabase();
    await database.migrate();
    const newer = `INSERT INTO "migration" ("timestamp", "name") VALUES (2000000000000, 'Newer2000000000000')`;
    await database.write((manager) => manager.query(newer));
    await expect(database.migrate()).rejects.toMatchObject({
      code: "CONFIGURATION",
      message: expect.stringContaining("Newer2000000000000") as string,
    });
  });

  it("in a file has one server, until that has gone", () => {
    const file = path.join(testFolder(), "one-server.sqlite");
    const leave = becomeOnlyServer(file);
    expect(() => becomeOnlyServer(file, 0)).toThrow(/Another server works on/);
    leave();
    becomeOnlyServer(file, 0)();
    rmSync(`${file}.lock`);
  });
});
