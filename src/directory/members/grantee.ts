import { fill } from "../../kernel/catalogue";
import type { EntityManager } from "typeorm";
import { personKey } from "../../kernel/email";
import { BilingualRefusal } from "../../kernel/errors";
import { isId } from "../../kernel/ids";
import { MemberEntity } from "./member.entity";
import { DIRECTORY_TEXTS } from "../texts/directory-texts";

/** The member of the company with that id or e-mail, in any case; null: none. */
export async function findMember(
  manager: EntityManager,
  companyId: string,
  reference: string,
): Promise<MemberEntity | null> {
  const key = personKey(reference);
  if (key === "") return null;
  return manager.findOneBy(MemberEntity, { companyId, ...(isId(key) ? { id: key } : { email: key }) });
}

/** The member, if they are there. Throws Refusal NOT_FOUND. */
export function requireMember(member: MemberEntity | null, reference: string): MemberEntity {
  if (member) return member;
  throw new BilingualRefusal("NOT_FOUND", fill(DIRECTORY_TEXTS.noMember, { reference }), ["input", "member"]);
}

/** The member, if they can receive a right. Throws Refusal NOT_FOUND or CONFLICT. */
export function requireGrantee(found: MemberEntity | null, reference: string): MemberEntity {
  const member = requireMember(found, reference);
  if (member.active) return member;
  throw deactivated(member);
}

/** Levels and privilege of whoever has left. */
export const NO_RIGHTS = { toolLevel: "none", directoryLevel: "none", canPushToAccounting: false } as const;

/** Whether a right is asked for somebody who has left, and does not come back with it. */
export function isAbsent(
  current: Pick<MemberEntity, "active">,
  asked: Partial<Pick<MemberEntity, "active" | "toolLevel" | "directoryLevel" | "canPushToAccounting">>,
): boolean {
  const { toolLevel, directoryLevel, canPushToAccounting } = asked;
  if (current.active || asked.active === true) return false;
  return canPushToAccounting === true || [toolLevel, directoryLevel].some((level) => level && level !== "none");
}

/** Whoever was erased comes back as somebody new. */
export function erased(): BilingualRefusal {
  const texts = {
    en: "This person was erased, which cannot be taken back; add them anew.",
    fr: "Les données de cette personne ont été effacées, ce qui est définitif ; ajoutez-la comme nouveau membre.",
  };
  return new BilingualRefusal("CONFLICT", texts, ["input", "member"]);
}

/** Somebody who has left has no rights, and can be given none before they are back. */
export function deactivated({ name }: MemberEntity, field: readonly string[] = ["input", "member"]): BilingualRefusal {
  const texts = {
    en: `${name} is deactivated; reactivate the member first.`,
    fr: `${name} est désactivé ; réactivez d’abord le membre.`,
  };
  return new BilingualRefusal("CONFLICT", texts, field);
}
