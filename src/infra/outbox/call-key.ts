import { createHash } from "node:crypto";
import type { OutboxMessageEntity } from "./outbox-message.entity";

/**
 * The same messages at the same try carry the same key. A message by itself keeps one key until an answer was given to it,
 * so that a write that landed late is answered, not repeated, and what was refused once is not refused by a kept answer.
 */
export function callKeyOf(messages: readonly OutboxMessageEntity[]): string {
  const [only] = messages;
  if (messages.length === 1 && only)
    return digest(only.keyGeneration === 0 ? [only.key] : [only.key, `answered ${only.keyGeneration}`]);
  return digest(messages.map(({ key, attempts }) => `${key}#${attempts}`));
}

function digest(parts: readonly string[]): string {
  return createHash("sha256").update(parts.join("\n")).digest("hex");
}
