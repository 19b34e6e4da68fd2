import { Entity, ForeignKey, Index, Unique } from "typeorm";
import {
  IdColumn,
  InstantColumn,
  JsonColumn,
  OneOfColumn,
  TextColumn,
  WholeColumn,
} from "../../infra/db/schema/columns";
import { RECORD_STATES, type RecordState } from "../../policy/model/vocabulary";
import { RecordEntity } from "./record.entity";

/** One thing that happened to a record: its history is all of them. */
@Entity({ name: "record_revision" })
@Unique(["recordId", "version"])
@Index(["companyId", "at"])
@Index("ix_record_revision_sequence", ["companyId", "sequence"], { unique: true })
@ForeignKey(() => RecordEntity, ["companyId", "recordId"], ["companyId", "id"], { onDelete: "RESTRICT" })
export class RecordRevisionEntity {
  @IdColumn()
  id!: string;

  @TextColumn()
  companyId!: string;

  @TextColumn()
  recordId!: string;

  /** 1, 2, 3, ... within the company, in the order of the commits: who has heard of one has heard of all before it. */
  @WholeColumn({ default: 0 })
  sequence!: number;

  /** The record's version that it made. */
  @WholeColumn()
  version!: number;

  /** The item's revision that it left. */
  @WholeColumn()
  revision!: number;

  /** Event of the state machine: "submit", "send", ... */
  @TextColumn()
  event!: string;

  @OneOfColumn(RECORD_STATES, { nullable: true })
  fromState!: RecordState | null;

  @OneOfColumn(RECORD_STATES)
  toState!: RecordState;

  @InstantColumn()
  at!: string;

  @TextColumn()
  actorKind!: string;

  @TextColumn()
  actorId!: string;

  @TextColumn()
  actorName!: string;

  /** The grant that the action rested on; null: it needed none. */
  @TextColumn({ nullable: true })
  grantId!: string | null;

  /** The company's policy revision at which it was allowed. */
  @WholeColumn()
  policyRevision!: number;

  /** What changed, as it was and as it is. */
  @JsonColumn({ nullable: true })
  before!: Record<string, unknown> | null;

  @JsonColumn({ nullable: true })
  after!: Record<string, unknown> | null;

  @TextColumn({ nullable: true })
  reason!: string | null;

  @InstantColumn()
  createdAt!: string;
}
