import type {
  CompanyFacts,
  Facts,
  FeatureFacts,
  GrantFacts,
  RecordFacts,
  SubjectFacts,
} from "../src/policy/model/facts";
import { FEATURES, RESOURCES, type Feature, type Resource } from "../src/policy/model/vocabulary";
import { Chance } from "./random";

/*
 * 1,000 companies of 20 members. Of the 16 resources 15 are features; the sixteenth is the company itself, which is
 * asked about like the others and cannot be granted. Every company is live and its connector carries everything, every
 * member is an approver: so the grants alone decide, and half of all pairs of member and feature are granted. No
 * directory administrators, because their tables would all be equal; drawn at random, few tables are.
 */
export const COMPANIES = 1_000;
export const MEMBERS_PER_COMPANY = 20;
export const FOREIGN_SHARE = 0.1;
const GRANTED_SHARE = 0.5;
const SEED = 20_260_310;
/** The instant that everything is asked as of. */
export const AT = "2026-03-10T12:00:00.000Z";

/** One question of the bench: may the member send that feature's records in that company? */
export interface Question {
  readonly companyId: string;
  readonly subjectId: string;
  readonly resource: Resource;
}

export interface RecordQuestion extends Question {
  readonly record: RecordFacts;
}

export interface Population {
  readonly companies: ReadonlyMap<string, CompanyFacts>;
  readonly members: readonly SubjectFacts[];
}

const CARRIED: FeatureFacts = { exports: true, imports: true, enabled: true, directExport: "off" };
const FEATURE_FACTS = Object.fromEntries(FEATURES.map((name) => [name, CARRIED])) as CompanyFacts["features"];

function company(chance: Chance): CompanyFacts {
  return {
    companyId: chance.id(),
    phase: "in_use",
    connector: "imaginary",
    connection: "authorised",
    edition: "ANY",
    editionSupported: true,
    twoPersonAbove: null,
    features: FEATURE_FACTS,
  };
}

const projectsOf = (companyId: string): readonly [string, string, string] => [
  `${companyId}:north`,
  `${companyId}:south`,
  `${companyId}:tower`,
];

/** A quarter of the grants is limited to projects, another to an amount. */
function grant(chance: Chance, companyId: string, feature: Feature): GrantFacts {
  const [north, south] = projectsOf(companyId);
  const kind = chance.below(4);
  return {
    grantId: chance.id(),
    feature,
    direction: "export",
    projectIds: kind === 0 ? [north, south] : null,
    ceiling: kind === 1 ? { minor: 500_000, currency: "USD" } : null,
    validFrom: null,
    validUntil: null,
  };
}

function member(chance: Chance, companyId: string): SubjectFacts {
  return {
    subjectId: chance.id(),
    companyId,
    kind: "member",
    active: true,
    toolLevel: "standard",
    directoryLevel: "none",
    canPushToAccounting: true,
    projectLevels: [],
    grants: FEATURES.filter(() => chance.happens(GRANTED_SHARE)).map((feature) => grant(chance, companyId, feature)),
    staffRole: null,
    stakeholderRoles: [],
    assignedUntil: null,
  };
}

/** The same population at every call with the same numbers. */
export function populate(companies = COMPANIES, membersEach = MEMBERS_PER_COMPANY): Population {
  const chance = new Chance(SEED);
  const all = Array.from({ length: companies }, () => company(chance));
  return {
    companies: new Map(all.map((one) => [one.companyId, one])),
    members: all.flatMap(({ companyId }) => Array.from({ length: membersEach }, () => member(chance, companyId))),
  };
}

/** Facts of a member about a company; of a foreign one they are no member. */
export function factsOf({ companies }: Population, subject: SubjectFacts, companyId = subject.companyId): Facts {
  const facts = companies.get(companyId);
  if (!facts) throw new Error(`No company ${companyId} in the population.`);
  return { company: facts, subject: subject.companyId === companyId ? subject : null, at: AT };
}

/** Random questions over all members and resources, a share of them about a foreign company. */
export function questions({ companies, members }: Population, count: number): readonly Question[] {
  const chance = new Chance(SEED + 1);
  const companyIds = [...companies.keys()];
  return Array.from({ length: count }, () => {
    const { subjectId, companyId } = draw(chance, members);
    const foreign = chance.happens(FOREIGN_SHARE);
    return { companyId: foreign ? draw(chance, companyIds) : companyId, subjectId, resource: draw(chance, RESOURCES) };
  });
}

function draw<T>(chance: Chance, values: readonly T[]): T {
  const value = values[chance.below(values.length)];
  if (value === undefined) throw new Error("Nothing to draw from.");
  return value;
}

/** The same questions about one record each: mostly waiting and somebody else's, with facts that limits look at. */
export function recordQuestions(population: Population, count: number): readonly RecordQuestion[] {
  const chance = new Chance(SEED + 2);
  return questions(population, count).map((question) => ({
    ...question,
    record: {
      companyId: question.companyId,
      feature: question.resource,
      project: chance.oneOf(projectsOf(question.companyId)),
      amount: { minor: chance.below(1_000_000), currency: "USD" },
      submittedBy: chance.happens(0.1) ? question.subjectId : "somebody-else",
      state: chance.happens(0.8) ? "awaiting" : "draft",
    },
  }));
}
