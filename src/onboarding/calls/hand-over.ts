import { In } from "typeorm";
import type { ChangeScope } from "../../tenant/companies/company-change";
import { VendorStaffEntity } from "../../tenant/companies/vendor-staff.entity";
import { CallEntity } from "./call/call.entity";
import { SlotEntity } from "./call/slot.entity";
import { updateCall } from "./call-book";
import { askPeople, specialistsOf, stakeholdersOf } from "./letters/call-people";
import type { CallPost } from "./letters/call-post";

/** Leads the calls of specialists who are assigned no more to those who are. */
export class CallHandOver {
  constructor(private readonly post: CallPost) {}

  /**
   * Somebody came or went: each call that is not begun, and whose host is gone, is the successor's, with an updated
   * invitation where it has a time, and a word to all who are asked; the former host's calendar lets it go. While nobody
   * is assigned, it waits for whoever comes.
   */
  async changed(scope: ChangeScope): Promise<void> {
    const { manager, company } = scope;
    const where = { companyId: company.id, state: In(["arranging", "scheduled"]) };
    const calls = await manager.find(CallEntity, { where, order: { id: "ASC" } });
    if (calls.length === 0) return;
    const specialists = await specialistsOf(scope);
    for (const call of calls) {
      if (specialists.some(({ id }) => id === call.hostId)) continue;
      const successor = await freeOne(scope, call, specialists);
      if (successor) await this.handOver(scope, call, successor);
    }
  }

  private async handOver(scope: ChangeScope, call: CallEntity, host: VendorStaffEntity): Promise<void> {
    const { manager } = scope;
    const former = await manager.findOneByOrFail(VendorStaffEntity, { id: call.hostId });
    const of = { companyId: call.companyId, callId: call.id, state: "agreed" as const };
    // To a time that is past nobody is invited.
    const isAhead = call.state === "scheduled" && call.endsAt !== null && call.endsAt > scope.at;
    const agreed = isAhead ? await manager.findOneBy(SlotEntity, of) : null;
    const invitation = agreed && call.invitation !== null ? call.invitation + 1 : call.invitation;
    await updateCall(scope, call, { hostId: host.id, invitation });
    const target = { targetKind: "implementation_call", targetId: call.id };
    const states = { before: { host: former.name }, after: { host: host.name } };
    await scope.record({ action: "call.handed_over", ...target, ...states });
    const attendees = await askPeople(scope, call, host, await stakeholdersOf(scope));
    const starts = agreed ? [agreed.startsAt] : [];
    const letter = { kind: "handed_over", call, by: host.name, starts, invite: agreed } as const;
    await this.post.send(scope, { ...letter, host, attendees });
    if (former.active) await this.post.send(scope, { ...letter, host: former, attendees: [former], recall: true });
  }
}

/** Who has no other call at that time; else the first, who may move it. */
async function freeOne(
  { manager }: ChangeScope,
  { startsAt, endsAt }: CallEntity,
  specialists: readonly VendorStaffEntity[],
): Promise<VendorStaffEntity | undefined> {
  if (startsAt === null || endsAt === null) return specialists[0];
  const hostId = In(specialists.map(({ id }) => id));
  const agreed = await manager.findBy(CallEntity, { hostId, state: In(["scheduled", "running"]) });
  const busy = agreed.filter(
    (other) => other.startsAt && other.endsAt && other.startsAt < endsAt && startsAt < other.endsAt,
  );
  return specialists.find(({ id }) => !busy.some((other) => other.hostId === id)) ?? specialists[0];
}
