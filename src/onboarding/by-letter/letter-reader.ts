import { MemberEntity } from "../../directory/members/member.entity";
import { partsOf } from "../../directory/stakeholders/stakeholder-list";
import type { StakeholderEntity } from "../../directory/stakeholders/stakeholder.entity";
import type { Database } from "../../infra/db/database";
import type { LetterLinkEntity, LinkPurpose } from "../../infra/mail/links/letter-link.entity";
import { readersOf } from "../../infra/mail/reader";
import type { Actor } from "../../kernel/actor";
import type { Locale } from "../../kernel/locale";
import type { Action } from "../../policy/model/vocabulary";
import { CompanyEntity } from "../../tenant/companies/company.entity";
import type { CallKind } from "../calls/call/call-kind";
import { CallEntity } from "../calls/call/call.entity";

/** What each purpose lets its reader ask the policy for; what the policy then allows them is their part's. */
const ACTIONS: Readonly<Record<LinkPurpose, readonly Action[]>> = {
  call: ["confirm_slot", "answer_availability"],
  set_up: ["confirm_slot", "answer_availability", "carry_out_item", "ask_question"],
};

/** Who came by the link of a letter, and what it is about. */
export interface LetterReader {
  readonly actor: Extract<Actor, { kind: "letter" }>;
  readonly company: CompanyEntity;
  readonly name: string;
  readonly email: string;
  /** Their parts in the implementation, at least one. */
  readonly parts: readonly StakeholderEntity[];
  readonly purpose: LinkPurpose;
  /** The one call that it is about; null: both, as part of the set-up. */
  readonly call: CallKind | null;
  readonly locale: Locale;
  /** IANA zone on whose clocks times are shown and read. */
  readonly zone: string;
}

/** Finds out whose a link is, at each use anew: a part that ended, or a call that was called off, ends it at once. */
export class LetterReaders {
  constructor(private readonly database: Database) {}

  /** Null: the person has no part any more, has left, or what the letter is about is off. */
  async of({ companyId, email, purpose, aboutId, locale }: LetterLinkEntity): Promise<LetterReader | null> {
    const manager = this.database.read();
    const company = await manager.findOneBy(CompanyEntity, { id: companyId });
    const parts = await partsOf(manager, companyId, email);
    const member = await manager.findOneBy(MemberEntity, { companyId, email });
    const [first] = parts;
    if (!company || !first || member?.active === false) return null;
    const call = aboutId === null ? null : await manager.findOneBy(CallEntity, { id: aboutId, companyId });
    if (purpose === "call" && (!call || call.state === "cancelled")) return null;
    const name = member?.name ?? first.name;
    const { zone } = (await readersOf(manager, company, [email]))(email);
    const actor = { kind: "letter", companyId, email, name, actions: ACTIONS[purpose], locale } as const;
    return { actor, company, name, email, parts, purpose, call: call?.kind ?? null, locale, zone };
  }
}
