import { decide } from "../../src/policy/judgement/decide";
import type { CompanyFacts, RecordFacts, SubjectFacts } from "../../src/policy/model/facts";
import { MemberPolicy } from "../../src/policy/judgement/member-policy";
import { FEATURES, type Feature } from "../../src/policy/model/vocabulary";
import { approver, AT, company, grant, member, waiting } from "./facts-builder";

/* Direct export, two people, project users and vendor staff: what the domain says of them, by example. */

const usd = (minor: number) => ({ minor, currency: "USD" });
const policyOf = (subject: SubjectFacts | null, of: CompanyFacts = company()) =>
  new MemberPolicy({ company: of, subject, at: AT });
const answer = (policy: MemberPolicy, action: string, resource: Feature, over: Partial<RecordFacts> = {}) => {
  const { allowed, code } = decide(policy, { action, resource, record: waiting(resource, over) });
  return allowed ? "yes" : code;
};
const admin = (...tools: ("commitments" | "change_orders" | "project_admin" | "prime_contracts")[]) =>
  tools.map((tool) => ({ projectId: "tower", tool, level: "admin" as const }));
const manager = member({ projectLevels: admin("commitments", "change_orders", "project_admin", "prime_contracts") });

describe("direct export", () => {
  const open = (directExport: "off" | "without_workflow" | "with_workflow") =>
    policyOf(
      manager,
      company({}, Object.fromEntries(FEATURES.map((feature) => [feature, { exports: true, directExport }]))),
    );

  it("lets who may offer a commitment, change order or invoice send it, own ones too, without a tool level", () => {
    const on = open("without_workflow");
    for (const resource of ["commitment", "commitment_change_order", "subcontractor_invoice"] as const) {
      for (const state of ["draft", "unlinked", "awaiting"]) {
        expect(answer(on, "send", resource, { state, submittedBy: "aline" })).toBe("yes");
      }
      expect(answer(on, "send", resource, { state: "synced" })).toBe("RECORD_STATE");
      expect(answer(on, "send", resource, { project: "bridge" })).toBe("PROJECT_LEVEL_TOO_LOW");
      expect(answer(open("off"), "send", resource)).toBe("TOOL_LEVEL_TOO_LOW");
    }
  });

  it("is for those three features only, and for sending only", () => {
    for (const resource of ["project", "vendor", "cost_code", "prime_contract", "budget"] as const) {
      expect(answer(open("without_workflow"), "send", resource)).toBe("TOOL_LEVEL_TOO_LOW");
    }
    expect(answer(open("without_workflow"), "reject", "commitment")).toBe("TOOL_LEVEL_TOO_LOW");
  });

  it("waits for the workflow where the company asks for one", () => {
    expect(answer(open("with_workflow"), "send", "commitment", { workflowCompleted: true })).toBe("yes");
    for (const workflowCompleted of [undefined, null, false, "true", 1]) {
      expect(answer(open("with_workflow"), "send", "commitment", { workflowCompleted })).toBe("WORKFLOW_NOT_COMPLETED");
    }
  });

  it("needs both tools for a change order", () => {
    const half = policyOf(
      member({
        projectLevels: [...admin("commitments"), { projectId: "bridge", tool: "change_orders", level: "admin" }],
      }),
      company({}, { commitment_change_order: { directExport: "without_workflow" } }),
    );
    expect(answer(half, "send", "commitment_change_order")).not.toBe("yes");
    expect(answer(half, "submit", "commitment_change_order", { state: "draft" })).toBe("PROJECT_LEVEL_TOO_LOW");
  });
});

