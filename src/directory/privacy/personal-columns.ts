/** A table in which a company keeps people by their address, beside its directory. By its name: most modules stand above. */
export interface PersonalTable {
  readonly table: string;
  /** Null: the address alone. */
  readonly name: string | null;
  readonly email: string;
  /** What else of a row goes out with it when a person asks for what is kept of them. */
  readonly also: readonly string[];
}

/**
 * Where people are besides members, letters and the audit trail. A test holds this list against the tables: a new column for
 * an address comes here, or is told why not.
 */
export const PERSONAL_TABLES: readonly PersonalTable[] = [
  { table: "stakeholder", email: "email", name: "name", also: ["role"] },
  { table: "call_attendee", email: "email", name: "name", also: ["role", "present"] },
  { table: "call_slot_answer", email: "email", name: null, also: ["availability", "answeredAt"] },
  { table: "letter_link", email: "email", name: null, also: ["purpose", "expiresAt", "revokedAt"] },
  { table: "follow_up", email: "ownerEmail", name: "ownerName", also: ["title", "dueOn"] },
  { table: "implementation_item", email: "ownerEmail", name: null, also: ["code"] },
  { table: "reminder", email: "email", name: null, also: ["about"] },
  { table: "ledger_access", email: "authorisedByEmail", name: "authorisedByName", also: ["authorisedAt"] },
  { table: "platform_connection", email: "connectedByEmail", name: "connectedByName", also: [] },
  { table: "platform_user", email: "email", name: null, also: [] },
];
