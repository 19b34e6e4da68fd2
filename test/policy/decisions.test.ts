import { decide, type Asked } from "../../src/policy/judgement/decide";
import type { CompanyFacts, RecordFacts, SubjectFacts } from "../../src/policy/model/facts";
import { MemberPolicy } from "../../src/policy/judgement/member-policy";
import type { GateCode } from "../../src/policy/model/vocabulary";
import { approver, AT, company, grant, member, waiting } from "./facts-builder";

/* Examples by name, one for each thing that the domain says; the laws say the rest. */

const AFTER = "2026-03-10T12:00:00.001Z";
const usd = (minor: number) => ({ minor, currency: "USD" });

const policyOf = (subject: SubjectFacts | null, of: CompanyFacts = company()) =>
  new MemberPolicy({ company: of, subject, at: AT });
const ask = (policy: MemberPolicy, action: string, resource: string, record: RecordFacts | null = null) =>
  decide(policy, { action, resource, record });
const missed = (policy: MemberPolicy, asked: Asked): GateCode[] =>
  decide(policy, asked)
    .gates.filter(({ passed }) => !passed)
    .map(({ code }) => code);

const send = (over: Partial<RecordFacts> = {}): Asked => ({
  action: "send",
  resource: "commitment",
  record: waiting("commitment", over),
});
const aline = approver([grant("commitment"), grant("subcontractor_invoice")]);
const inTower = (tool: "commitments" | "change_orders" | "project_admin" | "prime_contracts") => ({
  projectId: "tower",
  tool,
  level: "admin" as const,
});

describe("each gate alone", () => {
  const cases: readonly [GateCode, MemberPolicy, Asked][] = [
    ["NOT_A_MEMBER", policyOf({ ...aline, companyId: "elsewhere" }), send()],
    ["MEMBER_INACTIVE", policyOf({ ...aline, active: false }), send()],
    [
      "ASSIGNMENT_ENDED",
      policyOf(member({ kind: "staff", staffRole: "specialist", assignedUntil: AT })),
      { action: "view", resource: "commitment" },
    ],
    [
      "FEATURE_NOT_SUPPORTED_BY_CONNECTOR",
      policyOf(aline, company({}, { commitment: { exports: false, imports: true } })),
      send(),
    ],
    ["ACTION_NOT_APPLICABLE", policyOf(aline), { action: "link", resource: "commitment" }],
    ["TOOL_LEVEL_TOO_LOW", policyOf({ ...aline, toolLevel: "read_only" }), send()],
    ["DIRECTORY_LEVEL_TOO_LOW", policyOf(aline), { action: "submit", resource: "vendor" }],
    ["NOT_AN_APPROVER", policyOf({ ...aline, canPushToAccounting: false }), send()],
    ["FEATURE_NOT_GRANTED", policyOf(approver([grant("subcontractor_invoice")])), send()],
    ["GRANT_NOT_YET_VALID", policyOf(approver([grant("commitment", { validFrom: AFTER })])), send()],
    ["GRANT_EXPIRED", policyOf(approver([grant("commitment", { validUntil: AT })])), send()],
    ["EDITION_NOT_SUPPORTED", policyOf(aline, company({ editionSupported: false })), send()],
    ["CONNECTION_NOT_AUTHORISED", policyOf(aline, company({ connection: "pending" })), send()],
    ["FEATURE_DISABLED", policyOf(aline, company({}, { commitment: { enabled: false } })), send()],
    ["INTEGRATION_NOT_LIVE", policyOf(aline, company({ phase: "suspended" })), send()],
    [
      "PROJECT_LEVEL_TOO_LOW",
      policyOf(member({ projectLevels: [{ ...inTower("commitments"), level: "standard" }] })),
      { action: "submit", resource: "commitment", record: waiting("commitment", { state: "draft" }) },
    ],
    [
      "OUT_OF_PROJECT_SCOPE",
      policyOf(approver([grant("commitment", { projectIds: ["bridge"] })])),
      send({ project: "tower" }),
    ],
    [
      "OVER_AMOUNT_CEILING",
      policyOf(approver([grant("commitment", { ceiling: usd(9_999) })])),
      send({ amount: usd(10_000) }),
    ],
    [
      "SELF_GRANT",
      policyOf(approver([], { directoryLevel: "admin" })),
      { action: "grant_access", resource: "commitment", record: waiting("commitment", { grantee: "aline" }) },
    ],
    ["OWN_RECORD", policyOf(aline), send({ submittedBy: "aline" })],
    [
      "NOT_THE_SUBMITTER",
      policyOf(member({ projectLevels: [inTower("commitments")] })),
      { action: "retrieve", resource: "commitment", record: waiting("commitment") },
    ],
    ["SECOND_APPROVAL_NEEDED", policyOf(aline, company({ twoPersonAbove: usd(9_999) })), send()],
    ["RECORD_STATE", policyOf(aline), send({ state: "exporting" })],
    ["PREREQUISITE_NOT_SYNCED", policyOf(aline), send({ prerequisitesBlocked: true })],
    [
      "CONTRACT_MISFIT",
      policyOf(approver([grant("subcontractor_invoice")]), company({ contractControl: { ZERO_INVOICE: "refuse" } })),
      {
        action: "send",
        resource: "subcontractor_invoice",
        record: waiting("subcontractor_invoice", { misfits: ["OVER_ORDER", "ZERO_INVOICE"] }),
      },
    ],
    [
      "WORKFLOW_NOT_COMPLETED",
      policyOf(
        member({ projectLevels: [inTower("commitments")] }),
        company({}, { commitment: { directExport: "with_workflow" } }),
      ),
      send({ state: "draft" }),
    ],
  ];

  it.each(cases)("%s is the only one missed", (code, policy, asked) => {
    expect(missed(policy, asked)).toEqual([code]);
    expect(decide(policy, asked)).toMatchObject({ allowed: false, code });
  });

  it("is opened by what it asks for", () => {
    expect(ask(policyOf(aline), "send", "commitment", waiting("commitment")).allowed).toBe(true);
    for (const open of [
      grant("commitment", { validFrom: AT }),
      grant("commitment", { validUntil: AFTER }),
      grant("commitment", { projectIds: ["bridge", "tower"] }),
      grant("commitment", { ceiling: usd(10_000) }),
    ]) {
      expect(missed(policyOf(approver([open])), send())).toEqual([]);
    }
    const staff = policyOf(member({ kind: "staff", staffRole: "specialist", assignedUntil: AFTER }));
    expect(ask(staff, "view", "commitment").allowed).toBe(true);
    for (const phase of ["getting_started", "in_use"] as const) {
      expect(missed(policyOf(aline, company({ phase })), send())).toEqual([]);
    }
  });
});

