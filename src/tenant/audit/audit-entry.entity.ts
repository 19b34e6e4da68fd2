import { Entity, ForeignKey, Unique } from "typeorm";
import { CompanyEntity } from "../companies/company.entity";
import {
  IdColumn,
  InstantColumn,
  JsonColumn,
  OneOfColumn,
  TextColumn,
  WholeColumn,
} from "../../infra/db/schema/columns";
import { ACTOR_KINDS, type ActorKind } from "../../kernel/actor-kind";
import type { RightsSeal } from "../companies/rights-seal";

/** The state of a target as an audit entry keeps it. */
export type AuditState = Readonly<Record<string, unknown>>;

/** One change of a right or a setting. Only ever inserted. */
@Entity({ name: "audit_entry" })
@Unique(["companyId", "sequence"])
export class AuditEntryEntity {
  @IdColumn()
  id!: string;

  @TextColumn()
  @ForeignKey(() => CompanyEntity, { onDelete: "RESTRICT" })
  companyId!: string;

  /** 1, 2, 3, ... within the company, without gaps. */
  @WholeColumn()
  sequence!: number;

  @InstantColumn()
  at!: string;

  @OneOfColumn(ACTOR_KINDS)
  actorKind!: ActorKind;

  @TextColumn()
  actorId!: string;

  @TextColumn()
  actorName!: string;

  /** Noun and past participle, e.g. "grant.given". */
  @TextColumn()
  action!: string;

  @TextColumn()
  targetKind!: string;

  @TextColumn()
  targetId!: string;

  /** Null: the target did not exist before. */
  @JsonColumn({ nullable: true })
  before!: AuditState | null;

  /** Null: the target is no more. */
  @JsonColumn({ nullable: true })
  after!: AuditState | null;

  @TextColumn({ nullable: true })
  why!: string | null;

  /** The company's policy revision once the change is made. */
  @WholeColumn()
  policyRevision!: number;

  /** Rights that the change left, of the last entry of each change; null: none. */
  @JsonColumn({ nullable: true })
  seals!: readonly RightsSeal[] | null;

  /** Hash of the entry before, or 64 zeros. */
  @TextColumn()
  previousHash!: string;

  /** SHA-256 over all other columns (chain.ts). */
  @TextColumn()
  hash!: string;

  @InstantColumn()
  createdAt!: string;
}
