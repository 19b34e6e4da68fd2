import type { Actor } from "../../kernel/actor";
import { toInstant, type Clock } from "../../kernel/clock";
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
import { isAllowed } from "../../policy/judgement/decide";
import type { MemberPolicy } from "../../policy/judgement/member-policy";
import { ACTIONS, FEATURES, RESOURCES } from "../../policy/model/vocabulary";
import { requireReached } from "../cache/asked";
import type { AccessAuthorizer } from "../decision-point/access-authorizer";
import {
  companyOf,
  describedRecord,
  FEATURE_TYPE,
  resourceOf,
  SUBJECT_TYPE,
  termsOf,
} from "../authzen/mapping/authzen-mapping";
import { pastOf } from "../history/past-facts";
import type { PolicySource } from "../cache/policy-source";
import { readingOf } from "../cache/reading";
import type { RecordFactsSource } from "../facts/stored-records";
import type { SubjectDirectory } from "../../directory/subjects/subject-directory";
import { pageOfNames } from "./page-of-names";
import type { RecordSearch } from "./record-search";
import type { SubjectSearch } from "./subject-search";

export interface AuthzenSearchParts {
  readonly authorizer: AccessAuthorizer;
  readonly policies: PolicySource;
  readonly directory: SubjectDirectory;
  readonly records: RecordFactsSource;
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

  /** Throws as AccessAuthorizer.requireReview does: who may is the business of those who may review. */
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
    await authorizer.requireReview(asker.caller as Actor, company, asker.locale, readingOf(asker));
    if (subject.type !== SUBJECT_TYPE) return NOTHING;
    const asked = await this.about(asker, company, resource);
    if (!asked) return NOTHING;
    const question = { company, asked: { ...asked, action: action.name }, ...instant };
    const { found, next } = await subjectSearch.page(question, {
      size: window.limit,
      from: window.after,
      rounds: ROUNDS,
    });
    const names = await directory.references(
      company.id,
      found.map((one) => one.subject),
    );
    const results = found.map((one) => ({ type: SUBJECT_TYPE, id: names.get(one.subject.id) ?? one.subject.id }));
    return { results, next, context: dated(company, instant.at) };
  }

  /** Throws as AccessAuthorizer.requireMayAskAbout does. */
  async resources(
    asker: Asker,
    { subject, action, resource, context = {} }: ResourceSearchRequest,
    window: SearchWindow,
  ): Promise<Findings<FoundEntity>> {
    const rights = await this.rights(asker, subject, companyOf(resource), context);
    if (!rights) return NOTHING;
    const { company, policy } = rights;
    const { type } = resource;
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

  /** Throws as AccessAuthorizer.requireMayAskAbout does. */
  async actions(
    asker: Asker,
    { subject, resource, context = {} }: ActionSearchRequest,
    window: SearchWindow,
  ): Promise<Findings<FoundAction>> {
    const rights = await this.rights(asker, subject, companyOf(resource), context);
    if (!rights) return NOTHING;
    const { company, policy } = rights;
    const asked = await this.about(asker, company, resource);
    if (!asked) return NOTHING;
    const actions = ACTIONS.filter((action) => isAllowed(policy, { ...asked, action }));
    return { ...pageOfNames(actions, window, (name) => ({ name })), context: dated(company, policy.facts.at) };
  }

  /** The subject's compiled rights; null where subject type or company is unknown to the asker. */
  private async rights(
    asker: Asker,
    subject: Entity,
    reference: string | null,
    context: RequestContext,
  ): Promise<{ company: CompanyEntity; policy: MemberPolicy } | null> {
    const { authorizer, policies } = this.parts;
    const { at, past, atLeast } = this.terms(context);
    const company = await this.company(asker, reference);
    if (!company) return null;
    requireReached(company, atLeast);
    if (subject.type !== SUBJECT_TYPE) return null;
    const [actor, reading] = [asker.caller as Actor, readingOf(asker)];
    const known = await authorizer.subjectFor(actor, company, subject.id, reading);
    await authorizer.requireMayAskAbout(actor, company, known, asker.locale, reading);
    return { company, policy: await policies.policyOf(company, known, at, past) };
  }

  /** The resource as a question has it, a stored record by its own facts; null: a record of another feature. */
  private async about(asker: Asker, company: CompanyEntity, entity: Entity) {
    const { resource, recordId } = resourceOf(entity);
    if (recordId === null) return { resource, record: null };
    const stored = await this.parts.records.find(company.id, recordId);
    if (stored) return stored.feature === resource ? { resource, record: stored } : null;
    const said = describedRecord(entity);
    return { resource, record: await this.parts.authorizer.record(company, resource, said, readingOf(asker)) };
  }

  private async company(asker: Asker, reference: string | null): Promise<CompanyEntity | null> {
    if (reference === null) return null;
    return this.parts.authorizer.companyFor(asker.caller as Actor, reference, readingOf(asker));
  }

  /** A search reads the company and its rights afresh, so it is fully consistent, whether that was asked for or not. */
  private terms(context: RequestContext) {
    const { at = null, knownAt = null, atLeast } = termsOf(context);
    const past = pastOf({ at, knownAt }, this.parts.clock);
    return { at: past?.at ?? toInstant(this.parts.clock.now()), past, atLeast };
  }
}

function dated({ policyRevision }: CompanyEntity, evaluatedAt: string) {
  return { policyRevision, evaluatedAt };
}