describe("an accounting approver", () => {
  it("needs both the tool level and the privilege, and a grant for the feature", () => {
    expect(missed(policyOf(member()), send())).toEqual([
      "TOOL_LEVEL_TOO_LOW",
      "NOT_AN_APPROVER",
      "FEATURE_NOT_GRANTED",
    ]);
  });

  it("may send commitments and invoices, and another only commitments, as the guide's example has it", () => {
    const bruno = approver([grant("commitment")]);
    const may = (person: SubjectFacts) =>
      (["commitment", "subcontractor_invoice", "vendor"] as const).filter(
        (one) => ask(policyOf(person), "send", one, waiting(one, { submittedBy: "carole" })).allowed,
      );
    expect(may(aline)).toEqual(["commitment", "subcontractor_invoice"]);
    expect(may(bruno)).toEqual(["commitment"]);
    expect(may(member({ toolLevel: "read_only" }))).toEqual([]);
  });

  it("is not made by an import grant, nor by a grant of another feature", () => {
    expect(missed(policyOf(approver([grant("commitment", { direction: "import" })])), send())).toEqual([
      "FEATURE_NOT_GRANTED",
    ]);
  });

  it("rests on the grant that lets the record pass, else on the nearest one", () => {
    const small = grant("commitment", { grantId: "a-small", ceiling: usd(1) });
    const large = grant("commitment", { grantId: "b-large", ceiling: usd(10_000) });
    const narrow = grant("commitment", { grantId: "c-narrow", ceiling: usd(1), projectIds: ["bridge"] });
    const passed = decide(policyOf(approver([narrow, small, large])), send());
    expect(passed).toMatchObject({ allowed: true, grantId: "b-large", basis: { kind: "grant" } });
    const over = decide(policyOf(approver([narrow, small])), send());
    expect(over).toMatchObject({ allowed: false, code: "OVER_AMOUNT_CEILING", grantId: "a-small" });
  });

  it("is told the least limits of several grants, when asked without a record", () => {
    const limited = grant("commitment", { grantId: "a", ceiling: usd(1), projectIds: ["tower"] });
    const free = grant("commitment", { grantId: "b" });
    const { grantId, limits } = ask(policyOf(approver([limited, free])), "send", "commitment");
    expect(grantId).toBe("b");
    expect(limits.map(({ code }) => code)).toEqual(["OWN_RECORD", "RECORD_STATE", "PREREQUISITE_NOT_SYNCED"]);
  });
});

describe("the directory administrator's bypass", () => {
  const admin = approver([], { directoryLevel: "admin" });
  it("stands for a grant in both directions, and for nothing else", () => {
    expect(decide(policyOf(admin), send())).toMatchObject({
      allowed: true,
      basis: { kind: "directory_administrator" },
      grantId: null,
    });
    expect(ask(policyOf(admin), "import", "vendor", waiting("vendor", { state: "staged" })).allowed).toBe(true);
    expect(missed(policyOf({ ...admin, toolLevel: "read_only" }), send())).toEqual(["TOOL_LEVEL_TOO_LOW"]);
    expect(missed(policyOf(admin), send({ submittedBy: "aline" }))).toEqual(["OWN_RECORD"]);
  });

  it("needs the privilege, and Admin on the directory", () => {
    const without = { ...admin, canPushToAccounting: false };
    expect(missed(policyOf(without), send())).toEqual(["NOT_AN_APPROVER", "FEATURE_NOT_GRANTED"]);
    expect(missed(policyOf({ ...admin, directoryLevel: "standard" }), send())).toEqual(["FEATURE_NOT_GRANTED"]);
    const toolAdmin = approver([], { toolLevel: "admin" });
    expect(missed(policyOf(toolAdmin), send())).toEqual(["FEATURE_NOT_GRANTED"]);
  });

  it("frees from the limits of a grant that is held beside it", () => {
    const limited = { ...admin, grants: [grant("commitment", { ceiling: usd(1) })] };
    expect(decide(policyOf(limited), send()).allowed).toBe(true);
  });
});
