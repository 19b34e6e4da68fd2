import { PolicyRefusal, type Authorizer, type KnownActor, type Need } from "../../../src/policy/ports";
import type { Actor } from "../../../src/kernel/actor";
import { StakeholderEntity } from "../../../src/stakeholder/stakeholder.entity";
import type { House } from "../../support/house";

export class RightsForNow implements Authorizer {
  constructor(private readonly house: House) {}

  knows(actor: Actor, companyId: string) {
    return this.house.services.authorizer.knows(actor, companyId);
  }

  async permits(actor: Actor, need: Need): Promise<boolean> {
    if (actor.kind !== "person") return true;
    const found = await this.house.services.subjects.findPerson(need.companyId, actor);
    if (!found) return false;
    const action = need.action as string;
    if (found.kind === "staff") return ["propose_slots", "run_call"].includes(action);
    const own = await this.house.database
      .read()
      .findBy(StakeholderEntity, { companyId: need.companyId, memberId: found.id });
    if (action === "confirm_slot") return own.some(({ role }) => role === "erp_implementation_contact");
    return action === "answer_availability" && own.length > 0;
  }

  async require(actor: Actor, need: Need): Promise<KnownActor> {
    if (!(await this.permits(actor, need))) throw new PolicyRefusal({ code: "NOT_A_MEMBER", message: "no" } as never);
    if (actor.kind !== "person") return { kind: "system", id: "test", name: "test" };
    return (await this.house.services.subjects.findPerson(need.companyId, actor))!;
  }
}
