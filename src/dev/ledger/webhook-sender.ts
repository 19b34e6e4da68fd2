import { createHmac, randomBytes } from "node:crypto";
import type { Clock } from "../../kernel/clock";
import { OperatorRefusal } from "../../kernel/errors";
import type { ChangedObject } from "./changed-objects";
import { KINDS, type KindName } from "./ledger-object";

/** Whom the sandbox tells that something changed. */
export interface WebhookTarget {
  /** An http address on this machine. */
  readonly address: string;
  /** The bodies are signed with it. */
  readonly key: string;
}

/** unproven: not asked yet; ok: it tells right signatures from wrong ones; refused: it does not, and is told nothing. */
export type IntentToReceive = "unproven" | "ok" | "refused";

/** As ../shared/xero/xero-webhooks.yaml has them: of orders, items and payments nothing is told. */
const CATEGORIES: Partial<Record<KindName, string>> = {
  Contacts: "CONTACT",
  Invoices: "INVOICE",
  CreditNotes: "CREDITNOTE",
};
/** Xero waits so long for an answer, and tells again what was not answered with 200. */
const ANSWER_MS = 5_000;
const FIRST_WAIT_MS = 1_000;
const MAX_WAIT_MS = 60_000;
const MAX_WAITING = 10_000;
const MAX_BATCH = 100;

/**
 * Tells of changes by signed webhooks, as Xero does: first it asks for the intent to receive (a right signature must be
 * answered 200, a wrong one 401), then events follow in their order, again and again until they are answered.
 */
export class WebhookSender {
  private waiting: object[] = [];
  private sequence = 0;
  private failures = 0;
  private timer: NodeJS.Timeout | null = null;
  private running: Promise<void> | null = null;
  private stopped = false;
  private intent: IntentToReceive = "unproven";

  constructor(
    private readonly target: WebhookTarget,
    private readonly clock: Clock,
    private readonly firstWaitMs = FIRST_WAIT_MS,
  ) {
    const { protocol, hostname } = new URL(target.address);
    if (protocol !== "http:" || !["127.0.0.1", "localhost", "[::1]"].includes(hostname))
      throw new OperatorRefusal("CONFIGURATION", "The sandbox ledger tells of changes on this machine only.");
  }

  get standing() {
    return {
      address: this.target.address,
      intent: this.intent,
      delivered: this.sequence,
      left: this.waiting.length,
    };
  }

  tell(changed: readonly ChangedObject[]): void {
    const at = this.clock.now().toISOString().replace("Z", "");
    const events = changed.flatMap((object) => eventOf(object, at) ?? []);
    if (events.length === 0 || this.stopped) return;
    this.waiting = [...this.waiting, ...events].slice(-MAX_WAITING);
    this.look();
  }

  /** Ends without the rest. */
  async stop(): Promise<void> {
    this.stopped = true;
    if (this.timer) clearTimeout(this.timer);
    await this.running;
  }

  /** Asks whether the other side wants to be told, and can tell who tells. */
  async ask(): Promise<IntentToReceive> {
    const body = this.bodyOf([]);
    const right = await this.post(body, signature(body, this.target.key)).catch(() => null);
    if (right === null) return (this.intent = "unproven");
    const wrong = await this.post(body, signature(body, `${this.target.key} and more`)).catch(() => null);
    this.intent = wrong === null ? "unproven" : right === 200 && wrong === 401 ? "ok" : "refused";
    return this.intent;
  }

  private look(): void {
    if (this.stopped || this.timer) return;
    this.running ??= this.work().finally(() => {
      this.running = null;
    });
  }

  private async work(): Promise<void> {
    while (this.waiting.length > 0 && !this.stopped) {
      if (this.intent !== "ok") await this.ask();
      const events = this.waiting.slice(0, MAX_BATCH);
      if (this.intent === "ok" && (await this.deliver(events))) {
        this.waiting = this.waiting.slice(events.length);
        this.failures = 0;
      } else return this.later();
    }
  }

  private later(): void {
    if (this.stopped) return;
    const wait = Math.min(MAX_WAIT_MS, this.firstWaitMs * 2 ** this.failures);
    this.failures += 1;
    this.timer = setTimeout(() => {
      this.timer = null;
      this.look();
    }, wait).unref();
  }

  private async deliver(events: readonly object[]): Promise<boolean> {
    const body = this.bodyOf(events);
    const status = await this.post(body, signature(body, this.target.key)).catch(() => 0);
    if (status === 200) this.sequence += events.length;
    return status === 200;
  }

  private bodyOf(events: readonly object[]): string {
    const first = events.length === 0 ? 0 : this.sequence + 1;
    const last = events.length === 0 ? 0 : this.sequence + events.length;
    return JSON.stringify({
      events,
      firstEventSequence: first,
      lastEventSequence: last,
      entropy: randomBytes(15).toString("base64"),
    });
  }

  private async post(body: string, signed: string): Promise<number> {
    const headers = { "content-type": "application/json; charset=utf-8", "x-xero-signature": signed };
    const signal = AbortSignal.timeout(ANSWER_MS);
    const answer = await fetch(this.target.address, { method: "POST", headers, body, signal, redirect: "error" });
    await answer.arrayBuffer();
    return answer.status;
  }
}

function signature(body: string, key: string): string {
  return createHmac("sha256", key).update(body).digest("base64");
}

function eventOf({ tenant, kind, id, isNew }: ChangedObject, at: string): object | null {
  const category = CATEGORIES[kind];
  if (category === undefined) return null;
  return {
    resourceUrl: `https://api.xero.com/api.xro/2.0/${KINDS[kind].collection}/${id}`,
    resourceId: id,
    // Xero writes UTC without saying so.
    eventDateUtc: at,
    eventType: isNew ? "CREATE" : "UPDATE",
    eventCategory: category,
    tenantId: tenant,
    tenantType: "ORGANISATION",
  };
}
