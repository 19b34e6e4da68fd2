import { IsNull } from "typeorm";
import {
  execute,
  getNullableType,
  isNonNullType,
  parse,
  validate,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLInputObjectType,
  type GraphQLSchema,
} from "graphql";
import { createSchema } from "../../src/app";
import { StaffAssignmentEntity } from "../../src/tenant/companies/staff-assignment.entity";
import type { CompanyEntity } from "../../src/tenant/companies/company.entity";
import type { VendorAccessEntity } from "../../src/tenant/vendor-desk/access/vendor-access.entity";
import { identityOf } from "../../src/tenant/identity/account";
import { IdentityLinkEntity } from "../../src/tenant/identity/identity-link.entity";
import { FeatureSwitchEntity } from "../../src/erp/switches/feature-switch.entity";
import { carries } from "../../src/erp/catalogue/catalogue";
import { newContext } from "../../src/infra/graphql/context";
import { GrantEntity } from "../../src/directory/grants/grant.entity";
import { MemberEntity } from "../../src/directory/members/member.entity";
import { FEATURES } from "../../src/policy/model/vocabulary";
import { ProjectEntity } from "../../src/directory/projects/project.entity";
import type { RecordEntity } from "../../src/records/record/record.entity";
import { commitment, LEDGER, manager, RecordHouse } from "../records/record-house";
import { SEED } from "../support/house";
import { reviewOf, type OpenReview } from "./open-review";
import { requestsOf } from "./requests";
import { callerOf, type Persona } from "./personas";

/** Ids and versions of what there is, by which inputs name it. */
export interface Inventory {
  readonly members: ReadonlyMap<string, MemberEntity>;
  /** E-mails of members by the account that they are linked with. */
  readonly accounts: ReadonlyMap<string, string | undefined>;
  readonly grants: readonly GrantEntity[];
  readonly assignments: readonly StaffAssignmentEntity[];
  readonly switches: ReadonlyMap<string, FeatureSwitchEntity>;
  readonly company: CompanyEntity;
  readonly records: Readonly<Record<"waiting" | "synced" | "staged" | "vendor", RecordEntity>>;
  readonly key: string;
  readonly question: string;
  /** What the vendor asks the customer for. */
  readonly access: VendorAccessEntity;
  /** Requests for rights by their askers' e-mails. */
  readonly requests: ReadonlyMap<string, string>;
  readonly review: OpenReview;
}

/**
 * `acme`, live, with everything switched on and connected, so that nothing but rights keeps anybody from anything; and
 * a person of every kind.
 */
export class RightsWorld {
  private readonly documents = new Map<string, DocumentNode>();
  private constructor(
    readonly house: RecordHouse,
    readonly schema: GraphQLSchema,
    readonly inventory: Inventory,
    /** Ids of the projects that were there at first, by code. */
    readonly projects: ReadonlyMap<string, string>,
  ) {}

  static async open(): Promise<RightsWorld> {
    const house = await RecordHouse.open();
    await house.foundations();
    await switchAllOn(house);
    await people(house);
    await vendor(house);
    const key = await house.services.apiKey.create(SEED, {
      name: "portal",
      companyIds: ["acme"],
      scopes: ["decisions:read"],
    });
    const requests = await requestsOf(house);
    const second = { name: "Second", country: "US", edition: "established", status: "authorised" } as const;
    await house.services.connection.add(SEED, "acme", second);
    const asked = await house.services.question.ask(SEED, "acme", { text: "What now?" });
    const idle = { email: "idle@vendor.test", days: 9, reason: "To look" };
    const { access } = await house.services.vendorAccess.request(SEED, "acme", idle);
    const inventory = {
      ...(await inventoryOf(house)),
      records: await recordsOf(house),
      key: key.apiKey.id,
      requests,
      question: asked.question.id,
      access,
      review: await reviewOf(house),
    };
    const projects = await house.database.read().find(ProjectEntity);
    const codes = new Map(projects.map(({ id, code }) => [code, id]));
    return new RightsWorld(house, createSchema(house.services), inventory, codes);
  }

  /** Versions that the input does not name are those that somebody sees who looks now. */
  async mutate(persona: Persona, field: string, given: object): Promise<ExecutionResult<Record<string, Outcome>>> {
    const type = this.schema.getMutationType()!.getFields()[field]!.args[0]!.type;
    const seen = this.versionsOf(getNullableType(type) as GraphQLInputObjectType, given);
    const input = { ...seen, ...given };
    if (field !== "importAccessList") return this.run(persona, field, input, "");
    // Whoever applies a list has seen its dry run.
    const { data } = await this.run(persona, field, { ...input, dryRun: true }, "digest");
    return this.run(persona, field, { ...input, digest: data?.[field]?.digest }, "");
  }

  private versionsOf(type: GraphQLInputObjectType, given: object): object {
    const { expectedVersion } = type.getFields();
    if (!expectedVersion || !isNonNullType(expectedVersion.type)) return {};
    const { member } = given as { member?: string };
    return { expectedVersion: this.inventory.members.get(member ?? "")?.version ?? 1 };
  }

  private async run(persona: Persona, field: string, input: object, more: string) {
    const named = this.schema.getMutationType()!.getFields()[field]!.args[0]!.type.toString();
    const source = `mutation ($input: ${named}) { ${field}(input: $input) { userErrors { code message } ${more} } }`;
    const parts = { caller: callerOf(persona), locale: "en", requestId: "test" } as const;
    return (await execute({
      schema: this.schema,
      document: this.documentOf(source),
      variableValues: { input },
      contextValue: newContext({ ...parts, signal: new AbortController().signal }),
    })) as ExecutionResult<Record<string, Outcome>>;
  }

