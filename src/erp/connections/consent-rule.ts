import type { EntityManager } from "typeorm";
import { BilingualRefusal, type Refusal } from "../../kernel/errors";
import { ERP_TEXTS } from "../texts/erp-texts";

/** Whether a consent to the organisation of the connection is in force. */
export type ConsentLook = (manager: EntityManager, connectionId: string) => Promise<boolean>;

/** What a connection is refused with that is said to be authorised and rests on no consent. */
export function consentNeeded(): Refusal {
  return new BilingualRefusal("CONSENT_NEEDED", ERP_TEXTS.consentNeeded, ["input", "status"]);
}
