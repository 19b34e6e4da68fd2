import { NO_RIGHTS } from "../../directory/members/grantee";
import type { Asked } from "../../policy/judgement/decide";
import { evaluate } from "../../policy/model/condition";
import type { CompanyFacts, Facts, GrantFacts, RecordFacts, SubjectFacts } from "../../policy/model/facts";
import { routes } from "../../policy/judgement/judge";
import { viewIn } from "../../policy/model/connections";
import type { RecordView } from "../../policy/model/record-view";
import { requirementOf } from "../../policy/model/requirements";
import {
  isAction,
  isResource,
  LEVELS,
  PROJECT_TOOLS,
  SCOPES,
  STAFF_ROLES,
  STAKEHOLDER_ROLES,
  type Action,
  type Direction,
  type Feature,
  type Level,
  type ProjectTool,
  type Resource,
  type StakeholderRole,
} from "../../policy/model/vocabulary";

/** What a member's directory record says that gates look at. */
export interface MemberProfile {
  readonly toolLevel: Level;
  readonly directoryLevel: Level;
  readonly canPushToAccounting: boolean;
}

/** Members who could pass with a grant, and what the grant must reach. */
export interface ByGrant {
  readonly feature: Feature;
  readonly direction: Direction;
  readonly profiles: readonly MemberProfile[];
}

/** Members who could pass as Admin on the tool; null: on whichever. */
export interface ByProjectLevel {
  readonly tool: ProjectTool | null;
  readonly profiles: readonly MemberProfile[];
}

/**
 * Where to look for the people who may do something. Everybody who may is in one of the places; not everybody in them
 * may, so each found one is judged.
 */
export interface SubjectPlan {
  /** Facts of the record in question; null: asked without one. */
  readonly view: RecordView | null;
  /** Whom the record names: gates treat them unlike everybody else. */
  readonly named: readonly string[];
  /** Active members of these profiles pass whoever they are. */
  readonly profiles: readonly MemberProfile[];
  readonly byGrant: ByGrant | null;
  readonly byProjectLevel: ByProjectLevel | null;
  /** Whether members of some profile pass by their part in the implementation. */
  readonly stakeholders: boolean;
  /** Whether assigned vendor staff of some role may. */
  readonly staff: boolean;
  /** Whether a service may whose API key has all scopes. */
  readonly services: boolean;
}

const NOWHERE = {
  named: [],
  profiles: [],
  byGrant: null,
  byProjectLevel: null,
  stakeholders: false,
  staff: false,
  services: false,
} as const;
const PROFILES: readonly MemberProfile[] = LEVELS.flatMap((toolLevel) =>
  LEVELS.flatMap((directoryLevel) =>
    [true, false].map((canPushToAccounting) => ({ toolLevel, directoryLevel, canPushToAccounting })),
  ),
);

/**
 * Finds the places by putting the question to the gates themselves, about people who do not exist: of each profile,
 * with everything that a grant or a project level could give, and without. So a new gate or requirement needs nothing
 * here: a law holds the searches equal to asking one by one.
 */
export function subjectPlan(company: CompanyFacts, at: string, asked: Asked): SubjectPlan {
  if (asked.record) return makePlan(company, at, asked);
  // Probing takes milliseconds, and without a record the plan hangs on the company's facts alone.
  const key = `${asked.action} ${asked.resource}`;
  const plans = PLANS.get(company) ?? new Map<string, SubjectPlan>();
  const plan = plans.get(key) ?? makePlan(company, at, asked);
  if (isAction(asked.action) && isResource(asked.resource)) PLANS.set(company, plans.set(key, plan));
  return plan;
}

const PLANS = new WeakMap<CompanyFacts, Map<string, SubjectPlan>>();

function makePlan(company: CompanyFacts, at: string, { action, resource, record }: Asked): SubjectPlan {
  const view = record ? viewIn(company, record) : null;
  if (!isAction(action) || !isResource(resource)) return { ...NOWHERE, view };
  const named = namedIn(record ?? null);
  const probe = new Probe(company, at, action, resource, view, strangerTo(named));
  const kinds = PROFILES.map((profile) => ({ profile, ...probe.needs(profile) }));
  const withGrant = kinds.filter(({ grant }) => grant).map(({ profile }) => profile);
  const withLevel = kinds.filter(({ level }) => level).map(({ profile }) => profile);
  const direction = requirementOf(action, resource)?.grant;
  return {
    view,
    named,
    profiles: kinds.filter(({ nothing }) => nothing).map(({ profile }) => profile),
    byGrant:
      withGrant.length > 0 && direction && resource !== "company"
        ? { feature: resource, direction, profiles: withGrant }
        : null,
    byProjectLevel: withLevel[0] ? { tool: probe.neededTool(withLevel[0]), profiles: withLevel } : null,
    stakeholders: kinds.some(({ part }) => part),
    staff: STAFF_ROLES.some((role) => probe.staff(role)),
    services: probe.service(),
  };
}

