import type { Actor } from "../../kernel/actor";
import { toInstant, type Clock } from "../../kernel/clock";
import type { Locale } from "../../kernel/locale";
import type { Asker, Findings, SearchWindow } from "../authzen/transport/engine";
import type {
  ActionSearchRequest,
  Entity,
  FoundAction,
  FoundEntity,
  RequestContext,
  ResourceSearchRequest,
  SubjectSearchRequest,
} from "../authzen/transport/messages";
import type { CompanyEntity } from "../../tenant/companies/company.entity";
import { hasProblems, isAllowed } from "../../policy/judgement/decide";
import type { RecordFacts } from "../../policy/model/facts";
import type { MemberPolicy } from "../../policy/judgement/member-policy";
import { problemText } from "../../policy/texts/fact-problems";
import { ACTIONS, FEATURES, RESOURCES } from "../../policy/model/vocabulary";
import { requireReached } from "../decision-point/consistency";
import type { DecisionPoint } from "../decision-point/decision-point";
import {
  companyOf,
  FEATURE_TYPE,
  featureOf,
  recordIn,
  statesFacts,
  subjectKindOf,
  termsOf,
} from "../authzen/mapping/authzen-mapping";
import { pastOf, type PastInstant } from "../history/past-facts";
import type { PolicySource } from "../policies/policy-source";
import { readingOf } from "../decision-point/request-reading";
import type { SubjectDirectory } from "../../directory/subjects/subject-directory";
import { pageOfNames } from "./page-of-names";
import type { RecordSearch } from "./record-search";
import type { SubjectSearch } from "./subject-search";

export interface AuthzenSearchParts {
  readonly authorizer: DecisionPoint;
  readonly policies: PolicySource;
  readonly directory: SubjectDirectory;
  readonly subjectSearch: SubjectSearch;
  readonly recordSearch: RecordSearch;
  readonly clock: Clock;
}

/** A page is looked for this often; then it may be short, and the next one goes on from there. */
const ROUNDS = 5;
const NOTHING = { results: [], next: null } as const;

/**
 * AuthZEN's searches over our policy: exactly what `evaluate` would allow, one by one. What is unknown, or of a company
 * that is not the asker's, is found by none.
 */
export class AuthzenSearch {
  constructor(private readonly parts: AuthzenSearchParts) {}

  /** Throws as DecisionPoint.requireReview does: who may is the business of those who may review. */
  async subjects(
    asker: Asker,
    { subject, action, resource, context = {} }: SubjectSearchRequest,
    window: SearchWindow,
  ): Promise<Findings<FoundEntity>> {
    const { authorizer, directory, subjectSearch } = this.parts;
    const { atLeast, ...instant } = this.terms(context);
    const company = await this.company(asker, companyOf(resource));
    if (!company) return NOTHING;
    requireReached(company, atLeast);
    await authorizer.asking.requireReview(asker.caller as Actor, company, asker.locale, readingOf(asker));
    const kind = subjectKindOf(subject.type);
    if (kind === null) return NOTHING;
    const asked = await this.about(asker, company, { entity: resource, action: action.name, ...instant });
    const question = { company, asked: { ...asked, action: action.name }, ...instant, kind };
    if (asked.record && hasProblems(asked.record)) return nothing(company, instant.at, asked.record, asker.locale);
    const { found, next } = await subjectSearch.page(question, {
      size: window.limit,
      from: window.after,
      rounds: ROUNDS,
    });
    const names = await directory.references(
      company.id,
      found.map((one) => one.subject),
    );
    const results = found.map((one) => ({ type: subject.type, id: names.get(one.subject.id) ?? one.subject.id }));
    return { results, next, context: dated(company, instant.at, asked.record) };
  }

  /** Throws as DecisionPoint.requireMayAskAbout does. */
  async resources(
    asker: Asker,
    { subject, action, resource, context = {} }: ResourceSearchRequest,
    window: SearchWindow,
  ): Promise<Findings<FoundEntity>> {
    const rights = await this.rights(asker, subject, companyOf(resource), context);
    if (!rights) return NOTHING;
    const { company, policy } = rights;
    const { type, properties } = resource;
    if (statesFacts(properties)) return nothing(company, policy.facts.at, unasked(properties), asker.locale);
    if (type === FEATURE_TYPE) {
      const features = RESOURCES.filter((name) => isAllowed(policy, { action: action.name, resource: name }));
      const page = pageOfNames(features, window, (id) => ({ type, id }));
      return { ...page, context: dated(company, policy.facts.at) };
    }
    const feature = FEATURES.find((name) => name === type);
    if (!feature) return NOTHING;
    const question = { policy, action: action.name, feature };
    const { ids, next } = await this.parts.recordSearch.page(question, {
      size: window.limit,
      from: window.after,
      rounds: ROUNDS,
    });
    return { results: ids.map((id) => ({ type, id })), next, context: dated(company, policy.facts.at) };
  }

