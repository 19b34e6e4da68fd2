import type { OutboxMessageEntity } from "./outbox-message.entity";

/** What of the topic may travel together. */
export function batchOf(due: readonly OutboxMessageEntity[], topic: string): OutboxMessageEntity[] {
  return oneOfEach(due.filter((message) => message.topic === topic && message.state === "waiting"));
}

/** Without those that may not be under way together with an earlier one. */
function oneOfEach(messages: readonly OutboxMessageEntity[]): OutboxMessageEntity[] {
  const taken = new Set<string>();
  return messages.filter(({ exclusive }) => {
    if (exclusive === null) return true;
    if (taken.has(exclusive)) return false;
    taken.add(exclusive);
    return true;
  });
}
