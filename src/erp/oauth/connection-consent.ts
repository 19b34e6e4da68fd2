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
    if (access?.state === "active")
      return "Its organisation is still authorised: disconnect it first (disconnectConnection).";
    return access?.state === "ending" ? "Xero is being told that its consent ended: try again in a moment." : null;
  },

  async forget({ manager }, { id }) {
    await manager.delete(LedgerAccessEntity, { id });
    await manager.delete(LedgerConsentEntity, { connectionId: id });
  },

  adopt: () => Promise.resolve(),
  pin: () => Promise.resolve(),
};