  /** Throws as DecisionPoint.requireMayAskAbout does. */
  async actions(
    asker: Asker,
    { subject, resource, context = {} }: ActionSearchRequest,
    window: SearchWindow,
  ): Promise<Findings<FoundAction>> {
    const rights = await this.rights(asker, subject, companyOf(resource), context);
    if (!rights) return NOTHING;
    const { company, policy } = rights;
    const { at } = policy.facts;
    // Of a first approver only sending asks, so with it the record is read as it would be sent.
    const asked = await this.about(asker, company, { entity: resource, action: "send", at, past: rights.past });
    if (asked.record && hasProblems(asked.record)) return nothing(company, at, asked.record, asker.locale);
    const actions = ACTIONS.filter((action) => isAllowed(policy, { ...asked, action }));
    return { ...pageOfNames(actions, window, (name) => ({ name })), context: dated(company, at, asked.record) };
  }

  /** The subject's compiled rights; null where subject type or company is unknown to the asker. */
  private async rights(
    asker: Asker,
    subject: Entity,
    reference: string | null,
    context: RequestContext,
  ): Promise<{ company: CompanyEntity; policy: MemberPolicy; past: PastInstant | null } | null> {
    const { authorizer, policies } = this.parts;
    const { at, past, atLeast } = this.terms(context);
    const company = await this.company(asker, reference);
    if (!company) return null;
    requireReached(company, atLeast);
    const kind = subjectKindOf(subject.type);
    if (kind === null) return null;
    const [actor, reading] = [asker.caller as Actor, readingOf(asker)];
    const known = await authorizer.asking.subjectFor(actor, company, subject.id, reading, kind);
    await authorizer.asking.requireAbout(actor, company, known, asker.locale, reading);
    return { company, policy: (await policies.compiled(company, known, at, past)).policy, past };
  }

  /** The resource as a question has it: a stored record by its own facts. */
  private async about(
    asker: Asker,
    company: CompanyEntity,
    { entity, action, at, past }: { entity: Entity; action: string; at: string; past: PastInstant | null },
  ): Promise<{ resource: string; record: RecordFacts | null }> {
    const resource = featureOf(entity);
    const asked = { company, action, resource, at, past };
    return { resource, record: await this.parts.authorizer.record(asked, recordIn(entity), readingOf(asker)) };
  }

  private async company(asker: Asker, reference: string | null): Promise<CompanyEntity | null> {
    if (reference === null) return null;
    return this.parts.authorizer.asking.companyFor(asker.caller as Actor, reference, readingOf(asker));
  }

  /** A search reads the company and its rights afresh, so it is fully consistent, whether that was asked for or not. */
  private terms(context: RequestContext) {
    const { at = null, knownAt = null, atLeast } = termsOf(context);
    const past = pastOf({ at, knownAt }, this.parts.clock);
    return { at: past?.at ?? toInstant(this.parts.clock.now()), past, atLeast };
  }
}

function dated(
  { policyRevision }: CompanyEntity,
  evaluatedAt: string,
  record: Pick<RecordFacts, "source"> | null = null,
) {
  return { policyRevision, evaluatedAt, ...(record?.source ? { facts: record.source } : {}) };
}

/** Nothing is found for a record of which not all is understood, and the page says why. */
function nothing(
  company: CompanyEntity,
  at: string,
  { problems = [], ...record }: Pick<RecordFacts, "source" | "problems">,
  locale: Locale,
) {
  const factProblems = problems.map((problem) => ({ ...problem, message: problemText(problem, locale) }));
  const context = { ...dated(company, at, record), code: "NOT_EVALUABLE", factProblems };
  return { ...NOTHING, context };
}

/** Facts of a kind of records: the search looks at those that Ledgergate holds, whatever is said of them. */
function unasked(properties: Entity["properties"] = {}): Pick<RecordFacts, "problems"> {
  const named = Object.keys(properties).filter((name) => name !== "company" && properties[name] != null);
  return { problems: named.map((fact) => ({ fact, code: "NOT_ASKED" })) };
}
