import { DecisionLog } from "../../../src/authorization/log/decision-log";
import { DECISION_LOG_DEFAULTS, type DecisionLogSettings } from "../../../src/authorization/log/decision-log-settings";
import type { Decided } from "../../../src/authorization/decision-point/decided";
import type { DecisionEntryEntity } from "../../../src/authorization/log/decision-entry.entity";
import type { GrantUse } from "../../../src/authorization/log/waiting-decision";
import { FixedClock } from "../../../src/kernel/clock";
import { person } from "../../support/house";

/** A store that can be made to fail: at all, or on entries about one subject. */
class Shelf {
  readonly entries: DecisionEntryEntity[] = [];
  readonly uses = new Map<string, GrantUse>();
  readonly writings: { readonly from: number; readonly to: number }[] = [];
  down = false;
  poison: string | null = null;
  /** How long a writing holds up the process. */
  milliseconds = 0;

  async write(entries: readonly DecisionEntryEntity[], uses: ReadonlyMap<string, GrantUse>): Promise<void> {
    if (this.down || entries.some(({ subjectId }) => subjectId !== null && subjectId === this.poison))
      throw new Error("not written");
    const from = performance.now();
    while (performance.now() - from < this.milliseconds);
    this.writings.push({ from, to: performance.now() });
    this.entries.push(...entries);
    for (const [id, use] of uses) this.uses.set(id, use);
  }

  async ping(): Promise<void> {
    if (this.down) throw new Error("down");
  }

  async deleteBefore(): Promise<number> {
    return 0;
  }
}

function made(allowed: boolean, subject = "somebody", changes: Partial<Decided["question"]> = {}): Decided {
  const question = {
    company: "acme",
    subject,
    action: "send",
    resource: "commitment",
    locale: "en",
    ...changes,
  } as const;
  const answer = {
    allowed,
    code: allowed ? "ALLOWED" : "NO_GRANT",
    companyId: "c1",
    subjectId: subject,
    missed: allowed ? [] : ["NO_GRANT"],
    grantId: allowed ? "g1" : null,
    policyRevision: 7,
  };
  const parts = {
    asker: person("asker@acme.test"),
    question,
    purpose: "question",
    milliseconds: 1,
    cached: null,
  } as const;
  return { ...parts, decision: answer as unknown as Decided["decision"] };
}

function logOf(settings: Partial<DecisionLogSettings> = {}, random = () => 0.5) {
  const shelf = new Shelf();
  const problems: unknown[] = [];
  const clock = new FixedClock("2026-11-24T09:00:00.000Z");
  const all = { ...DECISION_LOG_DEFAULTS, flushMilliseconds: 10_000, ...settings };
  const log = new DecisionLog(shelf as never, all, clock, (error) => problems.push(error), random);
  return { shelf, log, clock, problems };
}

