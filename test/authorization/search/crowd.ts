import fc from "fast-check";
import { CompanyEntity } from "../../../src/tenant/companies/company.entity";
import type { VendorStaffEntity } from "../../../src/tenant/companies/vendor-staff.entity";
import { ConnectionEntity } from "../../../src/erp/connections/connection.entity";
import type { Database } from "../../../src/infra/db/database";
import { insertRows } from "../../../src/infra/db/query/rows";
import { FeatureSwitchEntity } from "../../../src/erp/switches/feature-switch.entity";
import { ImplementationPlanEntity } from "../../../src/onboarding/plan/implementation-plan.entity";
import { newId } from "../../../src/kernel/ids";
import { GrantEntity } from "../../../src/directory/grants/grant.entity";
import { MemberEntity } from "../../../src/directory/members/member.entity";
import {
  CONNECTION_STATUSES,
  DIRECT_EXPORT_MODES,
  DIRECTIONS,
  FEATURES,
  LEVELS,
  PHASES,
  PROJECT_TOOLS,
  RECORD_STATES,
  STAFF_ROLES,
  STAKEHOLDER_ROLES,
  type Feature,
  type Resource,
} from "../../../src/policy/model/vocabulary";
import { ProjectLevelEntity } from "../../../src/directory/projects/project-level.entity";
import { ProjectEntity } from "../../../src/directory/projects/project.entity";
import { RecordEntity } from "../../../src/records/record/record.entity";
import { StakeholderEntity } from "../../../src/directory/stakeholders/stakeholder.entity";
import { START } from "../../support/house";
import { companyRow, grantOf, memberOf } from "../../support/rows";
import { connectionsOf, settleStaff } from "./crowd-rows";

/*
 * A company full of people, with rights of every kind, straight into the tables. People, projects and features are few,
 * so that grants, levels and records meet.
 */

const BUSY: readonly Feature[] = [
  "commitment",
  "commitment_change_order",
  "subcontractor_invoice",
  "vendor",
  "project",
];
const INSTANTS = ["2026-11-24T08:59:59.999Z", START, "2026-11-24T09:00:00.001Z"];
const CODES = ["P-1", "P-2", "P-3"];
const MINORS = [-5, 0, 99, 100, 101, 5_000_000];

const mostly = <T>(usual: T, all: readonly T[], weight = 5): fc.Arbitrary<T> =>
  fc.oneof({ weight, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: fc.constantFrom(...all) });
const orNull = <T>(arbitrary: fc.Arbitrary<T>, nulls = 1): fc.Arbitrary<T | null> =>
  fc.oneof({ weight: 3, arbitrary }, { weight: nulls, arbitrary: fc.constant(null) });
/** What a question without a record is about. */
export const subjectMatter = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom<Resource>(...BUSY) },
  { weight: 1, arbitrary: fc.constant<Resource>("company") },
);
export const feature = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...BUSY) },
  { weight: 1, arbitrary: fc.constantFrom(...FEATURES) },
);
const money = fc.record({ minor: fc.constantFrom(...MINORS), currency: mostly("USD", ["EUR"], 4) });
const place = fc.constantFrom(...CODES.keys());

const grant = fc.record({
  feature,
  direction: mostly("export", DIRECTIONS, 1),
  projects: orNull(fc.uniqueArray(place, { maxLength: 2 })),
  ceiling: orNull(money),
  validFrom: orNull(fc.constantFrom(...INSTANTS), 4),
  validUntil: orNull(fc.constantFrom(...INSTANTS), 4),
  revokedAt: orNull(fc.constantFrom(...INSTANTS), 6),
  givenAt: mostly("2026-01-05T09:00:00.000Z", INSTANTS, 6),
});
const level = fc.record({ project: place, tool: fc.constantFrom(...PROJECT_TOOLS), level: mostly("admin", LEVELS, 2) });
const member = fc.record({
  toolLevel: mostly("standard", LEVELS, 1),
  directoryLevel: mostly("none", LEVELS, 2),
  canPushToAccounting: mostly(true, [false], 2),
  active: mostly(true, [false], 6),
  grants: fc.array(grant, { maxLength: 4 }),
  part: orNull(fc.constantFrom(...STAKEHOLDER_ROLES), 6),
  levels: fc.uniqueArray(level, { maxLength: 4, selector: ({ project, tool }) => `${project}${tool}` }),
});
/** Somebody who may send in any company, so that records are found. */
const approver = fc
  .record({ first: member, projects: orNull(fc.uniqueArray(place, { maxLength: 2 }), 3) })
  .map(({ first, projects }) => {
    const open = { ceiling: null, validFrom: null, validUntil: null, revokedAt: null };
    const given = { feature: "commitment", direction: "export", givenAt: "2026-01-05T09:00:00.000Z" } as const;
    const rights = { toolLevel: "standard", canPushToAccounting: true, active: true } as const;
    return { ...first, ...rights, grants: [...first.grants, { ...given, ...open, projects }] };
  });
