import { createHmac, timingSafeEqual } from "node:crypto";
import { In } from "typeorm";
import { z } from "zod";
import type { LedgerChanges, LedgerNotice } from "../connector/notice/ledger-changes";
import type { NoticedResource } from "../connector/notice/ledger-notice.entity";
import type { Database } from "../../infra/db/database";
import { LedgerAccessEntity } from "./ledger-access.entity";

/** As ../shared/xero/xero-webhooks.yaml has it; what we do not know in it is let pass. */
const Body = z.object({
  events: z.array(
    z.object({
      resourceId: z.uuid(),
      tenantId: z.uuid(),
      eventCategory: z.string(),
      eventDateUtc: z.string(),
    }),
  ),
});
type Event = z.output<typeof Body>["events"][number];

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

  /** Whether it is signed by the ledger; what is, has been kept when this resolves. */
  async receive(body: Buffer, signature: string | undefined): Promise<boolean> {
    if (!this.isSigned(body, signature)) return false;
    const events = eventsIn(body);
    const found = await this.connections(events);
    const notices = events.flatMap((event) => noticeOf(event, found.get(event.tenantId.toLowerCase())) ?? []);
    await this.changes.noticed(notices);
    return true;
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

/** What is signed and cannot be read is of a kind that we do not know: there is nothing to keep. */
function eventsIn(body: Buffer): readonly Event[] {
  try {
    const read = Body.safeParse(JSON.parse(body.toString("utf8")));
    return read.success ? read.data.events : [];
  } catch {
    return [];
  }
}

function noticeOf(event: Event, access: LedgerAccessEntity | undefined): LedgerNotice | null {
  const resource = RESOURCES[event.eventCategory];
  // Xero writes UTC without saying so.
  const utc = /(Z|[+-]\d{2}:?\d{2})$/.test(event.eventDateUtc) ? event.eventDateUtc : `${event.eventDateUtc}Z`;
  const happened = new Date(utc);
  if (!access || resource === undefined || Number.isNaN(happened.getTime())) return null;
  const { companyId, id: connectionId } = access;
  return { companyId, connectionId, resource, externalId: event.resourceId, happenedAt: happened.toISOString() };
}
