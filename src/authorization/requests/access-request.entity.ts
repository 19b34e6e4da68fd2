import { Entity, ForeignKey, Index } from "typeorm";
import { MemberEntity } from "../../directory/members/member.entity";
import {
  IdColumn,
  InstantColumn,
  JsonColumn,
  OneOfColumn,
  TextColumn,
  WholeColumn,
} from "../../infra/db/schema/columns";
import { DIRECTIONS, FEATURES, type DecisionCode, type Direction, type Feature } from "../../policy/model/vocabulary";
import { REQUEST_STATES, type RequestState } from "./request-states";
import type { RequestedScope } from "./requested-terms";

/** A right that a member asks for. Never deleted. */
@Entity({ name: "access_request" })
@ForeignKey(() => MemberEntity, ["companyId", "memberId"], ["companyId", "id"], { onDelete: "RESTRICT" })
@Index(["companyId", "createdAt"])
@Index(["companyId", "memberId"])
export class AccessRequestEntity {
  @IdColumn()
  id!: string;

  @TextColumn()
  companyId!: string;

  /** Who asks, for themselves. */
  @TextColumn()
  memberId!: string;

  @OneOfColumn(FEATURES)
  feature!: Feature;

  @OneOfColumn(DIRECTIONS)
  direction!: Direction;

  @JsonColumn()
  asked!: RequestedScope;

  /** What the first of two deciders agreed to; null: nobody has agreed yet. */
  @JsonColumn({ nullable: true })
  agreed!: RequestedScope | null;

  @TextColumn()
  reason!: string;

  /** How the decision came out that they were refused with. */
  @TextColumn()
  refusedCode!: DecisionCode;

  /** Lapsed is none of them: it follows from `lapsesAt`. */
  @OneOfColumn(REQUEST_STATES)
  state!: RequestState;

  /** Id of the first of two who agreed. */
  @TextColumn({ nullable: true })
  agreedBy!: string | null;

  @TextColumn({ nullable: true })
  decidedBy!: string | null;

  @InstantColumn({ nullable: true })
  decidedAt!: string | null;

  @TextColumn({ nullable: true })
  decisionReason!: string | null;

  /** The right that came of it. */
  @TextColumn({ nullable: true })
  grantId!: string | null;

  /** Nobody can decide it from then on. */
  @InstantColumn()
  lapsesAt!: string;

  @WholeColumn({ default: 1 })
  version!: number;

  @InstantColumn()
  createdAt!: string;
}
