import type { Money } from "../../src/kernel/money";
import type { ConnectionFacts, Facts, GrantFacts, RecordFacts, SubjectFacts } from "../../src/policy/model/facts";
import { FEATURES, type Action, type Direction, type Feature, type Resource } from "../../src/policy/model/vocabulary";
import { rowsFor } from "./oracle-matrix";

/*
 * The policy a second time, as a clerk would apply it with the permission matrix on the desk: find the row, read its
 * phrases, check each one. It shares no code with src/policy, so that a mistake has to be made twice to go unseen.
 */

/** One question in front of the clerk. */
interface Desk {
  readonly facts: Facts;
  readonly who: SubjectFacts;
  readonly feature: Feature | null;
  readonly record: RecordFacts;
}

const RANK = ["none", "read_only", "standard", "admin"];
const member = ({ who }: Desk): boolean => who.kind === "member";
const onTool = (desk: Desk, least: string): boolean =>
  member(desk) && RANK.indexOf(desk.who.toolLevel) >= RANK.indexOf(least);
const directoryAdmin = (desk: Desk): boolean => member(desk) && desk.who.directoryLevel === "admin";
const staff = (desk: Desk, role: string): boolean => desk.who.kind === "staff" && desk.who.staffRole === role;

const text = (value: unknown): string | null => (typeof value === "string" && value.length > 0 ? value : null);

function money(value: unknown): Money | null {
  if (typeof value !== "object" || value === null) return null;
  const { minor, currency } = value as Record<string, unknown>;
  if (typeof minor !== "number" || Math.floor(minor) !== minor || Math.abs(minor) > Number.MAX_SAFE_INTEGER)
    return null;
  return typeof currency === "string" && /^[A-Z]{3}$/.test(currency) ? { minor, currency } : null;
}

/** A deduction moves as much money as an addition of the same size. */
function within(amount: Money | null, limit: Money): boolean {
  if (amount === null || amount.currency !== limit.currency) return false;
  const size = amount.minor < 0 ? -amount.minor : amount.minor;
  return size <= limit.minor;
}

/** Admin on all these tools of the record's own project. */
function adminIn(desk: Desk, ...tools: string[]): boolean {
  const project = text(desk.record.project);
  if (!member(desk) || project === null) return false;
  return tools.every((tool) =>
    desk.who.projectLevels.some((row) => row.projectId === project && row.tool === tool && row.level === "admin"),
  );
}

/** Vendors, cost codes and projects move no money; vendors and cost codes belong to the whole company. */
const NO_MONEY = ["vendor", "cost_code", "project", "timecard", "sub_job"];
const NO_PROJECT = ["vendor", "cost_code"];

function covers(grant: GrantFacts, desk: Desk, direction: Direction): boolean {
  const { at } = desk.facts;
  const project = text(desk.record.project);
  if (grant.feature !== desk.feature || grant.direction !== direction) return false;
  if (grant.validFrom !== null && Date.parse(at) < Date.parse(grant.validFrom)) return false;
  if (grant.validUntil !== null && Date.parse(at) >= Date.parse(grant.validUntil)) return false;
  if (grant.projectIds !== null && NO_PROJECT.includes(grant.feature)) return false;
  if (grant.ceiling !== null && NO_MONEY.includes(grant.feature)) return false;
  if (grant.projectIds !== null && (project === null || !grant.projectIds.includes(project))) return false;
  return grant.ceiling === null || within(money(desk.record.amount), grant.ceiling);
}

/** The check boxes do not bind a directory administrator who can push to accounting. */
function hasRight(desk: Desk, direction: Direction): boolean {
  if (directoryAdmin(desk) && desk.who.canPushToAccounting) return true;
  return desk.who.grants.some((grant) => covers(grant, desk, direction));
}

const mayPush = (desk: Desk): boolean => onTool(desk, "standard") && desk.who.canPushToAccounting;
const switchOf = ({ facts, feature }: Desk) => (feature === null ? null : facts.company.features[feature]);
const direct = (desk: Desk): boolean => switchOf(desk)?.directExport !== "off";

