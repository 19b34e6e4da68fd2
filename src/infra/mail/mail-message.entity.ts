import { Entity, ForeignKey, Index, Unique } from "typeorm";
import { CompanyEntity } from "../../tenant/companies/company.entity";
import { IdColumn, InstantColumn, JsonColumn, OneOfColumn, TextColumn, WholeColumn } from "../db/schema/columns";
import type { ActingLink } from "./links/letter-link.entity";
import type { CalendarPart, MailAttachment, Mailbox } from "./mail";

/**
 * - queued: to be sent at its time;
 * - sending: a process is handing it over; one that died then may have done so, and it is not sent a second time;
 * - sent, failed (given up), unclear (handed over or not, nobody knows), declined (the person opted out).
 */
export const MAIL_STATES = ["queued", "sending", "sent", "failed", "unclear", "declined"] as const;
export type MailState = (typeof MAIL_STATES)[number];

/** A letter to one person, written in the transaction of what it tells. */
@Entity({ name: "mail_message" })
@Unique(["key"])
@Index(["state", "nextAt"])
@Index(["companyId", "createdAt"])
@Index(["companyId", "causedBy", "createdAt"])
export class MailMessageEntity {
  @IdColumn()
  id!: string;

  @TextColumn()
  @ForeignKey(() => CompanyEntity, { onDelete: "RESTRICT" })
  companyId!: string;

  /** Unique for ever: the same letter is written once. */
  @TextColumn()
  key!: string;

  /** What it is about: "welcome", "call_confirmed", "digest", ... People can decline some kinds (mail-kinds.ts). */
  @TextColumn()
  kind!: string;

  @TextColumn()
  toEmail!: string;

  @TextColumn()
  toName!: string;

  @TextColumn()
  subject!: string;

  @TextColumn()
  text!: string;

  @TextColumn({ nullable: true })
  html!: string | null;

  /** Whom an answer is for; null: nobody in particular. */
  @JsonColumn({ nullable: true })
  replyTo!: Mailbox | null;

  @JsonColumn({ nullable: true })
  calendar!: CalendarPart | null;

  @JsonColumn({ nullable: true })
  attachments!: readonly MailAttachment[] | null;

  /** What its reader may do by it without signing in; the link itself is made as it is handed over. Null: nothing. */
  @JsonColumn({ nullable: true })
  act!: ActingLink | null;

  @OneOfColumn(MAIL_STATES)
  state!: MailState;

  /** Tries, each counted before it is made. */
  @WholeColumn({ default: 0 })
  attempts!: number;

  @InstantColumn()
  nextAt!: string;

  /** Who hands it over. */
  @TextColumn({ nullable: true })
  leasedBy!: string | null;

  @InstantColumn({ nullable: true })
  leasedUntil!: string | null;

  @InstantColumn({ nullable: true })
  sentAt!: string | null;

  @TextColumn({ nullable: true })
  lastError!: string | null;

  /** Id of the member, vendor staff or key whose change wrote it; null: Ledgergate itself. */
  @TextColumn({ nullable: true })
  causedBy!: string | null;

  @InstantColumn()
  createdAt!: string;
}
