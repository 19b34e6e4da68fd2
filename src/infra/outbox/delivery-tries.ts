import type { Meter } from "@opentelemetry/api";
import { MailRefused, type MailTransport } from "../mail/mail";
import type { DeliveryOutcome, OutboxHandler } from "./handler";

/** What is tried: a call that delivers, a look-up of what may have been delivered, a letter. */
type TriedKind = "call" | "look_up" | "letter";
type Outcome = DeliveryOutcome["kind"] | "rate_limited" | "not_there" | "failed" | "defect";

/** Tries to deliver, by what came of them. Counted in this process since it began; each message of a call counts. */
export class DeliveryTries {
  private readonly counts = new Map<TriedKind, Map<Outcome, number>>();

  add(kind: TriedKind, outcome: Outcome, count = 1): void {
    const row = this.counts.get(kind) ?? new Map<Outcome, number>();
    this.counts.set(kind, row.set(outcome, (row.get(outcome) ?? 0) + count));
  }

  *[Symbol.iterator](): Iterator<{ readonly kind: TriedKind; readonly outcome: Outcome; readonly count: number }> {
    for (const [kind, row] of this.counts) for (const [outcome, count] of row) yield { kind, outcome, count };
  }
}

/** Shows the tries. */
export function watchTries(meter: Meter, tries: DeliveryTries): void {
  const description = "Tries to deliver a message, by what was tried and what came of it.";
  meter.createObservableCounter("ledgergate_delivery_attempts", { description }).addCallback((result) => {
    for (const { kind, outcome, count } of tries) result.observe(count, { kind, outcome });
  });
}

/** The handler with its calls and look-ups counted. */
export function countedHandler(handler: OutboxHandler, tries: DeliveryTries): OutboxHandler {
  const counted: Pick<OutboxHandler, "deliver" | "find"> = {
    deliver: (messages, call) =>
      counting(tries, "call", messages.length, () => handler.deliver(messages, call), outcomeName),
    find: (messages) =>
      counting(
        tries,
        "look_up",
        messages.length,
        () => handler.find(messages),
        (found) => (found.kind === "not_there" ? "not_there" : outcomeName(found)),
      ),
  };
  // Whatever else a handler can do, optional or not, it still can.
  return Object.assign(Object.create(handler) as OutboxHandler, counted);
}

async function counting<T>(
  tries: DeliveryTries,
  kind: TriedKind,
  messages: number,
  work: () => Promise<readonly T[]>,
  nameOf: (outcome: T) => Outcome,
): Promise<readonly T[]> {
  try {
    const outcomes = await work();
    for (const outcome of outcomes) tries.add(kind, nameOf(outcome));
    return outcomes;
  } catch (error) {
    tries.add(kind, "defect", messages);
    throw error;
  }
}

/** The ledger's limits are nobody's failure, so they are told apart. */
function outcomeName(outcome: DeliveryOutcome): Outcome {
  return outcome.kind === "deferred" && outcome.reason === "rate_limited" ? "rate_limited" : outcome.kind;
}

/** The transport with its letters counted. */
export function countedTransport(transport: MailTransport, tries: DeliveryTries): MailTransport {
  return {
    async send(letter) {
      try {
        await transport.send(letter);
      } catch (error) {
        tries.add("letter", error instanceof MailRefused ? "refused" : "failed");
        throw error;
      }
      tries.add("letter", "delivered");
    },
  };
}
