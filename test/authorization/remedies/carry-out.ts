import { createSchema } from "../../../src/app";
import { ConnectionEntity } from "../../../src/erp/connections/connection.entity";
import { SANDBOX_TENANT } from "../../../src/dev/ledger/sandbox-parts";
import { MemberEntity } from "../../../src/directory/members/member.entity";
import { StakeholderEntity } from "../../../src/directory/stakeholders/stakeholder.entity";
import { requirementOf } from "../../../src/policy/model/requirements";
import type { Action, GateCode, Resource } from "../../../src/policy/model/vocabulary";
import type { RecordEntity } from "../../../src/records/record/record.entity";
import type { AdviceHouse } from "./advice-house";

/** What is to be done, by whom, and for what. */
export interface Advice {
  readonly code: GateCode;
  readonly helper: string;
  /** E-mail of whoever is to be helped. */
  readonly subject: string;
  readonly action: Action;
  readonly resource: Resource;
  /** As it was when the question was asked. */
  readonly record: RecordEntity | null;
}

type Work = (house: AdviceHouse, advice: Advice) => Promise<void>;

const SCHEMA = createSchema(null);
const company = "acme";
const reason = "As advised";
const EVERY_TOOL = ["COMMITMENTS", "CHANGE_ORDERS", "PRIME_CONTRACTS", "PROJECT_ADMIN"];
const upper = (name: string) => name.toUpperCase();

export class Refused extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

/** Runs a mutation of the company as the person. Throws Refused. */
function run(house: AdviceHouse, email: string, field: string, input: object): Promise<Record<string, unknown>> {
  return mutate(house, email, field, { company, ...input });
}

async function mutate(
  house: AdviceHouse,
  email: string,
  field: string,
  input: object,
): Promise<Record<string, unknown>> {
  const type = SCHEMA.getMutationType()!.getFields()[field]!.args[0]!.type.toString();
  const more = { authorizeConnection: "consentAddress", createApiKey: "apiKey { id }" }[field] ?? "";
  const source = `mutation ($input: ${type}) { ${field}(input: $input) { ${more} userErrors { code message } } }`;
  const { data, errors } = await house.ask(email, source, { input });
  if (errors) throw new Error(`${field} as ${email}: ${errors[0]!.message}`);
  const outcome = (data as unknown as Record<string, { userErrors: { code: string; message: string }[] }>)[field]!;
  const refused = outcome.userErrors[0];
  if (refused) throw new Refused(refused.code, `${field} as ${email}: ${refused.code}: ${refused.message}`);
  return outcome;
}

async function memberOf(house: AdviceHouse, email: string): Promise<MemberEntity> {
  const { id: companyId } = await house.company(company);
  return house.database.read().findOneByOrFail(MemberEntity, { companyId, email });
}

/** The level that the gate wants is the action's; more would be more than is advised. */
const updateMember: Work = async (house, { code, helper, subject, action, resource }) => {
  const { version } = await memberOf(house, subject);
  const { tool, directory } = requirementOf(action, resource)!;
  const change =
    code === "MEMBER_INACTIVE"
      ? { active: true }
      : code === "TOOL_LEVEL_TOO_LOW"
        ? { toolLevel: upper(tool!) }
        : { directoryLevel: upper(directory!) };
  await run(house, helper, "updateMember", { member: subject, expectedVersion: version, ...change });
};

const grantFeatureAccess: Work = async (house, { code, helper, subject, action, resource }) => {
  const direction = upper(requirementOf(action, resource)?.grant ?? "export");
  const feature = upper(resource === "company" ? "commitment" : resource);
  // Whoever asked for themselves may hold a right without an end already.
  const end = code === "SELF_GRANT" ? { validUntil: "2027-12-31" } : {};
  await run(house, helper, "grantFeatureAccess", { member: subject, feature, direction, reason, ...end });
};

const setStakeholders: Work = async (house, { helper, subject, action, resource }) => {
  const { id: companyId } = await house.company(company);
  const held = await house.database.read().findBy(StakeholderEntity, { companyId });
  const role = requirementOf(action, resource)!.part![0]!;
  const others = held.filter((one) => one.role !== "erp_implementation_contact" || role !== one.role);
  const contact = role === "erp_implementation_contact" ? [] : [{ role: "erp_implementation_contact", email: subject }];
  const parts = [
    ...others,
    ...(held.some((one) => one.role === contact[0]?.role) ? [] : contact),
    { role, email: subject },
  ];
  const stakeholders = parts.map((one) => ({ role: upper(one.role), email: one.email, name: one.email }));
  await run(house, helper, "setStakeholders", { stakeholders });
};

