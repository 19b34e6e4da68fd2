import { CompanyEntity } from "../../../src/tenant/companies/company.entity";
import type { Database } from "../../../src/infra/db/database";
import { currentSignal, OperationTimedOut, wantedUntil } from "../../../src/kernel/deadline";
import { openTestDatabase, TEST_KIND } from "../../support/database";
import { aCompany } from "../../support/rows";

let database: Database;

beforeAll(async () => {
  database = await openTestDatabase({ poolSize: 4 });
});

const rows = () => database.read().countBy(CompanyEntity, {});

/** A statement that takes a minute where nobody ends it. */
const LONG = TEST_KIND === "postgres" ? "SELECT pg_sleep(60)" : "SELECT 1";

describe("a database's work that nobody waits for any more", () => {
  it("keeps nothing of a transaction, whatever of it was done", async () => {
    const abort = new AbortController();
    const work = wantedUntil(abort.signal, () =>
      database.write(async (manager) => {
        await aCompany(manager, { slug: "half" });
        abort.abort();
        // Nothing that is caught makes it good again.
        await manager.query("SELECT 1").catch(() => undefined);
      }),
    );
    await expect(work).rejects.toBeInstanceOf(OperationTimedOut);
    expect(await rows()).toBe(0);
  });

  it("is not committed where it ends with its last statement", async () => {
    const abort = new AbortController();
    const work = wantedUntil(abort.signal, () =>
      database.write(async (manager) => {
        await aCompany(manager, { slug: "late" });
        abort.abort();
      }),
    );
    await expect(work).rejects.toBeInstanceOf(OperationTimedOut);
    expect(await rows()).toBe(0);
  });

  it("does not begin where its turn comes too late", async () => {
    const abort = new AbortController();
    let begun = false;
    const first = database.write(async () => abort.abort());
    const second = wantedUntil(abort.signal, () => database.write(async () => void (begun = true)));
    await first;
    if (TEST_KIND === "sqlite") {
      await expect(second).rejects.toBeInstanceOf(OperationTimedOut);
      expect(begun).toBe(false);
    } else await second.catch(() => undefined);
  });

  it("ends a statement that runs, and leaves its connection to others", async () => {
    const began = Date.now();
    for (let round = 0; round < 6; round += 1) {
      const abort = new AbortController();
      const reading = wantedUntil(abort.signal, () => database.read().query(LONG));
      const writing = wantedUntil(abort.signal, () => database.write((manager) => manager.query(LONG)));
      const outcomes = Promise.allSettled([reading, writing]);
      setTimeout(() => abort.abort(), 50);
      const ended = (await outcomes).map((one) => (one.status === "rejected" ? (one.reason as unknown) : "done"));
      if (TEST_KIND === "postgres")
        expect(ended).toEqual([expect.any(OperationTimedOut), expect.any(OperationTimedOut)]);
    }
    expect(Date.now() - began).toBeLessThan(50_000);
    expect(await rows()).toBe(0);
  });

  it("leaves what is told after a commit to go on by itself", async () => {
    const abort = new AbortController();
    const told = new Promise<AbortSignal | undefined>((resolve) => {
      void wantedUntil(abort.signal, () =>
        database.write(async (manager) => {
          await aCompany(manager, { slug: "kept" });
          database.afterCommit(() => resolve(currentSignal()));
        }),
      );
    });
    expect(await told).toBeUndefined();
    expect(await rows()).toBe(1);
  });
});
