import { DataSource } from "typeorm";
import { writerOptions } from "../../src/db/options";
import { testDatabaseOptions } from "../support/database";

/** A data source of the command line's kind on a migrated database. */
async function migrated(): Promise<DataSource> {
  return new DataSource(writerOptions(await testDatabaseOptions())).initialize();
}

describe("migrations", () => {
  test("leave nothing between the entities and the tables", async () => {
    const source = await migrated();
    const { upQueries } = await source.driver.createSchemaBuilder().log();
    await source.destroy();
    expect(upQueries.map(({ query }) => query)).toEqual([]);
  });

  test("go back and forth", async () => {
    const source = await migrated();
    await source.undoLastMigration();
    const again = await source.runMigrations();
    await source.destroy();
    expect(again.length).toBe(1);
  });
});
