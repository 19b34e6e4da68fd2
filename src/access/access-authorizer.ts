import type { Actor } from "../kernel/actor";
import { isInstant, toInstant, type Clock } from "../kernel/clock";
import { Refusal } from "../kernel/errors";
import type { Locale } from "../kernel/locale";
import type { CompanyEntity } from "../company/company.entity";
import type { CompanyDirectory } from "../company/company-directory";
import { decide, isAllowed } from "../policy/decide";
import {
  PolicyRefusal,
  type AnsweredDecision,
  type Authorizer,
  type KnownActor,
  type Need,
  type Question,
  type RecordDescription,
} from "../policy/ports";
import type { MemberPolicy } from "../policy/member-policy";
import { answer, outsiderAnswer } from "./answer";
import type { PolicySource } from "./policy-source";
import type { KnownSubject, SubjectDirectory } from "./subject-directory";

/**
 * Answers every question to the policy, for services and transports alike. Unknown companies, subjects, actions and
 * resources are denied decisions, never errors.
 */
export class AccessAuthorizer implements Authorizer {
  constructor(
    private readonly companies: CompanyDirectory,
    private readonly subjects: SubjectDirectory,
    private readonly policies: PolicySource,
    private readonly clock: Clock,
  ) {}

  /**
   * Decides what the question asks. An asker who may not review the company's rights may ask about himself only;
   * to an outsider a company that is not his answers like one that does not exist.
   * Throws Refusal FORBIDDEN for questions about others, BAD_INPUT for an instant of the wrong form.
   */
  async decide(asker: Actor, question: Question): Promise<AnsweredDecision> {
    const at = this.instant(question.at);
    const company = await this.companies.find(question.company);
    const known = company ? await this.knows(asker, company.id) : false;
    if (!company || !known) return outsiderAnswer(question, at);
    const subject = await this.subjects.find(company.id, question.subject);
    await this.requireMayAskAbout(asker, company, subject, question.locale);
    const policy = await this.policies.policyOf(company, subject, at, question.at != null);
    return this.answered(company, subject, policy, question, at);
  }

  async require(actor: Actor, need: Need, locale: Locale = "en"): Promise<KnownActor> {
    if (actor.kind === "system") return { kind: "system", id: actor.name, name: actor.name };
    const company = await this.companyOf(need);
    const subject = actor.kind === "person" ? await this.subjects.findPerson(company.id, actor) : null;
    const at = this.instant(null);
    const policy = await this.policies.policyOf(company, subject, at, false);
    const question = { ...need, company: company.id, subject: subject?.id ?? "", locale };
    if (subject && isAllowed(policy, { ...need, record: recordOf(company, need.resource, need.record) }))
      return subject;
    throw new PolicyRefusal(await this.answered(company, subject, policy, question, at));
  }

  async permits(actor: Actor, need: Need): Promise<boolean> {
    try {
      await this.require(actor, need);
      return true;
    } catch (error) {
      if (error instanceof PolicyRefusal) return false;
      throw error;
    }
  }

  async knows(asker: Actor, companyId: string): Promise<boolean> {
    if (asker.kind === "system") return true;
    if (asker.kind === "service") return asker.companyIds.includes(companyId);
    return (await this.subjects.findPerson(companyId, asker)) !== null;
  }

  /** Rights of others are for those who may review; services need the scope for decisions. */
  async mayReview(asker: Actor, company: CompanyEntity): Promise<boolean> {
    if (asker.kind === "service")
      return asker.companyIds.includes(company.id) && asker.scopes.includes("decisions:read");
    return this.permits(asker, { companyId: company.id, action: "review", resource: "company" });
  }

  private async requireMayAskAbout(
    asker: Actor,
    company: CompanyEntity,
    subject: KnownSubject | null,
    locale: Locale,
  ): Promise<void> {
    const self = asker.kind === "person" ? await this.subjects.findPerson(company.id, asker) : null;
    if (self !== null && self.id === subject?.id) return;
    if (await this.mayReview(asker, company)) return;
    if (asker.kind !== "service")
      await this.require(asker, { companyId: company.id, action: "review", resource: "company" }, locale);
    throw new Refusal("FORBIDDEN", "The API key lacks the scope decisions:read; ask for a key that has it.");
  }

  private async companyOf(need: Need): Promise<CompanyEntity> {
    const company = await this.companies.find(need.companyId);
    if (!company) throw new Refusal("NOT_FOUND", "There is no such company.", ["company"]);
    return company;
  }

  private instant(at: string | null | undefined): string {
    if (at == null) return toInstant(this.clock.now());
    if (!isInstant(at))
      throw new Refusal("BAD_INPUT", "`at` must be an instant such as 2026-11-24T09:00:00.000Z.", ["at"]);
    return at;
  }

  private async answered(
    company: CompanyEntity,
    subject: KnownSubject | null,
    policy: MemberPolicy,
    question: Question,
    at: string,
  ): Promise<AnsweredDecision> {
    const record = recordOf(company, question.resource, await this.withIds(company.id, question.record));
    const decision = decide(policy, { action: question.action, resource: question.resource, record });
    const names = await this.policies.projectNames(company);
    return answer({ decision, policy, subject, company, locale: question.locale, at, names });
  }

  /** Callers name people by id or e-mail; the policy knows ids. */
  private async withIds(companyId: string, record: RecordDescription | null | undefined) {
    if (!record) return record;
    const { submittedBy, firstApprover } = record;
    return {
      ...record,
      ...(submittedBy === undefined ? {} : { submittedBy: await this.idOf(companyId, submittedBy) }),
      ...(firstApprover === undefined ? {} : { firstApprover: await this.idOf(companyId, firstApprover) }),
    };
  }

  private async idOf(companyId: string, reference: unknown): Promise<unknown> {
    if (typeof reference !== "string" || reference === "") return reference;
    return (await this.subjects.find(companyId, reference))?.id ?? reference;
  }
}

function recordOf(company: CompanyEntity, resource: string, record: RecordDescription | null | undefined) {
  return record ? { ...record, companyId: company.id, feature: resource } : null;
}
