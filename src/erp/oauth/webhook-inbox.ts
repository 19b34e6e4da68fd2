import { createHmac, timingSafeEqual } from "node:crypto";
import { In } from "typeorm";
import { z } from "zod";
import type { LedgerChanges, LedgerNotice } from "../connector/notice/ledger-changes";
import type { NoticedResource } from "../connector/notice/ledger-notice.entity";
import type { Database } from "../../infra/db/database";
import { LedgerAccessEntity } from "./ledger-access.entity";

/** As ../shared/xero/xero-webhooks.yaml has it; what we do not know in it is let pass. */
const Body = z.object({ events: z.array(z.unknown()) });
const EventBody = z.object({
  resourceId: z.guid(),
  tenantId: z.guid(),
  eventCategory: z.string(),
  // Without a day that can be read, what changed is looked at all the same.
  eventDateUtc: z.string().catch(""),
});
type Event = z.output<typeof EventBody>;

/** What came of a webhook. */
export interface Received {
  /** Whether it is signed by the ledger; nothing of what is not is kept. */
  readonly signed: boolean;
  /** What is wrong with the events that could not be read; the others are kept. */
  readonly unread: readonly string[];
}

const RESOURCES: Readonly<Record<string, NoticedResource>> = {
  CONTACT: "contact",
  INVOICE: "invoice",
  CREDITNOTE: "credit_note",
};

/**
 * What Xero tells by itself: that contacts, invoices and credit notes changed. Signed with HMAC-SHA256 over the body as it
 * came. Of organisations that are not ours nothing is kept, and nobody is told so.
 */
export class WebhookInbox {
  constructor(
    private readonly key: string,
    private readonly database: Database,
    private readonly changes: LedgerChanges,
  ) {}

  /** What is signed and can be read has been kept when this resolves. */
  async receive(body: Buffer, signature: string | undefined): Promise<Received> {
    if (!this.isSigned(body, signature)) return { signed: false, unread: [] };
    const { events, unread } = eventsIn(body);
    const found = await this.connections(events);
    const notices = events.flatMap((event) => noticeOf(event, found.get(event.tenantId.toLowerCase())) ?? []);
    await this.changes.noticed(notices);
    return { signed: true, unread };
  }

  private isSigned(body: Buffer, signature: string | undefined): boolean {
    const expected = createHmac("sha256", this.key).update(body).digest();
    const given = Buffer.from(signature ?? "", "base64");
    return given.length === expected.length && timingSafeEqual(given, expected);
  }

  private async connections(events: readonly Event[]): Promise<ReadonlyMap<string, LedgerAccessEntity>> {
    const tenants = [...new Set(events.map(({ tenantId }) => tenantId.toLowerCase()))];
    if (tenants.length === 0) return new Map();
    const where = { tenantId: In(tenants), state: In(["active", "lost"]) };
    const found = await this.database.read().findBy(LedgerAccessEntity, where);
    return new Map(found.map((access) => [access.tenantId, access]));
  }
}

/** Each event for itself: one that is of a kind that we do not know costs no other. */
function eventsIn(body: Buffer): { readonly events: readonly Event[]; readonly unread: readonly string[] } {
  let given: readonly unknown[];
  try {
    given = Body.parse(JSON.parse(body.toString("utf8"))).events;
  } catch {
    return { events: [], unread: ["the body has no list of events"] };
  }
  const read = given.map((event) => EventBody.safeParse(event));
  return {
    events: read.flatMap(({ data }) => data ?? []),
    unread: read.flatMap(({ error }, index) => (error ? [`event ${index}: ${z.prettifyError(error)}`] : [])),
  };
}

function noticeOf(event: Event, access: LedgerAccessEntity | undefined): LedgerNotice | null {
  const resource = RESOURCES[event.eventCategory];
  // Xero writes UTC without saying so.
  const utc = /(Z|[+-]\d{2}:?\d{2})$/.test(event.eventDateUtc) ? event.eventDateUtc : `${event.eventDateUtc}Z`;
  const happened = new Date(utc);
  if (!access || resource === undefined) return null;
  const { companyId, id: connectionId } = access;
  const happenedAt = Number.isNaN(happened.getTime()) ? null : happened.toISOString();
  return { companyId, connectionId, resource, externalId: event.resourceId.toLowerCase(), happenedAt };
}