const assignment = fc.record({
  role: fc.constantFrom(...STAFF_ROLES),
  active: mostly(true, [false], 4),
  assignedFrom: mostly("2026-01-05T09:00:00.000Z", INSTANTS, 3),
  assignedUntil: orNull(fc.constantFrom(...INSTANTS), 2),
  /** Also somebody's e-mail in the directory. */
  twin: mostly(false, [true], 4),
});
const who = fc.nat({ max: 9 });
const record = fc.record({
  feature: mostly<Feature>("commitment", BUSY, 2),
  project: orNull(place, 1),
  amount: orNull(money, 1),
  submittedBy: orNull(who, 1),
  state: mostly("awaiting", RECORD_STATES, 2),
  firstApprover: orNull(who, 2),
  prerequisitesBlocked: mostly(false, [true], 5),
  workflowCompleted: fc.boolean(),
});

const COMMITMENTS = { feature: "commitment", enabled: true, directExport: "off" } as const;

export const crowd = fc.record({
  phase: mostly("in_use", PHASES, 6),
  connection: mostly("authorised", CONNECTION_STATUSES, 6),
  /** A second connection, with the projects in its books. */
  second: orNull(
    fc.record({
      status: mostly("authorised", CONNECTION_STATUSES, 2),
      edition: mostly("established", ["early"], 3),
      projects: fc.uniqueArray(place, { maxLength: 2 }),
    }),
    2,
  ),
  /** Which of the projects is out of use. */
  idle: orNull(place, 2),
  twoPersonAbove: orNull(money, 2),
  switches: fc
    .uniqueArray(
      fc.record({ feature, enabled: mostly(true, [false], 6), directExport: mostly("off", DIRECT_EXPORT_MODES, 2) }),
      { maxLength: 8, selector: (one) => one.feature },
    )
    .map((list) => (list.some((one) => one.feature === "commitment") ? list : [...list, COMMITMENTS])),
  members: fc
    .tuple(approver, fc.array(member, { minLength: 2, maxLength: 8 }))
    .map(([first, others]) => [first, ...others]),
  staff: fc.array(assignment, { maxLength: 3 }),
  records: fc.array(record, { minLength: 4, maxLength: 14 }),
});
export type Crowd = typeof crowd extends fc.Arbitrary<infer T> ? T : never;

/** The people and records as they are known from outside. */
export interface Settled {
  readonly slug: string;
  readonly projects: readonly string[];
  readonly members: readonly MemberEntity[];
  readonly staff: readonly VendorStaffEntity[];
  readonly records: readonly RecordEntity[];
}