/** Ids of people that a record mentions; only they can be treated unlike others of the same rights. */
function namedIn(record: RecordFacts | null): readonly string[] {
  const people = record ? [record.submittedBy, record.firstApprover, record.grantee] : [];
  return [...new Set(people.filter((id): id is string => typeof id === "string" && id !== ""))];
}

function strangerTo(named: readonly string[]): string {
  let id = "stranger";
  while (named.includes(id)) id += "-";
  return id;
}

interface Needs {
  readonly nothing: boolean;
  readonly grant: boolean;
  readonly level: boolean;
  readonly part: boolean;
}

/** What a made-up member has besides their profile. */
interface Held {
  readonly grants?: readonly GrantFacts[];
  readonly adminOn?: readonly ProjectTool[];
  readonly parts?: readonly StakeholderRole[];
}

/** Asks the gates about made-up people. */
class Probe {
  private readonly grants: readonly GrantFacts[];
  private readonly projects: readonly string[];

  constructor(
    private readonly company: CompanyFacts,
    private readonly at: string,
    private readonly action: Action,
    private readonly resource: Resource,
    private readonly view: RecordView | null,
    private readonly stranger: string,
  ) {
    this.projects = view ? [view.project ?? ""] : oneInEachLedger(company);
    this.grants = unlimitedGrants(resource, requirementOf(action, resource)?.grant);
  }

  /** Which further things a member of the profile could pass on; several where there are several ways. */
  needs(profile: MemberProfile): Needs {
    const { grants } = this;
    const passes = (held: Held) => this.member(profile, held);
    const no = { nothing: false, grant: false, level: false, part: false };
    if (!passes({ grants, adminOn: PROJECT_TOOLS, parts: STAKEHOLDER_ROLES })) return no;
    if (passes({})) return { ...no, nothing: true };
    const level = passes({ adminOn: PROJECT_TOOLS });
    const grant = passes({ grants });
    const part = passes({ parts: STAKEHOLDER_ROLES });
    if (level || grant || part) return { nothing: false, level, grant, part };
    // Where only several together will do, one that all of them need is enough to look for.
    const withoutPart = passes({ grants, adminOn: PROJECT_TOOLS });
    return { ...no, part: !withoutPart, grant: withoutPart };
  }

  /** A tool without whose level nobody passes. */
  neededTool(profile: MemberProfile): ProjectTool | null {
    const without = (tool: ProjectTool) => PROJECT_TOOLS.filter((other) => other !== tool);
    return PROJECT_TOOLS.find((tool) => !this.member(profile, { adminOn: without(tool) })) ?? null;
  }

  staff(staffRole: (typeof STAFF_ROLES)[number]): boolean {
    return this.passes({ ...this.nobody(), ...NO_RIGHTS, kind: "staff", staffRole });
  }

  service(): boolean {
    return this.passes({ ...this.nobody(), ...NO_RIGHTS, kind: "service", key: { scopes: SCOPES, until: null } });
  }

  private member(profile: MemberProfile, { grants = [], adminOn = [], parts = [] }: Held): boolean {
    const projectLevels = this.projects.flatMap((projectId) =>
      adminOn.map((tool) => ({ projectId, tool, level: "admin" as const })),
    );
    return this.passes({ ...this.nobody(), ...profile, grants, projectLevels, stakeholderRoles: parts });
  }

  private nobody(): Omit<SubjectFacts, keyof MemberProfile> {
    const { companyId } = this.company;
    const open = {
      active: true,
      projectLevels: [],
      grants: [],
      stakeholderRoles: [],
      staffRole: null,
      assignedUntil: null,
    };
    return { subjectId: this.stranger, companyId, kind: "member", ...open };
  }

  private passes(subject: SubjectFacts): boolean {
    const { company, at, view } = this;
    return mayPass({ company, subject, at }, this.action, this.resource, view);
  }
}

/** What isAllowed of policy/decide.ts says, for one question of many people: without compiling all their rights. */
export function mayPass(facts: Facts, action: Action, resource: Resource, view: RecordView | null): boolean {
  const ways = routes(facts, action, resource).flatMap((route) => route.conjunctions);
  return ways.some((parts) => view === null || parts.every((part) => evaluate(part, view).truth === true));
}

/** A project of the default's, made up, and one of each connection that projects are bound to. */
function oneInEachLedger({ several }: CompanyFacts): readonly string[] {
  const bound = Object.entries(several?.ofProject ?? {});
  return ["any", ...new Map(bound.map(([project, connection]) => [connection, project])).values()];
}

function unlimitedGrants(resource: Resource, direction: Direction | undefined): readonly GrantFacts[] {
  if (!direction || resource === "company") return [];
  const open = { projectIds: null, ceiling: null, validFrom: null, validUntil: null };
  return [{ grantId: "any", feature: resource, direction, ...open }];
}
