import { CALL_DOORS } from "./doors-of-calls";
import { RECORD_DOORS } from "./doors-of-records";
import type { Door } from "./door";
import { accountOf } from "../../src/tenant/identity/account";
import type { Persona } from "./personas";
import type { Inventory } from "./world";

const company = "acme";
const reason = "For myself";
const EVERYTHING = { toolLevel: "ADMIN", directoryLevel: "ADMIN", canPushToAccounting: true } as const;
const WEALTH = { value: "9000000.00", currency: "USD" };
const LEVELS = ["COMMITMENTS", "CHANGE_ORDERS", "PRIME_CONTRACTS", "PROJECT_ADMIN"].map((tool) => ({
  tool,
  level: "ADMIN",
}));

const PLATFORM = { platformCompanyId: "562949953421312", clientId: "mine", clientSecret: "mine" };

const version = ({ members }: Inventory, email: string) => members.get(email)?.version ?? 1;
const list = (row: string) => `email,name,role,features,import_features\n${row}\n`;

/** The member record of the persona, whatever their token says. */
const own = ({ actor, email }: Persona, { accounts }: Inventory): string =>
  (actor.kind === "person" ? accounts.get(actor.subject) : undefined) ?? email;

/** The persona's own account, and another one that may be theirs as well. */
const account = ({ actor }: Persona) => accountOf(actor.kind === "person" ? actor.subject : "https://issuer.test|key");
const SECOND = { issuer: "https://issuer.test", subject: "second-self" };

/** The persona's own request for a right, or somebody's. */
const request = (me: Persona, there: Inventory) =>
  there.requests.get(own(me, there)) ?? there.requests.get("approver@acme.test");

/** Of people, rights and settings. */
const PEOPLE_DOORS: Readonly<Record<string, Door>> = {
  addMember: ({ email, name }) => [
    { company, email, name, ...EVERYTHING },
    { company, email, name },
    { company, email: "second-self@acme.test", name, ...EVERYTHING },
  ],
  requestAccess: () =>
    ["EXPORT", "IMPORT"].map((direction) => ({
      ...{ company, feature: "COST_CODE", direction, validUntil: "2027-12-31", reason },
    })),
  decideAccessRequest: (me, there) => [{ company, request: request(me, there), verdict: "GRANT", reason }],
  withdrawAccessRequest: (me, there) => [{ company, request: request(me, there) }],
  updateMember: (me, there) => [
    ...Object.entries(EVERYTHING).map(([right, value]) => ({
      ...{ company, member: own(me, there), expectedVersion: version(there, own(me, there)) },
      [right]: value,
    })),
    { company, member: own(me, there), expectedVersion: version(there, own(me, there)), active: true, ...EVERYTHING },
    ...["approver", "controller", "admin", "gone"].map((name) => ({
      ...{ company, member: `${name}@acme.test`, expectedVersion: version(there, `${name}@acme.test`) },
      email: me.email,
    })),
    { company, member: "gone@acme.test", expectedVersion: version(there, "gone@acme.test"), active: true },
  ],
  relinkMember: (me, there) => [
    ...["approver", "controller", "admin", "gone", "clerk"].flatMap((name) =>
      [account(me), SECOND].map((one) => ({ company, member: `${name}@acme.test`, account: one, reason })),
    ),
    { company, member: own(me, there), account: SECOND, reason },
    { company, member: own(me, there), reason },
  ],
  erasePerson: (me, there) => [
    { company, member: "gone@acme.test", reason },
    { company, member: own(me, there), reason },
  ],
  relinkVendorStaff: (me) => [
    ...["specialist", "super", "idle"].map((name) => ({
      ...{ email: `${name}@vendor.test`, account: account(me), reason },
    })),
    ...[me.email, "idle@vendor.test"].map((email) => ({ email, account: SECOND, reason })),
  ],
  deactivateMember: (me, there) => [
    { company, member: own(me, there), reason },
    { company, member: "approver@acme.test", reason },
  ],
  designateApprover: (me, there) => [
    { company, member: own(me, there), features: [{ feature: "COMMITMENT" }], reason },
    { company, member: "clerk@acme.test", features: [{ feature: "COMMITMENT" }], reason },
  ],
  makeReadOnly: (me, there) => [
    { company, member: own(me, there), reason },
    { company, member: "controller@acme.test", reason },
  ],
  grantFeatureAccess: (me, there) => [
    ...["COMMITMENT", "VENDOR"].map((feature) => ({ company, member: own(me, there), feature, reason })),
    { company, member: own(me, there), feature: "JOB_COST", direction: "IMPORT", reason },
    { company, member: "clerk@acme.test", feature: "COMMITMENT", reason },
  ],
  revokeFeatureAccess: (_, { grants }) =>
    grants
      .filter(({ revokedAt }) => revokedAt === null)
      .slice(-2)
      .map(({ id }) => ({ company, grant: id, reason })),
  importAccessList: (me, there) => [
    ...[own(me, there), me.email].map((email) => ({
      ...{ company, csv: list(`${email},Me,approver,commitment|vendor,job_cost`), dryRun: false },
    })),
    { company, csv: list("clerk@acme.test,clerk,approver,commitment,"), dryRun: false },
  ],
  setProjectLevels: (me, there) => [
    ...["P-1", "P-2"].map((project) => ({ company, project, member: own(me, there), levels: LEVELS })),
    { company, project: "P-2", member: "clerk@acme.test", levels: LEVELS },
  ],
  setStakeholders: (me) => [
    { company, stakeholders: [{ role: "ERP_IMPLEMENTATION_CONTACT", email: me.email, name: me.name }] },
    { company, stakeholders: [{ role: "ERP_IMPLEMENTATION_CONTACT", email: "clerk@acme.test", name: "clerk" }] },
  ],
  setFeatureSwitch: (_, { switches }) =>
    ["commitment", "subcontractor_invoice"].flatMap((feature) =>
      ["WITHOUT_WORKFLOW", "WITH_WORKFLOW"].map((directExport) => ({
        ...{ company, feature: feature.toUpperCase(), directExport },
        expectedVersion: switches.get(feature)?.version ?? 0,
      })),
    ),
  updateCompany: (_, there) => [
    { company, twoPersonAbove: null, expectedVersion: there.company.version },
    { company, twoPersonAbove: WEALTH, expectedVersion: there.company.version },
    { company, twoPersonAbove: { value: "1.00", currency: "USD" }, expectedVersion: there.company.version },
  ],
  registerCompany: (me) => {
    const place = { country: "US", currency: "USD" };
    return [
      { slug: "mine", name: "Mine", ...place, administrator: { email: me.email, name: me.name } },
      { slug: "mine", name: "Mine", ...place, administrator: { email: "somebody@mine.test", name: "Somebody" } },
    ];
  },
  assignVendorStaff: (me) => [
    ...["SPECIALIST", "POINT_OF_CONTACT"].map((role) => ({ company, email: me.email, role })),
    { company: "globex", email: me.email, role: "SPECIALIST" },
    { company, email: "idle@vendor.test", role: "POINT_OF_CONTACT" },
  ],
  endVendorAssignment: (_, { assignments }) => assignments.map(({ id }) => ({ company, assignment: id, reason })),
  requestVendorAccess: (me) => [{ company, email: me.email, days: 90, reason }],
  openEmergencyAccess: () => [{ company, hours: 24, reason }],
  decideVendorAccess: (_, { access }) =>
    ["ACCEPTED", "DECLINED"].map((verdict) => ({ company, access: access.id, verdict, expectedVersion: 1 })),
  purchaseIntegration: (me) =>
    ["acme", "globex"].map((place) => ({
      company: place,
      ...{ edition: "established", country: "US", specialist: me.email, contact: { email: me.email, name: me.name } },
    })),
  createApiKey: () => [{ name: "mine", companies: [company], scopes: ["decisions:read"] }],
  revokeApiKey: (_, { key }) => [{ id: key }],
  openAccessReview: () => [{ company, name: "Mine", dueAt: "2026-12-24T09:00:00.000Z" }],
  signOffReviewItems: (_, { review: { item, digest } }) =>
    ["KEEP", "REVOKE"].map((verdict) => ({ company, items: [{ item, digest }], verdict, comment: reason })),
  closeAccessReview: (_, { review: { id } }) => [{ company, review: id }],
  revokeLetterLinks: (me) => [{ company, email: me.email }],
  addProject: () => [{ company, code: "P-9", name: "Mine" }],
  updateProject: () => [{ company, project: "P-1", active: false }],
  setMailPreferences: () => [{ locale: "FR" }],
};

