import { ERP_TEXTS } from "../texts/erp-texts";
import type { ConnectionUse } from "../connections/connection-use";
import type { ConsentLook } from "../connections/consent-rule";
import { LedgerAccessEntity } from "./ledger-access.entity";
import { LedgerConsentEntity } from "./ledger-consent.entity";

/** Whether a connection rests on a consent that is in force. */
export const hasConsent: ConsentLook = (manager, id) => manager.existsBy(LedgerAccessEntity, { id, state: "active" });

/** The consent that a connection rests on. */
export const connectionConsent: ConnectionUse = {
  async hindrance({ manager }, { id }) {
    const access = await manager.findOneBy(LedgerAccessEntity, { id });
    if (access?.state === "active") return ERP_TEXTS.stillAuthorised;
    return access?.state === "ending" ? ERP_TEXTS.consentIsEnding : null;
  },

  async forget({ manager }, { id }) {
    await manager.delete(LedgerAccessEntity, { id });
    await manager.delete(LedgerConsentEntity, { connectionId: id });
  },

  adopt: () => Promise.resolve(),
  pin: () => Promise.resolve(),
};
