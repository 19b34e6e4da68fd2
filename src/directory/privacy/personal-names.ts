import { In, IsNull, type EntityManager } from "typeorm";
import type { ErasedPerson } from "./erased-words";

/** A table that says by name who did something. */
export interface NamedTable {
  readonly table: string;
  readonly name: string;
  /** Whose name it is; null: only the name is kept, and found by. */
  readonly id: string | null;
}

/** By the tables' names: their modules stand above. A test holds this list against the tables. */
export const NAMED_TABLES: readonly NamedTable[] = [
  { table: "implementation_call", name: "agreedBy", id: null },
  { table: "follow_up", name: "endedBy", id: null },
  { table: "call_goal", name: "tickedBy", id: null },
  { table: "call_note", name: "writtenBy", id: null },
  { table: "call_slot", name: "madeBy", id: null },
  { table: "call_slot_answer", name: "answeredBy", id: null },
  { table: "implementation_item", name: "changedBy", id: null },
  { table: "implementation_question", name: "askedBy", id: "askerId" },
  { table: "question_post", name: "writtenBy", id: null },
  { table: "reconciliation", name: "madeByName", id: null },
  { table: "reconciliation_row", name: "doneByName", id: null },
  { table: "record_revision", name: "actorName", id: "actorId" },
  { table: "vendor_access", name: "askedByName", id: null },
  { table: "vendor_access", name: "decidedByName", id: null },
];

interface OpenCampaign {
  readonly id: string;
  readonly companyId: string;
  readonly closedAt: string | null;
}

/** Reviews that are still open; closed ones are signed as they are. */
const CAMPAIGNS = [
  { name: "openedByName", id: "openedBy" },
  { name: "closedByName", id: "closedBy" },
] as const;
const REVIEWED = [
  { name: "signedByName", id: "signedBy" },
  { name: "holderName", id: "holderId" },
  { name: "holderEmail", id: "holderId" },
] as const;

/** Puts the pseudonym where something says by name what the person did. */
export async function pseudonymiseNames(
  manager: EntityManager,
  companyId: string,
  person: ErasedPerson,
): Promise<void> {
  const { id: personId, pseudonym } = person;
  const names = In([...person.names]);
  for (const { table, name, id } of NAMED_TABLES) {
    const where = { companyId, ...(id === null ? { [name]: names } : { [id]: personId }) };
    await manager.update(table, where, { [name]: pseudonym.name });
  }
  const open = await manager.find<OpenCampaign>("review_campaign", { where: { companyId, closedAt: IsNull() } });
  const campaigns = In(open.map(({ id }) => id));
  for (const { name, id } of CAMPAIGNS)
    await manager.update("review_campaign", { id: campaigns, [id]: personId }, { [name]: pseudonym.name });
  for (const { name, id } of REVIEWED) {
    const since = name === "holderEmail" ? pseudonym.email : pseudonym.name;
    await manager.update("review_item", { campaignId: campaigns, [id]: personId }, { [name]: since });
  }
}