/** Who may: one phrase of the row is enough. */
const WHO: Readonly<Record<string, (desk: Desk) => boolean>> = {
  member,
  "read only": (desk) => onTool(desk, "read_only"),
  standard: (desk) => onTool(desk, "standard"),
  "tool admin": (desk) => onTool(desk, "admin"),
  "directory admin": directoryAdmin,
  "granting admin": (desk) => directoryAdmin(desk) && desk.who.canPushToAccounting,
  stakeholder: (desk) => member(desk) && desk.who.stakeholderRoles.length > 0,
  "implementation contact": (desk) => member(desk) && desk.who.stakeholderRoles.includes("erp_implementation_contact"),
  specialist: (desk) => staff(desk, "specialist"),
  "point of contact": (desk) => staff(desk, "point_of_contact"),
  "reviewing service": ({ who }) => who.kind === "service" && who.key?.scopes.includes("rights:review") === true,
  "commitments admin": (desk) => adminIn(desk, "commitments"),
  "change orders admin": (desk) => adminIn(desk, "commitments", "change_orders"),
  "prime contracts admin": (desk) => adminIn(desk, "prime_contracts"),
  "project admin": (desk) => adminIn(desk, "project_admin"),
  "export approver": (desk) => mayPush(desk) && hasRight(desk, "export"),
  "direct commitments admin": (desk) => direct(desk) && adminIn(desk, "commitments"),
  "direct change orders admin": (desk) => direct(desk) && adminIn(desk, "commitments", "change_orders"),
  approver: mayPush,
  "unlinking approver on commitments": (desk) => mayPush(desk) && adminIn(desk, "commitments"),
  "unlinking approver on prime contracts": (desk) => mayPush(desk) && adminIn(desk, "prime_contracts"),
  importer: (desk) => onTool(desk, "standard") && hasRight(desk, "import"),
  "importing tool admin": (desk) => onTool(desk, "admin") && hasRight(desk, "import"),
};

const inState = ({ record }: Desk, ...states: string[]): boolean => states.some((state) => state === record.state);

function twoPeople({ facts, who, feature, record }: Desk): boolean {
  const threshold = facts.company.twoPersonAbove;
  if (feature === null || NO_MONEY.includes(feature)) return true;
  const small = threshold === null || within(money(record.amount), threshold);
  if (small && freeOf("second_approval", { facts, who, feature, record })) return true;
  const first = text(record.firstApprover);
  const submitter = text(record.submittedBy);
  // Neither of the two submitted it, and nobody is two people.
  return first !== null && submitter !== null && new Set([first, submitter, who.subjectId]).size === 3;
}

const MISFITS = "OVER_ORDER OVER_ORDER_LINE VENDOR_DIFFERS ZERO_INVOICE NUMBER_USED_BEFORE ORDER_CLOSED".split(" ");

/** Whether nothing is wrong beside the contract for which the company has chosen that; only what has a contract can be. */
function freeOf(response: string, { facts, feature, record }: Desk): boolean {
  if (feature !== "subcontractor_invoice" && feature !== "commitment_change_order") return true;
  const chosen = Object.entries(facts.company.contractControl ?? {}).filter(([, answer]) => answer === response);
  if (chosen.length === 0) return true;
  const { misfits } = record;
  if (!Array.isArray(misfits) || misfits.some((one) => !MISFITS.includes(one as string))) return false;
  return chosen.every(([one]) => !misfits.includes(one));
}

/** In whose books the record is: its project's, which are the default's if nobody says else; without one it says so. */
function connectionOf({ facts: { company }, record }: Desk): string | null {
  const project = text(record.project);
  if (project === null || !company.several) return text(record.connection);
  return Object.entries(company.several.ofProject).find(([id]) => id === project)?.[1] ?? company.several.defaultId;
}

/** Of one connection the company's facts speak; of several each record has its own, and none passes unknown. */
function onItsConnection(
  desk: Desk,
  fits: (connection: Pick<ConnectionFacts, "status" | "editionSupported">) => boolean,
) {
  const { company } = desk.facts;
  if (!company.several) return fits({ status: company.connection, editionSupported: company.editionSupported });
  const { connections } = company.several;
  const own = connections.find(({ id }) => id === connectionOf(desk));
  return connections.every(fits) || (own !== undefined && fits(own));
}

