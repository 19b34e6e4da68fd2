import { Entity, ForeignKey, Index } from "typeorm";
import {
  IdColumn,
  InstantColumn,
  JsonColumn,
  MinorColumn,
  OneOfColumn,
  TextColumn,
} from "../../infra/db/schema/columns";
import { DIRECTIONS, FEATURES, type Direction, type Feature } from "../../policy/model/vocabulary";
import { MemberEntity } from "../members/member.entity";

/** A stored right: member x feature x direction, with its scope. Null in a scope means unlimited. Never deleted: revoked. */
@Entity({ name: "access_grant" })
@ForeignKey(() => MemberEntity, ["companyId", "memberId"], ["companyId", "id"], { onDelete: "RESTRICT" })
@Index(["companyId", "memberId"])
@Index("ix_access_grant_holders", ["companyId", "feature", "direction", "memberId"])
export class GrantEntity {
  @IdColumn()
  id!: string;

  @TextColumn()
  companyId!: string;

  @TextColumn()
  memberId!: string;

  @OneOfColumn(FEATURES)
  feature!: Feature;

  @OneOfColumn(DIRECTIONS)
  direction!: Direction;

  @JsonColumn({ nullable: true })
  projectIds!: string[] | null;

  @MinorColumn({ nullable: true })
  ceilingMinor!: number | null;

  @TextColumn({ nullable: true })
  ceilingCurrency!: string | null;

  /** Inclusive. */
  @InstantColumn({ nullable: true })
  validFrom!: string | null;

  /** Exclusive. */
  @InstantColumn({ nullable: true })
  validUntil!: string | null;

  /** Id of who gave it. */
  @TextColumn()
  givenBy!: string;

  @InstantColumn()
  givenAt!: string;

  @TextColumn({ nullable: true })
  reason!: string | null;

  @InstantColumn({ nullable: true })
  revokedAt!: string | null;

  @TextColumn({ nullable: true })
  revokedBy!: string | null;

  @TextColumn({ nullable: true })
  revokeReason!: string | null;

  @InstantColumn()
  createdAt!: string;
}
