import { In, type EntityManager } from "typeorm";
import { MemberEntity } from "../../directory/members/member.entity";
import { StakeholderEntity } from "../../directory/stakeholders/stakeholder.entity";
import type { LetterWords } from "../../infra/mail/letter-html";
import type { LetterLinks } from "../../infra/mail/letter-links";
import { enqueueMail, type NewMail } from "../../infra/mail/mail-outbox";
import { readersOf, type Reader } from "../../infra/mail/reader";
import { personKey } from "../../kernel/email";
import { LIVE_PHASES, type Phase, type StaffRole } from "../../policy/model/vocabulary";
import type { Change, ChangeScope } from "../../tenant/companies/company-change";
import type { CompanyEntity } from "../../tenant/companies/company.entity";
import { zoneOf } from "../../tenant/companies/time-zone";
import { VendorStaffEntity } from "../../tenant/companies/vendor-staff.entity";
import type { PolicySource } from "../policies/policy-source";
import { grantorsOf } from "./grantors";
import { phaseLetter, staffLetter, type PhaseNews, type StaffNews } from "./news-letters";

type Scope = Pick<ChangeScope, "manager" | "company" | "by" | "at">;

interface Person {
  readonly email: string;
  readonly name: string;
}

/** Tells a company's people, in the transaction of the change, that it goes live or is suspended, and who of the vendor acts in it. */
export class CompanyNews {
  constructor(
    private readonly policies: PolicySource,
    private readonly links: LetterLinks,
  ) {}

  async changed(scope: Scope, changes: readonly Change[]): Promise<void> {
    for (const change of changes) {
      const phase = phaseNews(change);
      if (phase) await this.tellPhase(scope, phase, change.why ?? null);
      const staff = await staffNews(scope.manager, change);
      if (staff) await this.tellStaff(scope, staff);
    }
  }

  private async tellPhase(scope: Scope, news: PhaseNews, why: string | null): Promise<void> {
    const { manager, company, by } = scope;
    const people = [...(await approvers(manager, company)), ...(await stakeholders(manager, company))];
    await this.write(scope, people, news === "suspended", (person, reader) =>
      phaseLetter({
        ...reader,
        name: person.name,
        company: company.name,
        by: nameOf(by),
        why,
        news,
        link: this.link(company),
      }),
    );
  }

  private async tellStaff(scope: Scope, news: StaffNews): Promise<void> {
    const { manager, company, by, at } = scope;
    const contact = await manager.findBy(StakeholderEntity, {
      ...{ companyId: company.id, role: "erp_implementation_contact" },
    });
    const people = [...(await grantorsOf(manager, company, this.policies, at)), ...contact];
    await this.write(scope, people, news.kind === "ended", (person, { locale }) =>
      staffLetter({ locale, zone: zoneOf(company), name: person.name, company: company.name, by: nameOf(by), news }),
    );
  }

  /** One letter each, but not to who has done it. What stops or ends something is done with a letter or without. */
  private async write(
    { manager, company, by, at }: Scope,
    people: readonly Person[],
    ifRoom: boolean,
    wordsFor: (person: Person, reader: Reader) => LetterWords,
  ): Promise<void> {
    const each = new Map(people.map((person) => [personKey(person.email), person]));
    const author = await manager.findOneBy(MemberEntity, { companyId: company.id, id: by.id });
    if (author) each.delete(personKey(author.email));
    const readerOf = await readersOf(manager, company, [...each.keys()]);
    const letters = [...each.values()].map((person): NewMail => {
      const reader = readerOf(person.email);
      const key = `news|${company.id}|${company.policyRevision}|${personKey(person.email)}`;
      const about = { companyId: company.id, key, kind: "integration_news", locale: reader.locale, ifRoom };
      return { ...about, to: { email: person.email, name: person.name }, ...wordsFor(person, reader) };
    });
    await enqueueMail(manager, letters, { at, by });
  }

  private link({ slug }: CompanyEntity): string {
    return this.links.page("integration", slug);
  }
}

function nameOf({ kind, name }: Scope["by"]): string {
  return kind === "system" ? "Ledgergate" : name;
}

/** Members whose sending begins or stops: whoever can push to accounting, and directory administrators. */
function approvers(manager: EntityManager, { id: companyId }: CompanyEntity): Promise<MemberEntity[]> {
  const active = { companyId, active: true };
  return manager.find(MemberEntity, {
    where: [
      { ...active, canPushToAccounting: true },
      { ...active, directoryLevel: "admin" },
    ],
    order: { id: "ASC" },
  });
}

function stakeholders(manager: EntityManager, { id: companyId }: CompanyEntity): Promise<StakeholderEntity[]> {
  return manager.find(StakeholderEntity, { where: { companyId }, order: { email: "ASC" } });
}

/** Going live, for the first time or again, and being suspended; other phases are told by what is done in them. */
function phaseNews({ action, before, after }: Change): PhaseNews | null {
  if (action !== "implementation.phase_entered") return null;
  const [from, to] = [before?.["phase"], after?.["phase"]] as [Phase | undefined, Phase | undefined];
  if (to === "suspended") return "suspended";
  const isLive = (phase: Phase | undefined) => phase !== undefined && LIVE_PHASES.includes(phase);
  if (!isLive(to) || isLive(from)) return null;
  return from === "suspended" ? "resumed" : "live";
}

const STAFF_CHANGES: Readonly<Record<string, StaffNews["kind"]>> = {
  "staff.assigned": "assigned",
  "staff.assignment_ended": "ended",
};

async function staffNews(manager: EntityManager, { action, after, why }: Change): Promise<StaffNews | null> {
  const kind = STAFF_CHANGES[action];
  if (!kind || !after) return null;
  const [staff] = await manager.findBy(VendorStaffEntity, { email: In([after["staff"]]) });
  const until = typeof after["assignedUntil"] === "string" ? after["assignedUntil"] : null;
  const person = { name: staff?.name ?? String(after["staff"]), email: String(after["staff"]) };
  return { kind, ...person, role: after["role"] as StaffRole, until, why: why ?? null };
}
