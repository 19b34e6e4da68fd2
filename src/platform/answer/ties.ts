import type { RecordEntity } from "../../records/record/record.entity";
import type { PlatformObjectEntity } from "../link/platform-object.entity";
import type { ExternalData } from "../port/construction-platform";

/** Within an origin id: what it belongs to, and what names it there. */
const INNER = "|";

/**
 * The id that the platform keeps for the object: the ledger's own. A change order has none of its own there, since its
 * lines join its commitment's order: it is named by that order and its number.
 */
export function originOf(record: RecordEntity): string | null {
  if (record.externalId === null) return null;
  return record.feature === "commitment_change_order" ? inner(record.externalId, record.number) : record.externalId;
}

/**
 * Ties the object and each of its lines to the ledger. Lines are named by the object's own id there and what names them in
 * it, so that they stay the same whatever the ledger renumbers.
 */
export function tiesOf(object: PlatformObjectEntity, record: RecordEntity, ledger: string): ExternalData[] {
  const originId = originOf(record);
  if (originId === null) return [];
  const originData = JSON.stringify({ ledger, record: record.id, revision: record.revision });
  const { itemType, itemId } = object;
  const own: ExternalData = { itemType, itemId, originId, originCode: record.number, originData };
  const lines = object.lines.map(({ key, ...line }) => ({
    ...line,
    originId: inner(originId, key),
    originCode: key,
    originData,
  }));
  return [own, ...lines];
}

/** Takes the ties of the object and each of its lines off. */
export function untiesOf({ itemType, itemId, lines }: PlatformObjectEntity): ExternalData[] {
  const none = { originId: null, originCode: null, originData: null };
  return [
    { itemType, itemId, ...none },
    ...lines.map((line) => ({ itemType: line.itemType, itemId: line.itemId, ...none })),
  ];
}

function inner(originId: string, key: string): string {
  return `${originId}${INNER}${key}`;
}

/** The first part of an origin id of ours: the ledger's own id. */
export function ledgerIdIn(originId: string): string {
  return originId.split(INNER)[0] ?? originId;
}