/** Of phases, help and the connection to the ledger. */
const SETTING_DOORS: Readonly<Record<string, Door>> = {
  extendHelp: () => [{ company, days: 90, reason }],
  goLive: () => [{ company, reason }],
  suspendIntegration: () => [{ company, reason }],
  resumeIntegration: () => [{ company, reason }],
  enterImplementationPhase: () => [{ company, phase: "SUSPENDED", reason }],
  addConnection: () => [{ company, name: "Second", country: "US", edition: "established" }],
  configureConnection: () => [
    { company, connection: "Second", country: "US", edition: "established", status: "AUTHORISED" },
  ],
  removeConnection: () => [{ company, connection: "Second" }],
  disconnectConnection: () => [{ company, connection: "Second" }],
  authorizeConnection: () => [{ company, connection: "Second" }],
  bindProjectConnection: () => [{ company, project: "P-1" }],
  connectPlatform: () => [{ company, ...PLATFORM, deciding: "HERE", expectedVersion: 0 }],
  setPlatformDeciding: () => [{ company, deciding: "THERE", expectedVersion: 1 }],
  rotatePlatformEventSecret: () => [{ company, expectedVersion: 1 }],
  checkPlatform: () => [{ company }],
  mirrorPlatformDirectory: () => [{ company, dryRun: false, digest: "0" }],
  releasePlatformDirectory: () => [{ company, expectedVersion: 1 }],
  disconnectPlatform: () => [{ company, expectedVersion: 1 }],
};

/** Each mutation of the schema, and how somebody would use it for themselves. */
export const DOORS: Readonly<Record<string, Door>> = {
  ...PEOPLE_DOORS,
  ...SETTING_DOORS,
  ...RECORD_DOORS,
  ...CALL_DOORS,
};