const configure = (house: AdviceHouse, helper: string, status?: string) =>
  run(house, helper, "configureConnection", { edition: "established", country: "US", ...(status && { status }) });

/** The person consents at the ledger, and chooses an organisation, as in a browser. */
const authorizeConnection: Work = async (house, { helper }) => {
  const { consentAddress } = await run(house, helper, "authorizeConnection", {});
  const back = new URL((await fetch(String(consentAddress), { redirect: "manual" })).headers.get("location") ?? "");
  const answer = { state: back.searchParams.get("state") ?? "", code: back.searchParams.get("code") };
  const { consent } = house.services.tenancy;
  const { token } = await consent.answered(answer);
  await consent.choose(token, SANDBOX_TENANT.id);
};

/** What is to be done before it is done too: the specialist may do all of it, or waive it. */
const goLive: Work = async (house, { helper }) => {
  const { id: companyId } = await house.company(company);
  if ((await house.phase()) === "preparation")
    await run(house, helper, "enterImplementationPhase", { phase: "IMPLEMENTATION", reason });
  await configure(house, helper);
  const connection = await house.database.read().findOneByOrFail(ConnectionEntity, { companyId });
  if (connection.status !== "authorised") await configure(house, helper, "AUTHORISED");
  const unmet = await house.unmet();
  for (const item of unmet) await run(house, helper, "moveActionItem", { item, move: "WAIVE", reason });
  await run(house, helper, "goLive", { reason });
};

/** By the mutation that the remedy names. */
export const MUTATIONS: Readonly<Record<string, Work>> = {
  addMember: async (house, { helper, subject }) =>
    void (await run(house, helper, "addMember", { email: subject, name: "Added" })),
  updateMember,
  assignVendorStaff: async (house, { helper, subject, code }) => {
    const had = subject.startsWith("specialist@") ? "SPECIALIST" : "POINT_OF_CONTACT";
    const role = code === "ASSIGNMENT_ENDED" ? had : "SPECIALIST";
    await run(house, helper, "assignVendorStaff", { email: subject, role });
  },
  /** A key is never changed: another one is made in its place. */
  createApiKey: async (house, { helper }) => {
    const scopes = ["decisions:read", "rights:review"];
    const { apiKey } = await mutate(house, helper, "createApiKey", { companies: [company], name: "portal", scopes });
    house.key = (apiKey as { readonly id: string }).id;
  },
  setStakeholders,
  designateApprover: async (house, { helper, subject, action, resource }) => {
    const wanted = requirementOf(action, resource)?.grant === "export";
    const features = wanted ? [{ feature: upper(resource) }] : [];
    await run(house, helper, "designateApprover", { member: subject, features, reason });
  },
  grantFeatureAccess,
  configureConnection: async (house, { helper }) => void (await configure(house, helper)),
  authorizeConnection,
  setFeatureSwitch: async (house, { helper, resource }) =>
    void (await run(house, helper, "setFeatureSwitch", { feature: upper(resource), enabled: true })),
  goLive,
  resumeIntegration: async (house, { helper }) => void (await run(house, helper, "resumeIntegration", { reason })),
  updateProject: async (house, { helper }) =>
    void (await run(house, helper, "updateProject", { project: "P-1", active: true })),
  setProjectLevels: async (house, { helper, subject }) => {
    const levels = EVERY_TOOL.map((tool) => ({ tool, level: "ADMIN" }));
    await run(house, helper, "setProjectLevels", { project: "P-1", member: subject, levels });
  },
  updateCompany: async (house, { helper }) => {
    const { version } = await house.company(company);
    const contractControl = [{ misfit: "OVER_ORDER", response: "WARN" }];
    await run(house, helper, "updateCompany", { expectedVersion: version, contractControl });
  },
};

const moveRecord = async (house: AdviceHouse, helper: string, field: string, { id }: Pick<RecordEntity, "id">) => {
  const { version } = await house.record(id);
  await run(house, helper, field, { record: id, expectedVersion: version });
};

/** Where the remedy names no mutation: what the person does themselves, by what they must be allowed. */
export const DEEDS: Readonly<Record<string, Work>> = {
  /** What was asked, in the asker's place. */
  asked: async (house, { helper, action, record }) => {
    const field = { send: "sendRecord", retrieve: "retrieveRecord" }[action as string];
    if (record && field) await moveRecord(house, helper, field, record);
  },
  first_approval: async (house, { helper, record }) => {
    if (record) await moveRecord(house, helper, "sendRecord", record);
  },
  /** What is missing, in the order in which it goes to the ledger. */
  prerequisites: async (house, { helper, record }) => {
    for (const missing of record ? await house.missing(record) : []) {
      await moveRecord(house, helper, "sendRecord", missing);
      await house.accept(await house.record(missing.id));
    }
  },
};
