import type { Bilingual } from "../../kernel/locale";
import { fill } from "../../kernel/catalogue";
import type { Database } from "../../infra/db/database";
import type { Actor } from "../../kernel/actor";
import { BilingualRefusal } from "../../kernel/errors";
import type { KnownActor } from "../../policy/ports";
import { StaffAssignmentEntity } from "./staff-assignment.entity";
import { staffOf } from "./staff-person";
import { TENANT_TEXTS } from "../texts/tenant-texts";

/** Vendor staff, or Ledgergate itself, as somebody who acts for the vendor. */
export interface VendorActor extends KnownActor {
  readonly kind: "staff" | "system";
  /** Acts in every company. */
  readonly everywhere: boolean;
}

/** Finds out who acts for the vendor. */
export class VendorDesk {
  constructor(private readonly database: Database) {}

  /** Null: not active vendor staff. */
  async find(actor: Actor): Promise<VendorActor | null> {
    if (actor.kind === "system") return { kind: "system", id: actor.name, name: actor.name, everywhere: true };
    if (actor.kind !== "person") return null;
    const staff = await staffOf(this.database.read(), actor);
    return staff?.active ? { kind: "staff", id: staff.id, name: staff.name, everywhere: staff.superUser } : null;
  }

  /** Throws Refusal FORBIDDEN. */
  async require(actor: Actor, what: Bilingual): Promise<VendorActor> {
    const found = await this.find(actor);
    if (found) return found;
    throw new BilingualRefusal("FORBIDDEN", fill(TENANT_TEXTS.staffOnly, { what }));
  }

  /** Whether the vendor's actor acts in the company at that instant: everywhere, or by an assignment that runs. */
  async actsIn(companyId: string, actor: VendorActor, at: string): Promise<boolean> {
    if (actor.everywhere) return true;
    const assignments = await this.database.read().findBy(StaffAssignmentEntity, { companyId, staffId: actor.id });
    return assignments.some((assignment) => isRunning(assignment, at));
  }
}

export function isRunning({ assignedFrom, assignedUntil }: StaffAssignmentEntity, at: string): boolean {
  return assignedFrom <= at && (assignedUntil === null || at < assignedUntil);
}
