import fc from "fast-check";
import { saltOf } from "../../../src/authorization/cache/memory/company-records";
import { ID_WORDS, readId, spread } from "../../../src/authorization/cache/memory/id-words";
import { VerdictDirectory, verdictOf } from "../../../src/authorization/cache/memory/verdict-directory";
import { MemberPolicy } from "../../../src/policy/judgement/member-policy";
import type { CellVerdict } from "../../../src/policy/judgement/verdict-table";
import { factsOf, populate } from "../../../bench/population";
import { Chance } from "../../../bench/random";
import { runs } from "../../policy/runs";

/*
 * The directory against a Map of what was put, over few companies and members whose ids want the same places, e-mail
 * addresses among them. It may have forgotten; it may never say anything else than the Map.
 */

const AT = "2026-03-10T12:00:00.000Z";
const UNTIL = "2026-03-12T12:00:00.000Z";
const ASKED_AT = ["2026-03-10T11:59:59.999Z", AT, "2026-03-12T11:59:59.999Z", UNTIL];
const POOL = populate(2);
const TABLES = POOL.members.slice(0, 12).map((member) => new MemberPolicy(factsOf(POOL, member)));

/** Ids that want the same of 64 places where they are spread with the salt. */
function alike(count: number, seed: number, salt: number): string[] {
  const chance = new Chance(seed);
  const read = new Int32Array(ID_WORDS);
  const found: string[] = [];
  while (found.length < count) {
    const id = chance.id();
    if (readId(id, read) && (spread(read, 0, salt) & 63) === 3) found.push(id);
  }
  return found;
}

function saltFor(companyId: string): number {
  const read = new Int32Array(ID_WORDS);
  readId(companyId, read);
  return saltOf(read);
}

const UUIDS = alike(5, 1, 0);
const COMPANIES = [...UUIDS, "acme", "ACME"];
/** They want the same place in the first company. */
const MEMBERS = [
  ...alike(7, 2, saltFor(UUIDS[0] as string)),
  "aline@acme.test",
  "0190A3F2-7B4C-7D5E-8F60-123456789ABC",
  "",
];

const EVERYBODY = COMPANIES.length * MEMBERS.length;

interface Kept {
  readonly verdict: CellVerdict;
  readonly until: string | null;
}

const place = { company: fc.nat({ max: COMPANIES.length - 1 }), member: fc.nat({ max: MEMBERS.length - 1 }) };
const STEP = fc.oneof(
  fc.record({
    ...{ kind: fc.constant("put" as const), ...place, revision: fc.integer({ min: 1, max: 4 }) },
    ...{ table: fc.nat({ max: TABLES.length - 1 }), ends: fc.boolean() },
  }),
  fc.record({
    ...{ kind: fc.constant("ask" as const), ...place, revision: fc.integer({ min: 1, max: 4 }) },
    at: fc.constantFrom(...ASKED_AT),
  }),
);
type Step = typeof STEP extends fc.Arbitrary<infer T> ? T : never;

function renamed(policy: MemberPolicy, companyId: string, subjectId: string, until: string | null): MemberPolicy {
  const { facts, table } = policy;
  const subject = facts.subject && { ...facts.subject, companyId, subjectId };
  return {
    ...{ facts: { ...facts, at: AT, company: { ...facts.company, companyId }, subject } },
    ...{ table, validUntil: until },
  } as unknown as MemberPolicy;
}

/** What was put, by company, revision and member, and each company's newest revision. */
class Model {
  private readonly kept = new Map<string, Kept>();
  private readonly newest = new Map<string, number>();

  put(companyId: string, subjectId: string, revision: number, kept: Kept): void {
    this.kept.set(JSON.stringify([companyId, subjectId, revision]), kept);
    this.newest.set(companyId, Math.max(revision, this.newest.get(companyId) ?? 0));
  }

  ask(companyId: string, subjectId: string, revision: number, at: string): CellVerdict | null {
    const kept = this.kept.get(JSON.stringify([companyId, subjectId, revision]));
    if (!kept || at < AT || (kept.until !== null && at >= kept.until)) return null;
    return kept.verdict;
  }

  isNewest(companyId: string, revision: number): boolean {
    return revision >= (this.newest.get(companyId) ?? 0);
  }
}

type Check = (said: CellVerdict | null, right: CellVerdict | null) => void;

function run(steps: readonly Step[], most: number, check: Check): void {
  const forgets = most < EVERYBODY;
  const directory = new VerdictDirectory(most);
  const model = new Model();
  for (const step of steps) {
    const [companyId, subjectId] = [COMPANIES[step.company] as string, MEMBERS[step.member] as string];
    if (step.kind === "put") {
      const policy = TABLES[step.table] as MemberPolicy;
      const until = step.ends ? UNTIL : null;
      directory.put(step.revision, renamed(policy, companyId, subjectId, until));
      if (!forgets && !model.isNewest(companyId, step.revision)) continue;
      const verdict = policy.verdict("send", "commitment");
      model.put(companyId, subjectId, step.revision, { verdict, until });
      continue;
    }
    const { revision, at } = step;
    // Once the newest is forgotten, an older revision may be kept again: it answers for itself alone.
    const known = forgets || model.isNewest(companyId, revision);
    const right = known ? model.ask(companyId, subjectId, revision, at) : null;
    const tables = directory.tables(companyId, revision);
    check(directory.verdict(companyId, revision, subjectId, at, "send", "commitment"), right);
    check(tables && verdictOf(tables, subjectId, at, "send", "commitment"), right);
  }
}

const STEPS = fc.array(STEP, { minLength: 50, maxLength: 400 });

describe("the directory beside a map", () => {
  it("says the same where nothing has to be forgotten", () => {
    fc.assert(
      fc.property(STEPS, (steps) => run(steps, EVERYBODY, (said, right) => expect(said).toBe(right))),
      runs(100),
    );
  });

  it("says the same or nothing where it has to forget", () => {
    fc.assert(
      fc.property(STEPS, fc.integer({ min: 1, max: 12 }), (steps, most) =>
        run(steps, most, (said, right) => {
          if (said !== null) expect(said).toBe(right);
        }),
      ),
      runs(100),
    );
  });
});