  /** The same few operations are run thousands of times: each is read and validated once. */
  private documentOf(source: string): DocumentNode {
    const document = this.documents.get(source) ?? parse(source);
    if (!this.documents.has(source)) expect(validate(this.schema, document)).toEqual([]);
    this.documents.set(source, document);
    return document;
  }

  /** Runs the work, answers what it answers, and leaves nothing of it behind. */
  async undone<T>(work: () => Promise<T>): Promise<T> {
    const done: { answer?: T } = {};
    const undo = new Error("undone");
    await this.house.database
      .write(async () => {
        done.answer = await work();
        throw undo;
      })
      .catch((error: unknown) => {
        if (error !== undo) throw error;
      });
    return done.answer as T;
  }
}

export interface Outcome {
  readonly digest?: string | null;
  readonly userErrors: readonly { readonly code: string; readonly message: string }[];
}

async function switchAllOn(house: RecordHouse): Promise<void> {
  for (const feature of FEATURES)
    if (carries("xero", feature, "export") || carries("xero", feature, "import"))
      await house.services.featureSwitch.set(SEED, "acme", { feature, enabled: true });
  const twoPersonAbove = { minor: 500_000, currency: "USD" };
  await house.services.company.update(SEED, "acme", { twoPersonAbove });
}

async function people(house: RecordHouse): Promise<void> {
  const { member, project, approver, grant, stakeholder } = house.services;
  const add = (name: string, rights: object = {}) =>
    member.add(SEED, "acme", { email: `${name}@acme.test`, name, ...rights });
  await add("directory", { directoryLevel: "admin" });
  await add("tool", { toolLevel: "admin" });
  await add("controller", { toolLevel: "admin", canPushToAccounting: true });
  await add("clerk");
  await add("contact");
  await add("gone", { toolLevel: "admin", directoryLevel: "admin", canPushToAccounting: true });
  await add("renamed", { toolLevel: "admin", directoryLevel: "admin", canPushToAccounting: true });
  for (const name of ["tool", "controller"])
    await project.setLevels(SEED, "acme", {
      project: "P-1",
      member: `${name}@acme.test`,
      levels: [{ tool: "commitments", level: "admin" }],
    });
  await approver.designate(SEED, "acme", {
    member: "controller@acme.test",
    features: [{ feature: "commitment" }],
    reason: "Named",
  });
  // The approver of the house has everything; one with limits has something to gain.
  await approver.makeReadOnly(SEED, "acme", { member: "approver@acme.test", reason: "Anew" });
  await approver.designate(SEED, "acme", { member: "approver@acme.test", reason: "Named" });
  await grant.give(SEED, "acme", {
    member: "approver@acme.test",
    feature: "commitment",
    projects: ["P-1"],
    ceiling: { minor: 100_000, currency: "USD" },
    reason: "Named",
  });
  const part = (role: "erp_implementation_contact" | "xero_administrator", name: string) =>
    ({ role, email: `${name}@acme.test`, name, required: true }) as const;
  await stakeholder.set(SEED, "acme", [
    part("erp_implementation_contact", "contact"),
    part("xero_administrator", "books"),
  ]);
  await member.deactivate(SEED, "acme", { member: "gone@acme.test", reason: "Left" });
  const account = { issuer: "https://issuer.test", subject: "renamed" };
  await house.services.relink.relinkMember(SEED, {
    ...{ company: "acme", member: "renamed@acme.test", account, reason: "Renamed" },
  });
}

async function vendor(house: RecordHouse): Promise<void> {
  const { company, staff } = house.services;
  for (const name of ["specialist", "point", "super", "idle"])
    await company.addVendorStaff(SEED, { email: `${name}@vendor.test`, name, superUser: name === "super" });
  await staff.assign(SEED, "acme", { email: "specialist@vendor.test", role: "specialist" });
  await staff.assign(SEED, "acme", { email: "point@vendor.test", role: "point_of_contact" });
}

async function inventoryOf(house: RecordHouse) {
  const reader = house.database.read();
  const company = await house.company("acme");
  const where = { companyId: company.id };
  const members = await reader.findBy(MemberEntity, where);
  const switches = await reader.findBy(FeatureSwitchEntity, where);
  const links = await reader.findBy(IdentityLinkEntity, { ...where, endedAt: IsNull() });
  return {
    company,
    members: new Map(members.map((member) => [member.email, member])),
    accounts: new Map(links.map((link) => [identityOf(link), members.find(({ id }) => id === link.memberId)?.email])),
    switches: new Map(switches.map((row) => [row.feature, row])),
    grants: await reader.findBy(GrantEntity, where),
    assignments: await reader.findBy(StaffAssignmentEntity, where),
  };
}

async function recordsOf(house: RecordHouse): Promise<Inventory["records"]> {
  const contact = {
    ...({ feature: "vendor", externalId: "x1", kind: null, number: "X-1", title: "Cabinet Works" } as const),
    ...{ amount: null, documentDate: null, buildsOn: [], invalid: null, payload: {} },
  };
  const staged = await house.services.staging.stage(LEDGER, (await house.company("acme")).id, [contact]);
  const offered = await house.offer(SEED, {
    feature: "vendor",
    values: { number: "V-2", name: "Cabinet Works", counterpartLookedFor: true },
  });
  return {
    waiting: await house.offer(manager, commitment({ number: "SC-9" })),
    synced: await house.synced(commitment({ number: "SC-8" })),
    staged: staged[0]!,
    vendor: offered,
  };
}
