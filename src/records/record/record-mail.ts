import type { EntityManager } from "typeorm";
import type { KnownActor } from "../../policy/ports";
import type { Feature } from "../../policy/model/vocabulary";
import type { RecordEntity } from "./record.entity";

/** A record was rejected: who is told, by whom, why. */
export interface Rejection {
  readonly record: RecordEntity;
  /** Id of the member who is told. */
  readonly to: string;
  readonly by: KnownActor;
  readonly reason: string | null;
}

/** The port to e-mail, called in the transaction of the change. */
export interface RecordMail {
  rejected(manager: EntityManager, rejection: Rejection): Promise<void>;
}

/** Commitments and change orders belong to who made them, everything else to who sent it (FAQ on rejections). */
const TOLD_TO_CREATOR: readonly Feature[] = ["commitment", "commitment_change_order", "prime_contract_change_order"];

/** Whom a rejection is told: id of a member; null where nobody is known. */
export function toldOfRejection({ feature, createdById, submittedById }: RecordEntity): string | null {
  return TOLD_TO_CREATOR.includes(feature) ? (createdById ?? submittedById) : submittedById;
}
