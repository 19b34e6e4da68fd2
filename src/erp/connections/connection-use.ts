import type { Bilingual } from "../../kernel/locale";
import type { ChangeScope } from "../../tenant/companies/company-change";
import type { ConnectionEntity } from "./connection.entity";

/** The port to what hangs on connections: higher rows know records, projects and consents. */
export interface ConnectionUse {
  /** What keeps the connection from being removed, as a person would say it; null: nothing does. */
  hindrance(scope: ChangeScope, connection: ConnectionEntity): Promise<Bilingual | null>;
  /** Takes away what was only kept about it, so that it can go. */
  forget(scope: ChangeScope, connection: ConnectionEntity): Promise<void>;
  /** What came before the company had any connection travels by its first one. */
  adopt(scope: ChangeScope, connection: ConnectionEntity): Promise<void>;
  /** Before another becomes the default: what travels by this one without being bound to it stays with it. */
  pin(scope: ChangeScope, connection: ConnectionEntity): Promise<void>;
}
