import type { MemberEntity } from "../../directory/members/member.entity";
import { isAdministrator } from "../../directory/members/last-administrator";
import type { MirrorConflict, PersonPlan } from "./mirror-plan";

/**
 * Leaves somebody who can give rights, where otherwise nobody could any more: whoever is still active over there before
 * whoever has left. That one is not changed, and said to be a conflict.
 */
export function keepAnAdministrator(
  plans: readonly PersonPlan[],
  members: readonly MemberEntity[],
): { readonly people: readonly PersonPlan[]; readonly kept: readonly MirrorConflict[] } {
  const planned = new Map(plans.flatMap((plan) => (plan.member ? [[plan.member.id, plan] as const] : [])));
  const before = members.filter(isAdministrator);
  const stays = (member: MemberEntity) => {
    const plan = planned.get(member.id);
    return !plan || isAdministrator({ ...member, ...plan.next });
  };
  if (before.length === 0 || before.some(stays)) return { people: plans, kept: [] };
  // Somebody with the privilege may become one by the same plan.
  const becomes = plans.some(({ member, next }) => member !== null && isAdministrator({ ...member, ...next }));
  if (becomes) return { people: plans, kept: [] };
  const lost = before.flatMap(({ id }) => planned.get(id) ?? []);
  const [kept] = [...lost].sort((a, b) => Number(b.next.active) - Number(a.next.active));
  if (!kept?.member) return { people: plans, kept: [] };
  const { name, email } = kept.member;
  return { people: plans.filter((plan) => plan !== kept), kept: [{ code: "LAST_ADMINISTRATOR", name, email }] };
}
