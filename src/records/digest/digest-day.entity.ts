import { Entity, ForeignKey, Unique } from "typeorm";
import { FlagColumn, IdColumn, InstantColumn, TextColumn } from "../../infra/db/schema/columns";
import { MemberEntity } from "../../directory/members/member.entity";

/** The last day for which somebody's digest was written, or found to be empty. */
@Entity({ name: "digest_day" })
@Unique(["memberId"])
@ForeignKey(() => MemberEntity, ["companyId", "memberId"], ["companyId", "id"], { onDelete: "RESTRICT" })
export class DigestDayEntity {
  @IdColumn()
  id!: string;

  @TextColumn()
  companyId!: string;

  @TextColumn()
  memberId!: string;

  /** A day of the reader's own calendar, 2026-11-24; days only go forwards. */
  @TextColumn()
  day!: string;

  /** Whether there was something to tell that day. */
  @FlagColumn()
  written!: boolean;

  @InstantColumn()
  createdAt!: string;
}
