import type { ConnectionEntity } from "../../erp/connections/connection.entity";
import type { Staged } from "./staged-item";

/** The port that says what is read from a connection's ledger now; access/ implements it with the policy's own facts. */
export interface ImportGate {
  /** Features that the connector imports, that are switched on, while the integration is live and authorised. */
  open(connection: ConnectionEntity): Promise<ReadonlySet<Staged>>;
}
