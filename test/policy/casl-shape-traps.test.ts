import { createMongoAbility, subject } from "@casl/ability";
import { packRules, unpackRules } from "@casl/ability/extra";
import { abilityOf, allows, ruleFor } from "../../src/policy/judgement/ability";
import { alternatives } from "../../src/policy/model/condition";
import { decide, isAllowed } from "../../src/policy/judgement/decide";
import { MemberPolicy } from "../../src/policy/judgement/member-policy";
import { recordView } from "../../src/policy/model/record-view";
import { ACTIONS, FEATURES, RESOURCES } from "../../src/policy/model/vocabulary";
import { approver, AT, COMPANY, company, grant, waiting } from "./facts-builder";

/* The traps of raw CASL that lie in how it is asked, not in conditions; pairs as in casl-traps.test.ts. */

const scoped = new MemberPolicy({
  company: company(),
  subject: approver([grant("commitment", { projectIds: ["tower"] })]),
  at: AT,
});
const send = { action: "send", resource: "commitment" };

describe("asking about a type", () => {
  it("ignores conditions in CASL; we say so, and name every limit that remains", () => {
    const raw = createMongoAbility([{ action: "send", subject: "item", conditions: { companyId: "mine" } }]);
    expect(raw.can("send", "item")).toBe(true);
    const decision = decide(scoped, send);
    expect(decision.allowed).toBe(true);
    expect(decision.limits.map(({ code }) => code)).toEqual([
      "OUT_OF_PROJECT_SCOPE",
      "OWN_RECORD",
      "RECORD_STATE",
      "PREREQUISITE_NOT_SYNCED",
    ]);
    expect(scoped.verdict("send", "commitment")).toBe("ask");
  });
});

describe("plain objects, copies and classes", () => {
  class Item {
    constructor(readonly companyId: string) {}
  }

  it("are not recognised by CASL without a tag; ours carry theirs in a field, which copies and JSON keep", () => {
    const raw = createMongoAbility([{ action: "send", subject: "item" }]);
    const tagged = subject("item", { companyId: COMPANY });
    expect([raw.can("send", tagged), raw.can("send", { ...tagged }), raw.can("send", { companyId: COMPANY })]).toEqual([
      true,
      false,
      false,
    ]);
    const view = recordView(waiting("commitment"));
    for (const copy of [view, { ...view }, JSON.parse(JSON.stringify(view)) as typeof view]) {
      expect(allows(scoped.ability(), "send", copy)).toBe(true);
    }
  });

  it("are mixed up by CASL once classes and names meet; we fix how a subject is recognised", () => {
    const classes = createMongoAbility([{ action: "send", subject: Item }]);
    expect(classes.can("send", new Item(COMPANY))).toBe(true);
    const mixed = createMongoAbility([
      { action: "send", subject: Item },
      { action: "view", subject: "all" },
    ]);
    expect(mixed.can("send", new Item(COMPANY))).toBe(false);
    const ours = abilityOf([ruleFor(COMPANY, "send", "commitment", []), ruleFor(COMPANY, "view", "company", [])]);
    const view = Object.assign(new Item(COMPANY), recordView(waiting("commitment")));
    expect(allows(ours, "send", view)).toBe(true);
    expect(allows(ours, "view", view)).toBe(false);
  });

  it("cannot be tagged when frozen, nor tagged twice; our facts may be frozen, and asked about again", () => {
    expect(() => subject("item", Object.freeze({ a: 1 }))).toThrow(/not extensible/);
    expect(() => subject("other", subject("item", { a: 1 }) as never)).toThrow(/previously/);
    const frozen = Object.freeze(waiting("commitment"));
    expect(isAllowed(scoped, { ...send, record: frozen })).toBe(true);
    expect(isAllowed(scoped, { action: "send", resource: "project", record: frozen })).toBe(false);
    expect(isAllowed(scoped, { ...send, record: frozen })).toBe(true);
  });

  it("make CASL throw when they have no prototype; ours are read field by field", () => {
    const raw = createMongoAbility([{ action: "send", subject: "item" }]);
    const bare = Object.assign(Object.create(null) as object, waiting("commitment"));
    expect(() => raw.can("send", bare)).toThrow();
    expect(isAllowed(scoped, { ...send, record: bare })).toBe(true);
  });
});

