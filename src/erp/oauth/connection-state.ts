import type { ConnectionEntity } from "../connections/connection.entity";

/** What of a connection the audit trail keeps when its consent changes. */
export function connectionState({ connector, status, organisationName }: ConnectionEntity) {
  return { connector, status, organisationName };
}
