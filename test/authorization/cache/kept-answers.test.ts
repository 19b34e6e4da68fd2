import type { Answer } from "../../../src/authorization/cache/answer";
import { answerKey, KeptAnswers } from "../../../src/authorization/cache/memory/kept-answers";
import { MemberPolicy } from "../../../src/policy/judgement/member-policy";
import type { Question } from "../../../src/policy/ports";
import { factsOf, populate } from "../../../bench/population";

const population = populate(1);
const [member] = population.members;
if (!member) throw new Error("Nobody there");
const policyNow = () => new MemberPolicy(factsOf(population, member));
const QUESTION: Question = { company: "c", subject: "s", action: "send", resource: "commitment", locale: "en" };
const answer = (name: string) => ({ name }) as unknown as Answer;

describe("answers that are kept", () => {
  it("are good for the very policy that they were given from", () => {
    const kept = new KeptAnswers(10);
    const policy = policyNow();
    kept.keep("k", policy, answer("one"));
    expect(kept.find("k", policy)).toEqual({ name: "one" });
    expect(kept.find("k", policyNow())).toBeNull();
  });

  it("are bounded", () => {
    const kept = new KeptAnswers(2);
    const policy = policyNow();
    for (const key of ["a", "b", "c"]) kept.keep(key, policy, answer(key));
    expect(["a", "b", "c"].map((key) => kept.find(key, policy) !== null)).toEqual([false, true, true]);
  });

  it("are told apart by all that changes an answer", () => {
    const policy = policyNow();
    const variants: readonly Partial<Question>[] = [
      {},
      { action: "view" },
      { resource: "vendor" },
      { locale: "fr" },
      { record: {} },
    ];
    const keys = variants.map((change) => answerKey(policy, { ...QUESTION, ...change }));
    expect(new Set(keys).size).toBe(variants.length);
  });
});
