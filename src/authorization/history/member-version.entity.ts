import { Entity, ForeignKey, Index } from "typeorm";
import { FlagColumn, IdColumn, InstantColumn, JsonColumn, TextColumn } from "../../infra/db/schema/columns";
import { MemberEntity } from "../../directory/members/member.entity";
import type { SubjectFacts } from "../../policy/model/facts";

/** What the policy knew of a member, but for the grants: those keep their own times. */
export type MemberState = Omit<SubjectFacts, "grants">;

/** A member's levels, privilege and parts from one change of them to the next. Only ever inserted, and closed once. */
@Entity({ name: "member_version" })
@ForeignKey(() => MemberEntity, ["companyId", "memberId"], ["companyId", "id"], { onDelete: "RESTRICT" })
@Index(["memberId", "at"])
@Index(["companyId", "at"])
export class MemberVersionEntity {
  @IdColumn()
  id!: string;

  @TextColumn()
  companyId!: string;

  @TextColumn()
  memberId!: string;

  /** Inclusive. */
  @InstantColumn()
  at!: string;

  /** Exclusive; null: it is so still. */
  @InstantColumn({ nullable: true })
  until!: string | null;

  @FlagColumn()
  active!: boolean;

  @JsonColumn()
  state!: MemberState;

  @InstantColumn()
  createdAt!: string;
}
