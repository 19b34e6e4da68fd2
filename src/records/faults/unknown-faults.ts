import { createHash } from "node:crypto";
import type { EntityManager } from "typeorm";
import { insertRows } from "../../infra/db/query/rows";
import { newId } from "../../kernel/ids";
import { UnknownFaultEntity } from "./unknown-fault.entity";

const MAX_LENGTH = 500;

/** The text as it would be of any other record: what names one thing is taken out. */
export function redacted(text: string): string {
  return text
    .replace(/[\w.+-]+@[\w-]+(\.[\w-]+)+/g, "<e-mail>")
    .replace(/https?:\/\/\S+/g, "<address>")
    .replace(/\b[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/gi, "<id>")
    .replace(/'[^']*'|"[^"]*"|“[^”]*”|‘[^’]*’/g, "'...'")
    .replace(/\S*\d\S*/g, "#")
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, MAX_LENGTH);
}

export interface HeardFault {
  readonly companyId: string;
  readonly recordId: string;
  readonly text: string;
  /** ISO-8601 instant. */
  readonly at: string;
}

/** Counts a reason that has no code. Inside a write that holds the company. */
export async function noteUnknownFault(
  manager: EntityManager,
  { companyId, recordId: exampleRecordId, text, at }: HeardFault,
): Promise<void> {
  const words = redacted(text);
  const digest = createHash("sha256").update(words).digest("hex");
  const known = await manager.findOneBy(UnknownFaultEntity, { companyId, digest });
  if (known) {
    const seen = { count: known.count + 1, lastSeenAt: at, exampleRecordId };
    await manager.update(UnknownFaultEntity, { id: known.id }, seen);
    return;
  }
  const row = { id: newId(), companyId, digest, text: words, count: 1, exampleRecordId, createdAt: at };
  await insertRows(manager, UnknownFaultEntity, [{ ...row, firstSeenAt: at, lastSeenAt: at }]);
}