describe("two people above an amount", () => {
  const strict = policyOf(approver([grant("commitment")]), company({ twoPersonAbove: usd(10_000) }));
  it.each<[string, Partial<RecordFacts>, string]>([
    ["at the amount one is enough", { amount: usd(10_000) }, "yes"],
    ["above it one is not", { amount: usd(10_001) }, "SECOND_APPROVAL_NEEDED"],
    ["a deduction is as large as it is", { amount: usd(-10_001) }, "SECOND_APPROVAL_NEEDED"],
    ["a small deduction is small", { amount: usd(-10_000) }, "yes"],
    ["another approved first", { amount: usd(10_001), firstApprover: "chloe" }, "yes"],
    [
      "the submitter is no second one either",
      { amount: usd(10_001), firstApprover: "bruno" },
      "SECOND_APPROVAL_NEEDED",
    ],
    ["the same person is no second one", { amount: usd(10_001), firstApprover: "aline" }, "SECOND_APPROVAL_NEEDED"],
    [
      "an amount in another currency is not known to be small",
      { amount: { minor: 1, currency: "EUR" } },
      "NOT_EVALUABLE",
    ],
    ["an unknown amount is not small", { amount: undefined }, "NOT_EVALUABLE"],
    ["two people make an unknown amount good", { amount: undefined, firstApprover: "chloe" }, "yes"],
    ["an empty name is nobody", { amount: usd(10_001), firstApprover: "" }, "SECOND_APPROVAL_NEEDED"],
  ])("%s", (_name, over, expected) => {
    expect(answer(strict, "send", "commitment", over)).toBe(expected);
  });

  it("holds for direct exports too", () => {
    const direct = policyOf(
      manager,
      company({ twoPersonAbove: usd(10_000) }, { commitment: { directExport: "without_workflow" } }),
    );
    expect(answer(direct, "send", "commitment", { amount: usd(10_001) })).toBe("SECOND_APPROVAL_NEEDED");
    expect(answer(direct, "send", "commitment", { amount: usd(10_001), firstApprover: "chloe" })).toBe("yes");
    // Who submitted it is neither of the two, whoever else approved.
    const own = { submittedBy: "aline", amount: usd(10_001) };
    expect(answer(direct, "send", "commitment", own)).toBe("SECOND_APPROVAL_NEEDED");
    expect(answer(direct, "send", "commitment", { ...own, firstApprover: "bruno" })).toBe("SECOND_APPROVAL_NEEDED");
    expect(answer(direct, "send", "commitment", { ...own, amount: usd(10_000) })).toBe("yes");
  });

  it("does not keep anybody from rejecting", () => {
    expect(answer(strict, "reject", "commitment", { amount: usd(99_999_999) })).toBe("yes");
  });
});

describe("a project user", () => {
  const everything = company(
    {},
    Object.fromEntries(FEATURES.map((feature) => [feature, { exports: true, imports: true }])),
  );
  const can = (subject: SubjectFacts, action: string, state: string) =>
    FEATURES.filter(
      (one) => answer(policyOf(subject, everything), action, one, { state, submittedBy: "aline" }) === "yes",
    );

  it("offers what the project tools are for, whatever a connector may carry", () => {
    const offered = [
      "project",
      "commitment",
      "commitment_change_order",
      "subcontractor_invoice",
      "prime_contract",
      "prime_contract_change_order",
      "owner_invoice",
    ];
    expect(can(manager, "submit", "draft")).toEqual(offered);
    expect(can(manager, "resubmit", "rejected")).toEqual(offered);
    expect(can(manager, "retrieve", "awaiting")).toEqual(offered);
    expect(can(member({ directoryLevel: "admin" }), "submit", "draft")).toEqual(["cost_code", "vendor"]);
    expect(can(member({ toolLevel: "admin" }), "submit", "draft")).toEqual([]);
    expect(can(member(), "submit", "draft")).toEqual([]);
  });

  it("needs each tool for what is offered from it", () => {
    expect(can(member({ projectLevels: admin("commitments") }), "submit", "draft")).toEqual([
      "commitment",
      "subcontractor_invoice",
    ]);
    expect(can(member({ projectLevels: admin("prime_contracts") }), "submit", "draft")).toEqual([
      "prime_contract",
      "prime_contract_change_order",
      "owner_invoice",
    ]);
    expect(can(member({ projectLevels: admin("project_admin") }), "submit", "draft")).toEqual(["project"]);
  });

  it("unlinks projects and vendors on Standard, money only as an approver with the project, and nothing else", () => {
    const standard = member({ toolLevel: "standard", projectLevels: manager.projectLevels });
    expect(can(standard, "unlink", "synced")).toEqual(["project", "vendor"]);
    expect(can({ ...standard, canPushToAccounting: true }, "unlink", "synced")).toEqual([
      "cost_code",
      "project",
      "vendor",
      "commitment",
      "commitment_change_order",
      "subcontractor_invoice",
      "prime_contract_change_order",
      "owner_invoice",
    ]);
    expect(can(approver([], { directoryLevel: "admin" }), "unlink", "synced")).toEqual([
      "cost_code",
      "project",
      "vendor",
    ]);
  });

  it("links projects, vendors and cost codes, and archives the first two; whoever offers puts aside what was not sent", () => {
    const standard = member({ toolLevel: "standard" });
    expect(can(standard, "link", "staged")).toEqual(["cost_code", "project", "vendor"]);
    const offering = member({ directoryLevel: "admin", projectLevels: manager.projectLevels });
    expect(can(offering, "archive", "draft")).toEqual(
      can(offering, "submit", "draft").filter((one) => one !== "project" && one !== "vendor"),
    );
    expect(can(offering, "archive", "awaiting")).toEqual([]);
    expect(can(standard, "archive", "staged")).toEqual(["project", "vendor"]);
    expect(can(standard, "archive", "synced")).toEqual([]);
    expect(can(member({ toolLevel: "read_only" }), "link", "staged")).toEqual([]);
  });

  it("imports what is granted; payments ask for Admin on the tool", () => {
    const grants = FEATURES.map((feature) => grant(feature, { direction: "import" }));
    const without = FEATURES.filter((feature) => feature !== "commitment_payment");
    expect(can(member({ toolLevel: "standard", grants }), "import", "staged")).toEqual(without);
    expect(can(member({ toolLevel: "admin", grants }), "import", "staged")).toEqual([...FEATURES]);
    expect(can(member({ toolLevel: "admin" }), "import", "staged")).toEqual([]);
  });
});

