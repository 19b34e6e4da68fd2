import type { GrantBounds } from "../../directory/grants/grant-bounds";
import { termsOf, type GrantRequest, type GrantTerms } from "../../directory/grants/grant-terms";
import { sameOpenGrant, storeGrant } from "../../directory/grants/grant-writer";
import { findMember, requireGrantee } from "../../directory/members/grantee";
import type { MemberEntity } from "../../directory/members/member.entity";
import type { SubjectDirectory } from "../../directory/subjects/subject-directory";
import type { Database } from "../../infra/db/database";
import type { Actor } from "../../kernel/actor";
import { BilingualRefusal, type Refusal } from "../../kernel/errors";
import { newId } from "../../kernel/ids";
import { reasonFrom } from "../../kernel/labels";
import { noSuchCompany, type ChangeScope, type CompanyChanges } from "../../tenant/audit/company-changes";
import type { CompanyDirectory } from "../../tenant/companies/company-directory";
import { zoneOf } from "../../tenant/companies/time-zone";
import { AccessRequestEntity } from "./access-request.entity";
import type { RequestMail } from "./request-mail";
import { isOpen, REQUEST_DAYS } from "./request-states";
import { needsTwo, requireWithin, scopeOf } from "./requested-terms";
import { refusedNow, type RefusedNow } from "./refused-now";
import { moved, openRequest, requestOf, stateOf, type SeenRequest } from "./request-rows";
import { DAY_MS, instantAfter } from "../../kernel/clock";
import { AUTHORIZATION_TEXTS } from "../texts/authorization-texts";

export interface AccessRequestParts extends RefusedNow {
  readonly database: Database;
  readonly changes: CompanyChanges;
  readonly companies: CompanyDirectory;
  readonly subjects: SubjectDirectory;
  readonly grantBounds: GrantBounds;
  readonly mail: RequestMail;
}

/** What is asked for, and why. It ends by itself: `validUntil` must be said. */
export type RequestedRight = Omit<GrantRequest, "reason"> & { readonly reason: string };

/** How a request is decided; what is left out of the scope is as it was asked. */
export interface RequestVerdict
  extends SeenRequest, Pick<GrantRequest, "projects" | "ceiling" | "validFrom" | "validUntil"> {
  readonly grants: boolean;
  /** Needed where it is refused. */
  readonly reason?: string | null;
}

const PATH = ["input"] as const;

/** Members ask for rights that they were refused; whoever may give them grants what was asked, less, or nothing. */
export class AccessRequestService {
  constructor(private readonly parts: AccessRequestParts) {}

  /**
   * Asks for a right for oneself. Throws Refusal NOT_FOUND (company, project), BAD_INPUT (what does not fit, no end),
   * ALREADY_EXISTS (held, or asked for already) or CONFLICT (it is allowed already; nobody could give it).
   */
  async ask(actor: Actor, company: string, asked: RequestedRight): Promise<AccessRequestEntity> {
    const { database, changes } = this.parts;
    const reason = reasonFrom(asked.reason);
    return database.write(async () => {
      const { member, companyId } = await this.asker(actor, company);
      const refusedCode = await refusedNow(this.parts, actor, companyId, asked);
      const by = { kind: "member", id: member.id, name: member.name } as const;
      return changes.runAs(by, companyId, (scope) => this.askIn(scope, member, asked, reason, refusedCode), { actor });
    });
  }

  /** Throws PolicyRefusal where the policy does not allow giving it, by oneself above all; and Refusal as `ask` does. */
  async decide(actor: Actor, company: string, verdict: RequestVerdict): Promise<AccessRequestEntity> {
    const { database, companies, changes } = this.parts;
    return database.write(async (manager) => {
      const tenant = await companies.find(company);
      const row = tenant && (await requestOf(manager, tenant.id, verdict.request));
      // Who may not grant learns nothing of what was asked: the policy is asked first.
      const record = { grantee: row?.memberId ?? verdict.request };
      const resource = row?.feature ?? "company";
      const intent = { actor, company, action: "grant_access", resource, record } as const;
      return changes.run(intent, (scope) => this.decideIn(scope, verdict));
    });
  }

  /** Takes one's own request back. Throws Refusal NOT_FOUND, STALE_EDIT or CONFLICT. */
  async withdraw(actor: Actor, company: string, seen: SeenRequest): Promise<AccessRequestEntity> {
    const { database, changes } = this.parts;
    return database.write(async () => {
      const { member, companyId } = await this.asker(actor, company);
      const by = { kind: "member", id: member.id, name: member.name } as const;
      const work = async (scope: ChangeScope) => {
        const row = await openRequest(scope, seen, "withdraw", member.id);
        return moved(scope, row, "withdraw", {});
      };
      return changes.runAs(by, companyId, work, { actor });
    });
  }

  private async askIn(
    scope: ChangeScope,
    { id: memberId }: MemberEntity,
    asked: RequestedRight,
    reason: string,
    refusedCode: AccessRequestEntity["refusedCode"],
  ): Promise<AccessRequestEntity> {
    const { manager, company, at } = scope;
    const member = requireGrantee(await findMember(manager, company.id, memberId), memberId);
    const terms = await this.terms(scope, asked);
    const scopeAsked = scopeOf(terms);
    if (await sameOpenGrant(scope, member, terms)) throw held();
    await requireNotAsked(scope, member, terms);
    const { feature, direction } = terms;
    const row = Object.assign(new AccessRequestEntity(), {
      ...{ id: newId(), companyId: company.id, memberId, feature, direction, asked: scopeAsked, agreed: null },
      ...{ reason, refusedCode, state: "pending", agreedBy: null, decidedBy: null, decidedAt: null },
      ...{ decisionReason: null, grantId: null, version: 1, createdAt: at },
      lapsesAt: instantAfter(at, REQUEST_DAYS * DAY_MS),
    });
    const granters = await this.parts.mail.granters(scope, row);
    if (granters.length === 0) throw nobody();
    await manager.insert(AccessRequestEntity, row);
    const target = { targetKind: "access_request", targetId: row.id, before: null };
    await scope.record({ action: "access_request.made", ...target, after: stateOf(row, member), why: reason });
    await this.parts.mail.toGranters(scope, "asked", row, member, granters);
    return row;
  }