describe("the decision log", () => {
  it("leaves the process to requests for as long as it took it", async () => {
    const { log, shelf } = logOf();
    shelf.milliseconds = 20;
    for (let count = 0; count < 300; count++) log.decided(made(false));
    await log.flush();
    const pauses = shelf.writings.slice(1).map(({ from }, index) => from - (shelf.writings[index]?.to ?? from));
    expect(shelf.entries).toHaveLength(300);
    expect(pauses.length).toBeGreaterThan(1);
    // Timers are whole milliseconds.
    for (const pause of pauses) expect(pause).toBeGreaterThanOrEqual(18);
  });

  it("keeps who asked, about whom and what, what was answered and why", async () => {
    const { log, shelf } = logOf();
    log.decided(made(false, "ann", { traceId: "trace-0001", at: "2026-01-01T00:00:00.000Z" }));
    await log.close();
    expect(shelf.entries).toEqual([
      expect.objectContaining({
        companyId: "c1",
        at: "2026-11-24T09:00:00.000Z",
        askerKind: "person",
        asker: "asker@acme.test",
        subjectId: "ann",
        action: "send",
        resource: "commitment",
        allowed: false,
        code: "NO_GRANT",
        reasons: ["NO_GRANT"],
        policyRevision: 7,
        asOf: "2026-01-01T00:00:00.000Z",
        traceId: "trace-0001",
        enforced: false,
      }),
    ]);
  });

  it("writes by itself, soon", async () => {
    const { log, shelf } = logOf({ flushMilliseconds: 5 });
    log.decided(made(true));
    expect(shelf.entries).toEqual([]);
    while (shelf.entries.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    log.decided(made(false));
    while (shelf.entries.length === 1) await new Promise((resolve) => setTimeout(resolve, 5));
    await log.close();
  });

  it.each([
    ["complete", 200, 100],
    ["sample", 150, 100],
    ["denied", 100, 100],
    ["off", 0, 0],
  ] as const)("keeps every denial in the mode %s, unless it is off", async (mode, kept, denials) => {
    let turn = 0;
    const { log, shelf } = logOf({ mode, samplePercent: 50 }, () => (turn++ % 2 === 0 ? 0.1 : 0.9));
    for (let index = 0; index < 100; index += 1) for (const allowed of [true, false]) log.decided(made(allowed));
    await log.close();
    expect(shelf.entries).toHaveLength(kept);
    expect(shelf.entries.filter(({ allowed }) => !allowed)).toHaveLength(denials);
    expect([...shelf.uses.keys()]).toEqual(["g1"]);
  });

  it("is bounded: what finds no room is counted, and denials find it longest", async () => {
    const { log, shelf } = logOf({ bufferEntries: 100 });
    for (let index = 0; index < 120; index += 1) log.decided(made(true));
    for (let index = 0; index < 20; index += 1) log.decided(made(false));
    expect(log.state).toMatchObject({ waiting: 100, lostAllowed: 30, lostDenied: 10 });
    await log.close();
    expect(shelf.entries).toHaveLength(100);
  });

  it("waits for a database that is away, tells its lag, and loses nothing when it returns", async () => {
    const { log, shelf, clock, problems } = logOf();
    shelf.down = true;
    for (let index = 0; index < 600; index += 1) log.decided(made(index % 2 === 0));
    await log.flush();
    clock.advance(3000);
    expect(log.state).toMatchObject({ waiting: 600, lagMilliseconds: 3000, written: 0, failures: 1 });
    expect(problems).toHaveLength(1);
    shelf.down = false;
    await log.close();
    expect(shelf.entries.map(({ allowed }) => allowed)).toEqual(Array.from({ length: 600 }, (_, i) => i % 2 === 0));
    expect(log.state).toMatchObject({ waiting: 0, lagMilliseconds: 0, written: 600, lostAllowed: 0, lostDenied: 0 });
  });

  it("gives up the one entry that no database takes, and no other", async () => {
    const { log, shelf } = logOf();
    shelf.poison = "bad";
    for (let index = 0; index < 40; index += 1) log.decided(made(false, index === 17 ? "bad" : `s${index}`));
    await log.close();
    expect(shelf.entries).toHaveLength(39);
    expect(log.state).toMatchObject({ written: 39, lostDenied: 1 });
  });

  it("tells what it could not write before it closed", async () => {
    const { log, shelf, problems } = logOf();
    shelf.down = true;
    log.decided(made(true));
    await log.close();
    expect(log.state).toMatchObject({ waiting: 0, lostAllowed: 1 });
    expect(String(problems.at(-1))).toContain("1 decisions could not be written");
  });

  it("bounds and cleans what a caller wrote", async () => {
    const { log, shelf } = logOf();
    log.decided(made(false, `x\0${"y".repeat(1000)}\ud800`));
    await log.close();
    const [entry] = shelf.entries;
    expect(entry!.subjectReference).toHaveLength(320);
    expect(entry!.subjectReference).not.toContain("\0");
  });

  it("counts as used what was enforced, or told a service about a record; a question of a person is none", async () => {
    const { log, shelf } = logOf();
    log.decided(made(true));
    await log.flush();
    expect(shelf.uses.get("g1")).toMatchObject({ lastUsedAt: null, lastAllowedAt: "2026-11-24T09:00:00.000Z" });
    log.decided({ ...made(true), purpose: "act" });
    log.decided(made(true));
    await log.flush();
    expect(shelf.uses.get("g1")).toMatchObject({ lastUsedAt: "2026-11-24T09:00:00.000Z" });
  });
});