describe("vendor staff", () => {
  const staff = (staffRole: SubjectFacts["staffRole"]) => policyOf(member({ kind: "staff", staffRole }));
  const rights = (policy: MemberPolicy) =>
    ["view", "configure", "grant_access", "administer", "review"].filter(
      (action) => decide(policy, { action, resource: "company" }).allowed,
    );

  it("set the company up as a specialist, and look on as a point of contact", () => {
    expect(rights(staff("specialist"))).toEqual(["view", "configure", "grant_access", "administer", "review"]);
    expect(rights(staff("point_of_contact"))).toEqual(["view", "review"]);
    expect(rights(staff(null))).toEqual([]);
  });

  it("never move a record, even with a member's levels", () => {
    const levels = { toolLevel: "admin", directoryLevel: "admin", canPushToAccounting: true } as const;
    const mighty = policyOf(member({ kind: "staff", staffRole: "specialist", ...levels }));
    expect(answer(mighty, "send", "commitment")).toBe("NOT_A_MEMBER");
    expect(answer(mighty, "import", "vendor", { state: "staged" })).toBe("NOT_A_MEMBER");
  });

  it("does not turn a member with a role in the books into staff", () => {
    expect(rights(policyOf(member({ staffRole: "specialist" })))).toEqual(["view"]);
  });
});

describe("a compiled policy", () => {
  const validity = (from: string | null, until: string | null) =>
    grant("commitment", { validFrom: from, validUntil: until });
  it.each<[string, SubjectFacts | null, string | null]>([
    ["nobody", null, null],
    ["open grants", approver([validity(null, null)]), null],
    ["a grant that begins", approver([validity("2026-04-01T00:00:00.000Z", null)]), "2026-04-01T00:00:00.000Z"],
    ["a grant that ends", approver([validity(null, "2026-05-01T00:00:00.000Z")]), "2026-05-01T00:00:00.000Z"],
    ["what is past", approver([validity("2025-01-01T00:00:00.000Z", "2025-02-01T00:00:00.000Z")]), null],
    ["exactly now", approver([validity(AT, AT)]), null],
    [
      "several, of which the nearest counts",
      approver([validity(null, "2026-09-01T00:00:00.000Z"), validity("2026-06-01T00:00:00.000Z", null)]),
      "2026-06-01T00:00:00.000Z",
    ],
    ["an assignment", member({ kind: "staff", assignedUntil: "2026-07-01T00:00:00.000Z" }), "2026-07-01T00:00:00.000Z"],
  ])("is good until the next boundary: %s", (_name, subject, expected) => {
    expect(policyOf(subject).validUntil).toBe(expected);
  });

  it("makes its ability once", () => {
    const policy = policyOf(approver([grant("commitment")]));
    expect(policy.ability()).toBe(policy.ability());
  });
});