  private async decideIn(scope: ChangeScope, verdict: RequestVerdict): Promise<AccessRequestEntity> {
    const { manager, company, by, at } = scope;
    const row = await openRequest(scope, verdict, verdict.grants ? "grant" : "refuse");
    const member = requireGrantee(await findMember(manager, company.id, row.memberId), row.memberId);
    if (by.id === member.id) throw new BilingualRefusal("SELF_GRANT", AUTHORIZATION_TEXTS.nobodyDecidesForThemselves);
    const end = { decidedBy: by.id, decidedAt: at };
    if (!verdict.grants) {
      const decisionReason = reasonFrom(verdict.reason ?? "");
      const kept = await moved(scope, row, "refuse", { ...end, decisionReason }, decisionReason);
      await this.parts.mail.toAsker(scope, kept, member);
      return kept;
    }
    const before = row.agreed ?? row.asked;
    const terms = await this.terms(scope, {
      ...{ feature: row.feature, direction: row.direction, reason: row.reason },
      ...{ projects: verdict.projects ?? before.projectIds, ceiling: verdict.ceiling ?? before.ceiling },
      ...{ validFrom: verdict.validFrom ?? before.validFrom, validUntil: verdict.validUntil ?? before.validUntil },
    });
    const agreed = scopeOf(terms);
    requireWithin(before, agreed);
    const decisionReason = verdict.reason?.trim() ? reasonFrom(verdict.reason) : null;
    if (needsTwo(company, terms, agreed) && !(await this.isSecond(scope, row))) {
      const kept = await moved(scope, row, "agree", { agreed, agreedBy: by.id });
      const others = (await this.parts.mail.granters(scope, kept)).filter(({ id }) => id !== by.id);
      await this.parts.mail.toGranters(scope, "agreed", kept, member, others);
      return kept;
    }
    const { grant } = await storeGrant(scope, member, terms);
    return moved(scope, row, "grant", { ...end, agreed, decisionReason, grantId: grant.id });
  }

  /** Whether the first who agreed is somebody else, who could give the right still. Throws Refusal CONFLICT for the same one. */
  private async isSecond(scope: ChangeScope, row: AccessRequestEntity): Promise<boolean> {
    if (row.agreedBy === null) return false;
    if (row.agreedBy === scope.by.id) throw another();
    return (await this.parts.mail.granters(scope, row)).some(({ id }) => id === row.agreedBy);
  }

  private terms({ company, at }: ChangeScope, request: GrantRequest): Promise<GrantTerms> {
    return termsOf(request, this.parts.grantBounds, { companyId: company.id, zone: zoneOf(company), at, path: PATH });
  }

  private async asker(actor: Actor, reference: string): Promise<{ member: MemberEntity; companyId: string }> {
    const { companies, subjects, database } = this.parts;
    const company = await companies.find(reference);
    const subject = company && actor.kind === "person" ? await subjects.findPerson(company.id, actor) : null;
    if (!company || !subject) throw noSuchCompany();
    const member = await findMember(database.read(), company.id, subject.id);
    if (subject.kind !== "member" || !member) throw membersOnly();
    return { member, companyId: company.id };
  }
}

async function requireNotAsked({ manager, at }: ChangeScope, member: MemberEntity, terms: GrantTerms): Promise<void> {
  const { companyId, id: memberId } = member;
  const { feature, direction } = terms;
  const asked = await manager.findBy(AccessRequestEntity, { companyId, memberId, feature, direction });
  const open = asked.find((row) => isOpen(row, at));
  if (!open) return;
  const texts = {
    en: "You have asked for this already, and nobody has decided yet. Take that request back to ask for something else.",
    fr: "Vous l’avez déjà demandé et personne n’a encore décidé. Retirez cette demande pour en faire une autre.",
  };
  throw new BilingualRefusal("ALREADY_EXISTS", texts, [...PATH, "feature"]);
}

function held(): Refusal {
  const texts = { en: "You hold exactly this right already.", fr: "Vous avez déjà exactement ce droit." };
  return new BilingualRefusal("ALREADY_EXISTS", texts, [...PATH, "feature"]);
}

function another(): Refusal {
  const texts = {
    en: "You have agreed already; a second person has to.",
    fr: "Vous avez déjà donné votre accord ; il faut celui d’une seconde personne.",
  };
  return new BilingualRefusal("CONFLICT", texts);
}

function nobody(): Refusal {
  const texts = {
    en: "Nobody of the company could give you this right. A directory administrator other than you is needed.",
    fr: "Personne dans l’entreprise ne pourrait vous accorder ce droit. Il faut un administrateur de l’annuaire autre que vous.",
  };
  return new BilingualRefusal("CONFLICT", texts, [...PATH, "feature"]);
}

function membersOnly(): Refusal {
  const texts = {
    en: "Rights are asked for by members of the company, for themselves.",
    fr: "Les droits sont demandés par les membres de l’entreprise, pour eux-mêmes.",
  };
  return new BilingualRefusal("FORBIDDEN", texts);
}
