import { createMongoAbility, type MongoAbility, type RawRuleOf } from "@casl/ability";
import { unpackRules, type PackRule } from "@casl/ability/extra";
import fc from "fast-check";
import { decide, isAllowed } from "../../src/policy/judgement/decide";
import { MemberPolicy } from "../../src/policy/judgement/member-policy";
import type { GateCode } from "../../src/policy/model/vocabulary";
import { ACTIONS_ASKED, divided, everyRecord, FEATURES_ASKED, opened } from "./divided-company";
import { oracleAllows } from "./oracle";
import { runs } from "./runs";

const OF_LEDGER: readonly (GateCode | "ALLOWED")[] = ["EDITION_NOT_SUPPORTED", "CONNECTION_NOT_AUTHORISED"];

describe("a question without a record, in a company of several ledgers", () => {
  it("is open exactly where some record would pass, in every form of the answer", () => {
    const seen = { open: 0, shut: 0 };
    fc.assert(
      fc.property(divided(), (facts) => {
        const policy = new MemberPolicy(facts);
        const browser = createMongoAbility(unpackRules(policy.packedRules() as PackRule<RawRuleOf<MongoAbility>>[]));
        for (const resource of FEATURES_ASKED) {
          const records = everyRecord(resource);
          for (const action of ACTIONS_ASKED) {
            const { allowed, gates } = decide(policy, { action, resource });
            const one = records.some((record) => isAllowed(policy, { action, resource, record }));
            const says = {
              one,
              allowed,
              gates: gates.every(({ passed }) => passed),
              isAllowed: isAllowed(policy, { action, resource }),
              table: policy.verdict(action, resource) !== "never",
              browser: browser.can(action, resource),
              oracle: oracleAllows(facts, action, resource, null),
            };
            if (new Set(Object.values(says)).size > 1) expect({ action, resource, says }).toBe("one answer");
            seen[one ? "open" : "shut"] += 1;
          }
        }
      }),
      runs(80),
    );
    expect(Math.min(seen.open, seen.shut)).toBeGreaterThan(200);
  });

  it("is refused for the ledger, where nothing but the ledger is missing", () => {
    let shut = 0;
    fc.assert(
      fc.property(divided(), (facts) => {
        const now = new MemberPolicy(facts);
        const then = new MemberPolicy({ ...facts, company: opened(facts.company) });
        for (const resource of FEATURES_ASKED)
          for (const action of ACTIONS_ASKED) {
            if (isAllowed(now, { action, resource }) || !isAllowed(then, { action, resource })) continue;
            const missed = decide(now, { action, resource }).gates.filter(({ passed }) => !passed);
            for (const { code } of missed) expect(OF_LEDGER).toContain(code);
            shut += 1;
          }
      }),
      runs(80),
    );
    expect(shut).toBeGreaterThan(50);
  });
});