describe("the order of rules", () => {
  const may = { action: "send", subject: "item" };
  const mayNot = { action: "send", subject: "item", inverted: true, conditions: { locked: true } };

  it("decides in CASL when a prohibition stands among them; ours are positive and commute", () => {
    const locked = subject("item", { locked: true });
    expect(createMongoAbility([mayNot, may]).can("send", locked)).toBe(true);
    expect(createMongoAbility([may, mayNot]).can("send", locked)).toBe(false);
    const rules = scoped.rules();
    const forwards = abilityOf(rules);
    const backwards = abilityOf([...rules].reverse());
    for (const project of ["tower", "bridge"]) {
      const view = recordView(waiting("commitment", { project }));
      expect(allows(backwards, "send", view)).toBe(allows(forwards, "send", view));
    }
  });

  it("and fields make CASL answer without looking at them; we have no rules by field", () => {
    const raw = createMongoAbility([may, { action: "send", subject: "item", fields: ["amount"], inverted: true }]);
    expect(raw.can("send", subject("item", {}))).toBe(true);
    expect(scoped.rules().filter(({ fields }) => fields !== undefined)).toEqual([]);
  });
});

describe("names", () => {
  it("are split at a comma by packRules; none of ours has one", () => {
    const [rule] = unpackRules(packRules([{ action: "send", subject: "Credit,Note" }]));
    expect(rule?.subject).toEqual(["Credit", "Note"]);
    for (const name of [...ACTIONS, ...RESOURCES]) expect(name).toMatch(/^[a-z_]+$/);
  });

  it("with a typing error are a silent no in CASL; we say UNKNOWN_ACTION and UNKNOWN_RESOURCE", () => {
    const raw = createMongoAbility([{ action: "send", subject: "item" }]);
    expect(raw.can("sned", "item")).toBe(false);
    expect(decide(scoped, { ...send, action: "sned" }).code).toBe("UNKNOWN_ACTION");
    expect(decide(scoped, { ...send, resource: "comitment" }).code).toBe("UNKNOWN_RESOURCE");
  });

  it("of everything (manage, all) mean everything in CASL; to us they are unknown", () => {
    const raw = createMongoAbility([{ action: "manage", subject: "all" }]);
    expect(raw.can("whatever", "anything")).toBe(true);
    expect(decide(scoped, { action: "manage", resource: "all" }).code).toBe("UNKNOWN_ACTION");
    for (const rule of scoped.rules()) {
      expect([rule.action, rule.subject]).not.toEqual(expect.arrayContaining(["manage"]));
      expect(rule.subject).not.toBe("all");
    }
  });
});

describe("a refusal", () => {
  it("has no reason in CASL when nothing matched; ours always has one", () => {
    const raw = createMongoAbility([{ action: "send", subject: "item", conditions: { project: "tower" } }]);
    expect(raw.relevantRuleFor("send", subject("item", { project: "bridge" }))).toBeNull();
    const decision = decide(scoped, { ...send, record: waiting("commitment", { project: "bridge" }) });
    expect(decision.code).toBe("OUT_OF_PROJECT_SCOPE");
    for (const resource of FEATURES) {
      for (const action of ACTIONS) {
        const { allowed, code } = decide(scoped, { action, resource });
        expect(code === "ALLOWED").toBe(allowed);
      }
    }
  });
});

describe("changing a rule after the fact", () => {
  it("changes CASL's answers until the first question; our rules keep nothing of what they were made from", () => {
    const conditions = { companyId: "mine" };
    const raw = createMongoAbility([{ action: "send", subject: "item", conditions }]);
    conditions.companyId = "yours";
    expect(raw.can("send", subject("item", { companyId: "yours" }))).toBe(true);

    const projectIds = ["tower"];
    const policy = new MemberPolicy({
      company: company(),
      subject: approver([grant("commitment", { projectIds })]),
      at: AT,
    });
    policy.ability();
    projectIds[0] = "bridge";
    expect(isAllowed(policy, { ...send, record: waiting("commitment", { project: "bridge" }) })).toBe(false);
    expect(isAllowed(policy, { ...send, record: waiting("commitment", { project: "tower" }) })).toBe(true);

    const values = ["draft"];
    const [parts = []] = alternatives({ kind: "in", fact: "state", values });
    const ability = abilityOf([ruleFor(COMPANY, "send", "commitment", parts)]);
    values[0] = "awaiting";
    expect(allows(ability, "send", recordView(waiting("commitment")))).toBe(false);
  });
});
