import { Entity, ForeignKey, Index, Unique } from "typeorm";
import { CompanyEntity } from "../../tenant/companies/company.entity";
import { IdColumn, InstantColumn, JsonColumn, OneOfColumn, TextColumn, WholeColumn } from "../db/schema/columns";
import { MESSAGE_STATES, type MessageState, type Reason } from "./message-state";

/** Something to deliver, written in the transaction that decided it. */
@Entity({ name: "outbox_message" })
@Unique(["key"])
@Index(["lane", "state", "rank", "id"])
@Index(["state", "nextAt"])
@Index(["companyId", "state"])
@Index(["companyId", "subjectId"])
@Index("ix_outbox_message_page_of_lane", ["companyId", "lane", "id"])
@Index(["exclusive", "state"])
export class OutboxMessageEntity {
  @IdColumn()
  id!: string;

  @TextColumn()
  @ForeignKey(() => CompanyEntity, { onDelete: "RESTRICT" })
  companyId!: string;

  /** Messages of one lane share an allowance and are served by one relay at a time. */
  @TextColumn()
  lane!: string;

  /** What kind of thing it is: messages of one topic can travel together. */
  @TextColumn()
  topic!: string;

  /** Unique for ever: enqueuing the same thing twice is one message. */
  @TextColumn()
  key!: string;

  /** Id of what is delivered. */
  @TextColumn()
  subjectId!: string;

  /** Key of the message that must be delivered first; null: none. */
  @TextColumn({ nullable: true })
  afterKey!: string | null;

  /** Of messages with the same value one at most is under way, or unknown; null: it hinders nobody. */
  @TextColumn({ nullable: true })
  exclusive!: string | null;

  /** Lower goes first. */
  @WholeColumn()
  rank!: number;

  @JsonColumn()
  payload!: Readonly<Record<string, unknown>>;

  @OneOfColumn(MESSAGE_STATES)
  state!: MessageState;

  /** Tries so far, each counted before its call. */
  @WholeColumn({ default: 0 })
  attempts!: number;

  /** Tries in a row that came to nothing; what the ledger's limits put off is no failure. */
  @WholeColumn({ default: 0 })
  failures!: number;

  /** Raised once an answer was given to the idempotency key: what the recipient keeps for it is not heard again. */
  @WholeColumn({ default: 0 })
  keyGeneration!: number;

  /** What the recipient refused because it has such a thing, until a look-up has told whether it is this message. */
  @JsonColumn({ nullable: true })
  refusal!: readonly Reason[] | null;

  /** Not before. */
  @InstantColumn()
  nextAt!: string;

  /** While in flight: when the try counts as lost. */
  @InstantColumn({ nullable: true })
  leasedUntil!: string | null;

  @TextColumn({ nullable: true })
  lastCode!: string | null;

  @TextColumn({ nullable: true })
  lastText!: string | null;

  @TextColumn({ nullable: true })
  externalId!: string | null;

  @InstantColumn({ nullable: true })
  finishedAt!: string | null;

  @InstantColumn()
  createdAt!: string;
}
