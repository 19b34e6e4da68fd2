import type { ConnectionUse } from "../connections/connection-use";
import { ContactTermsEntity } from "./contact-terms.entity";
import { LedgerListEntity } from "./ledger-list.entity";
import { MappingRuleEntity } from "./mapping-rule.entity";

/** The mapping of a connection, and the lists that were read for it, go with it. */
export const mappingUse: ConnectionUse = {
  hindrance: () => Promise.resolve(null),

  async forget({ manager }, { id }) {
    await manager.delete(MappingRuleEntity, { connectionId: id });
    await manager.delete(LedgerListEntity, { connectionId: id });
    await manager.delete(ContactTermsEntity, { connectionId: id });
  },

  adopt: () => Promise.resolve(),
  pin: () => Promise.resolve(),
};