/** Puts the company into the tables. */
export async function settle(database: Database, made: Crowd): Promise<Settled> {
  const { twoPersonAbove } = made;
  const company = companyRow({
    twoPersonAboveMinor: twoPersonAbove?.minor ?? null,
    twoPersonAboveCurrency: twoPersonAbove?.currency ?? null,
  });
  const here = { companyId: company.id, createdAt: START, version: 1 };
  const connections = connectionsOf(made, here);
  const [first, second] = connections.map((one) => one.id);
  const inSecond = (index: number | null) => index !== null && (made.second?.projects.includes(index) ?? false);
  const projects = CODES.map((code, index) => ({
    ...{ ...here, id: newId(), code, name: code, active: made.idle !== index },
    connectionId: inSecond(index) ? second! : null,
  }));
  const members = made.members.map(({ toolLevel, directoryLevel, canPushToAccounting, active }) =>
    memberOf(company, { toolLevel, directoryLevel, canPushToAccounting, active }),
  );
  const id = (index: number | null) => (index === null ? null : (members[index % members.length]?.id ?? null));
  const project = (index: number) => projects[index]?.id ?? "";
  await database.write(async (manager) => {
    await insertRows(manager, CompanyEntity, [company]);
    await insertRows(manager, ImplementationPlanEntity, [
      { ...here, id: newId(), phase: made.phase, enteredAt: START, liveAt: null },
    ]);
    await insertRows(manager, ConnectionEntity, connections);
    await insertRows(
      manager,
      FeatureSwitchEntity,
      made.switches.map((one) => ({ ...here, id: newId(), ...one })),
    );
    await insertRows(manager, ProjectEntity, projects);
    await insertRows(manager, MemberEntity, members);
    await insertRows(manager, GrantEntity, grantsOf(made, members, project));
    const levels = made.members.flatMap((one, index) =>
      one.levels.map(({ project: at, tool, level: held }) => ({
        ...{ id: newId(), companyId: company.id, memberId: members[index]!.id, projectId: project(at) },
        ...{ tool, level: held, createdAt: START },
      })),
    );
    await insertRows(manager, ProjectLevelEntity, levels);
    await insertRows(manager, StakeholderEntity, stakeholdersOf(made, members));
  });
  const records = made.records.map((one, index) => {
    const ofNoProject = one.project === null && index % 2 === 0;
    const connectionId = inSecond(one.project) || (ofNoProject && second) ? second! : first!;
    return { ...recordRow(company, one, { id, project }), connectionId };
  });
  const staff = await settleStaff(database, company, made, members);
  await database.write((manager) => insertRows(manager, RecordEntity, records as never[]));
  return { slug: company.slug, projects: projects.map((one) => one.id), members, staff, records };
}

function stakeholdersOf(made: Crowd, members: readonly MemberEntity[]) {
  return made.members.flatMap(({ part }, index) => {
    const { companyId, email, name } = members[index]!;
    const row = { id: newId(), companyId, role: part, memberId: null, name, email, required: false, createdAt: START };
    return part === null ? [] : [{ ...row, role: part }];
  });
}

function grantsOf(made: Crowd, members: readonly MemberEntity[], project: (index: number) => string): GrantEntity[] {
  return made.members.flatMap(({ grants }, index) =>
    grants.map(({ projects, ceiling, ...rest }) =>
      grantOf(members[index]!, {
        ...rest,
        projectIds: projects?.map(project) ?? null,
        ceilingMinor: ceiling?.minor ?? null,
        ceilingCurrency: ceiling?.currency ?? null,
      }),
    ),
  );
}

type People = { id(index: number | null): string | null; project(index: number): string };

/** A record with these facts; what no gate looks at is always the same. */
export function recordRow(
  company: { readonly id: string },
  made: Crowd["records"][number],
  { id, project }: People,
): RecordEntity {
  const key = newId();
  const firstApproverId = id(made.firstApprover);
  return Object.assign(new RecordEntity(), {
    ...{ id: key, companyId: company.id, connectionId: null, feature: made.feature, direction: "export", kind: null },
    ...{ projectId: made.project === null ? null : project(made.project), sourceKey: key, number: key, title: key },
    ...{ amountMinor: made.amount?.minor ?? null, amountCurrency: made.amount?.currency ?? null, documentDate: null },
    ...{ vendorNumber: null, parentNumber: null, state: made.state, createdById: null, submittedAt: null },
    ...{ submittedById: id(made.submittedBy), firstApproverId, hasFirstApproval: firstApproverId !== null },
    ...{ prerequisitesBlocked: made.prerequisitesBlocked, workflowCompleted: made.workflowCompleted },
    ...{ sentById: null, sentAt: null, externalId: null, failureCode: null, failureText: null, rejectReason: null },
    ...{ payload: {}, revision: 1, version: 1, createdAt: START, updatedAt: START },
  });
}