/** What else must be true: every phrase of the row. */
const ALSO: Readonly<Record<string, (desk: Desk) => boolean>> = {
  in: (desk) => switchOf(desk)?.imports === true,
  out: (desk) => switchOf(desk)?.exports === true,
  "in or out": (desk) => switchOf(desk)?.imports === true || switchOf(desk)?.exports === true,
  "in use": ({ facts, feature, record }) => {
    const idle = facts.company.projectsOutOfUse ?? [];
    if (idle.length === 0 || feature === null || NO_PROJECT.includes(feature)) return true;
    const project = text(record.project);
    return project !== null && !idle.includes(project);
  },
  live: ({ facts }) => facts.company.phase === "getting_started" || facts.company.phase === "in_use",
  connected: (desk) => onItsConnection(desk, ({ status }) => status === "authorised"),
  "switched on": (desk) =>
    switchOf(desk)?.enabled === true && onItsConnection(desk, ({ editionSupported }) => editionSupported),
  new: (desk) => inState(desk, "draft", "unlinked"),
  changed: (desk) => inState(desk, "rejected", "synced"),
  waiting: (desk) => inState(desk, "awaiting"),
  "waiting or new": (desk) => inState(desk, "awaiting", "draft", "unlinked"),
  "waiting or failed": (desk) => inState(desk, "awaiting", "failed"),
  synced: (desk) => inState(desk, "synced"),
  staged: (desk) => inState(desk, "staged"),
  "not sent": (desk) => inState(desk, "draft", "rejected", "unlinked"),
  "not linked": (desk) => inState(desk, "staged", "draft", "rejected", "unlinked"),
  mine: ({ who, record }) => text(record.submittedBy) === who.subjectId,
  "not mine": ({ who, record }) => text(record.submittedBy) !== null && record.submittedBy !== who.subjectId,
  "for another": ({ who, record }) => text(record.grantee) !== null && record.grantee !== who.subjectId,
  "two people": twoPeople,
  prerequisites: ({ record }) => record.prerequisitesBlocked === undefined || record.prerequisitesBlocked === false,
  "fits contract": (desk) => freeOf("refuse", desk),
  workflow: (desk) => switchOf(desk)?.directExport === "without_workflow" || desk.record.workflowCompleted === true,
};

function phrase(table: Readonly<Record<string, (desk: Desk) => boolean>>, name: string, desk: Desk): boolean {
  const check = table[name];
  if (!check) throw new Error(`The matrix says "${name}", which nobody explains.`);
  return check(desk);
}

/** Whether the person is of this company, active, and still assigned. */
function isPresent(subject: SubjectFacts, { company, at }: Facts): boolean {
  if (!subject.active || subject.companyId !== company.companyId) return false;
  if (subject.kind !== "staff" || subject.assignedUntil === null) return true;
  return Date.parse(at) < Date.parse(subject.assignedUntil);
}

/** What the matrix says of this very record; without one, whether it would let any record at all pass. */
export function oracleAllows(facts: Facts, action: Action, resource: Resource, record: RecordFacts | null): boolean {
  const { subject, company } = facts;
  if (subject === null || !isPresent(subject, facts)) return false;
  if (record === null) return candidates(facts, resource).some((one) => oracleAllows(facts, action, resource, one));
  if (record.companyId !== company.companyId || record.feature !== resource) return false;
  const feature = FEATURES.find((name) => name === resource) ?? null;
  const desk: Desk = { facts, who: subject, feature, record };
  return rowsFor(action, resource).some(
    (row) => row.who.some((who) => phrase(WHO, who, desk)) && row.also.every((also) => phrase(ALSO, also, desk)),
  );
}

const STATES = ["draft", "awaiting", "rejected", "synced", "failed", "unlinked", "staged"];

/** One record of each kind that could matter to these facts: every project, state, currency and author. */
function candidates({ company, subject }: Facts, resource: Resource): readonly RecordFacts[] {
  const grants = subject?.grants ?? [];
  const projects = [
    "anywhere",
    ...(subject?.projectLevels ?? []).map(({ projectId }) => projectId),
    ...grants.flatMap(({ projectIds }) => projectIds ?? []),
  ];
  const currencies = ["USD", ...grants.flatMap(({ ceiling }) => (ceiling === null ? [] : [ceiling.currency]))];
  const settled = {
    prerequisitesBlocked: false,
    workflowCompleted: true,
    grantee: "somebody",
    misfits: [],
    firstApprover: "another",
  };
  // A project is in the books that it is in; what has no project can be in any.
  const places = [
    ...[...new Set(projects)].map((project) => ({ project })),
    ...(company.several?.connections ?? []).map(({ id }) => ({ connection: id })),
  ];
  return places.flatMap((place) =>
    [...new Set(currencies)].flatMap((currency) =>
      STATES.flatMap((state) =>
        ["somebody", subject?.subjectId].map((submittedBy) => ({
          ...settled,
          ...place,
          companyId: company.companyId,
          feature: resource,
          amount: { minor: 0, currency },
          state,
          submittedBy,
        })),
      ),
    ),
  );
}
