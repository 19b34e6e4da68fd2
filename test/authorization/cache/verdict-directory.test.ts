import { VerdictDirectory, verdictOf } from "../../../src/authorization/cache/memory/verdict-directory";
import { MemberPolicy } from "../../../src/policy/judgement/member-policy";
import type { Facts, GrantFacts } from "../../../src/policy/model/facts";
import { ACTIONS, RESOURCES } from "../../../src/policy/model/vocabulary";
import { factsOf, populate } from "../../../bench/population";

const population = populate(3);
const AT = "2026-03-10T12:00:00.000Z";
const LATER = "2026-03-11T12:00:00.000Z";

function policyOf(index: number, change: (facts: Facts) => Facts = (facts) => facts): MemberPolicy {
  const member = population.members[index];
  if (!member) throw new Error("No such member");
  return new MemberPolicy(change(factsOf(population, member)));
}

const idsOf = ({ facts }: MemberPolicy) => [facts.company.companyId, facts.subject?.subjectId ?? ""] as const;

function ask(directory: VerdictDirectory, policy: MemberPolicy, revision = 1, at = AT) {
  const [companyId, subjectId] = idsOf(policy);
  return directory.verdict(companyId, revision, subjectId, at, "send", "commitment");
}

/** All grants end at the instant. */
function endingAt(until: string) {
  return (facts: Facts): Facts => {
    if (!facts.subject) return facts;
    const grants = facts.subject.grants.map((grant): GrantFacts => ({ ...grant, validUntil: until }));
    return { ...facts, subject: { ...facts.subject, grants } };
  };
}

describe("the directory of verdicts", () => {
  it("says of every cell what the policy says, however many members lie side by side", () => {
    const directory = new VerdictDirectory(100);
    const policies = Array.from({ length: 20 }, (_, index) => policyOf(index));
    for (const policy of policies) directory.put(1, policy);
    for (const policy of policies) {
      const [companyId, subjectId] = idsOf(policy);
      for (const action of ACTIONS)
        for (const resource of RESOURCES)
          expect(directory.verdict(companyId, 1, subjectId, AT, action, resource)).toBe(
            policy.verdict(action, resource),
          );
    }
  });

  it("knows nothing of another revision, and a new one makes the company's tables stale at once", () => {
    const directory = new VerdictDirectory(100);
    const [first, second] = [policyOf(0), policyOf(1)];
    directory.put(1, first);
    directory.put(1, second);
    expect(ask(directory, first, 2)).toBeNull();
    directory.put(2, second);
    expect([ask(directory, first, 1), ask(directory, second, 1)]).toEqual([null, null]);
    expect(ask(directory, second, 2)).toBe(second.verdict("send", "commitment"));
  });

  it("never lets an older table replace newer ones", () => {
    const directory = new VerdictDirectory(100);
    const [first, second] = [policyOf(0), policyOf(1)];
    directory.put(2, first);
    directory.put(1, second);
    expect([ask(directory, first, 2), ask(directory, second, 2)]).toEqual([first.verdict("send", "commitment"), null]);
  });

  it("does not use a table before the instant it was made for, nor from its end on", () => {
    const directory = new VerdictDirectory(100);
    const index = population.members.findIndex(({ grants }) => grants.length > 0);
    const policy = policyOf(index, endingAt(LATER));
    directory.put(1, policy);
    expect(ask(directory, policy, 1, "2026-03-10T11:59:59.999Z")).toBeNull();
    expect(ask(directory, policy, 1, "2026-03-11T11:59:59.999Z")).not.toBeNull();
    expect(ask(directory, policy, 1, LATER)).toBeNull();
  });

  it("uses no table beyond the second that its end lies in, nor one whose end is no instant", () => {
    const ask = (validUntil: string | null, at: string) => {
      const directory = new VerdictDirectory(100);
      const policy = policyOf(0);
      directory.put(1, { facts: policy.facts, table: policy.table, validUntil } as MemberPolicy);
      const [companyId, subjectId] = idsOf(policy);
      return directory.verdict(companyId, 1, subjectId, at, "send", "commitment") !== null;
    };
    const [before, within] = ["2026-03-11T11:59:59.999Z", "2026-03-11T12:00:00.100Z"];
    expect([ask("2026-03-11T12:00:00.500Z", before), ask("2026-03-11T12:00:00.500Z", within)]).toEqual([true, false]);
    expect([ask("never", AT), ask("1969-01-01T00:00:00.000Z", AT), ask("", AT)]).toEqual([false, false, false]);
    const far = "2200-01-01T00:00:00.000Z";
    expect([ask(null, far), ask("2150-01-01T00:00:00.000Z", far), ask(far, LATER)]).toEqual([true, false, true]);
  });

  it("is bounded by members, and what is forgotten answers nobody who still holds it", () => {
    const directory = new VerdictDirectory(20);
    const first = policyOf(0);
    directory.put(1, first);
    const [companyId, subjectId] = idsOf(first);
    const held = directory.tables(companyId, 1);
    expect(held?.kept).toBe(true);
    for (let index = 20; index < 60; index++) directory.put(1, policyOf(index));
    expect(held?.kept).toBe(false);
    expect(held && verdictOf(held, subjectId, AT, "send", "commitment")).toBeNull();
    expect(ask(directory, first)).toBeNull();
  });

  it("answers whom the company was admitted for, in that era, until it changes or is forgotten", () => {
    const directory = new VerdictDirectory(20);
    const first = policyOf(0);
    directory.put(1, first);
    const [company, subject] = idsOf(first);
    const asked = (era: number, pass: number, feature = "commitment", action = "send") =>
      directory.admittedVerdict({ company, subject, action, resource: feature }, AT, era, pass);
    const admit = () => directory.admit(tablesOf(directory, company), 7, 2);
    expect(asked(7, 2)).toBeNull();
    admit();
    expect([asked(7, 2), asked(8, 2), asked(7, 3)]).toEqual([first.verdict("send", "commitment"), null, null]);
    expect([asked(7, 2, "nothing"), asked(7, 2, "commitment", "fly")]).toEqual(["never", "never"]);
    directory.withdraw(company);
    expect(asked(7, 2)).toBeNull();
    admit();
    expect(asked(7, 2)).not.toBeNull();
    const gone = tablesOf(directory, company);
    for (let index = 20; index < 60; index++) directory.put(1, policyOf(index));
    directory.admit(gone, 7, 2);
    expect(asked(7, 2)).toBeNull();
  });

  it("remembers strangers, who may do nothing, until they are members", () => {
    const directory = new VerdictDirectory(20);
    const [first, second] = [policyOf(0), policyOf(1)];
    directory.put(1, first);
    directory.putStranger(tablesOf(directory, idsOf(first)[0]), idsOf(second)[1]);
    for (const action of ACTIONS)
      for (const resource of RESOURCES)
        expect(directory.verdict(idsOf(first)[0], 1, idsOf(second)[1], AT, action, resource)).toBe("never");
    directory.put(1, second);
    expect(ask(directory, second)).toBe(second.verdict("send", "commitment"));
  });
});

function tablesOf(directory: VerdictDirectory, companyId: string) {
  const tables = directory.tables(companyId, 1);
  if (!tables) throw new Error("No tables.");
  return tables;
}
