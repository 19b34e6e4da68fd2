import { Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { FeatureGrantInput } from "../../directory/grants/grant-inputs";
import { MAX_GRANT_PROJECTS, MaxItems } from "../../infra/graphql/input-bounds";
import { connectionOf } from "../../infra/graphql/connection";
import { MoneyInput, MoneyType } from "../../infra/graphql/money";
import { Node } from "../../infra/graphql/node";
import { DateOrDateTime, DateTime } from "../../infra/graphql/scalars";
import type { DecisionCode, Direction, Feature } from "../../policy/model/vocabulary";
import { DecisionCodeName, enumOf, FeatureName, GrantDirection } from "../../tenant/graphql/enums";
import { MutationPayload } from "../../tenant/graphql/payload";
import type { AccessRequestEntity } from "./access-request.entity";
import { SHOWN_REQUEST_STATES, shownState, type ShownRequestState } from "./request-states";
import type { RequestedScope } from "./requested-terms";

export const AccessRequestStateName = enumOf(
  SHOWN_REQUEST_STATES,
  "AccessRequestState",
  "How far a request for a right is.",
  {
    pending: "Nobody has decided yet.",
    agreed: "One of two has agreed; a second person has to.",
    granted: "The right was given: see `grant`.",
    refused: "It was refused, with a reason.",
    withdrawn: "Who asked has taken it back.",
    lapsed: "Nobody decided in time.",
  },
);

export const ACCESS_REQUEST_VERDICTS = ["grant", "refuse"] as const;
export type AccessRequestVerdict = (typeof ACCESS_REQUEST_VERDICTS)[number];
export const AccessRequestVerdictName = enumOf(
  ACCESS_REQUEST_VERDICTS,
  "AccessRequestVerdict",
  "How a request for a right is decided.",
  { grant: "As it was asked, or with a smaller scope.", refuse: "Not at all; the reason must be said." },
);

@ObjectType("RequestedScope", {
  description: "How far a right reaches that is asked for or agreed to. Null: unlimited.",
})
export class RequestedScopeType {
  @Field(() => [ID], { nullable: true, description: "Ids of the projects that it is limited to." })
  projectIds!: readonly string[] | null;

  @Field(() => MoneyType, { nullable: true, description: "Largest amount of a record." })
  ceiling!: MoneyType | null;

  @Field(() => DateTime, { nullable: true, description: "Inclusive; null: from the decision on." })
  validFrom!: string | null;

  @Field(() => DateTime, { description: "Exclusive: the right ends by itself." })
  validUntil!: string;

  /** Not a field: whose projects they are. */
  companyId!: string;

  static of(companyId: string, { projectIds, ceiling, validFrom, validUntil }: RequestedScope): RequestedScopeType {
    const amount = ceiling && MoneyType.of(ceiling);
    return Object.assign(new RequestedScopeType(), { companyId, projectIds, ceiling: amount, validFrom, validUntil });
  }
}

@ObjectType("AccessRequest", {
  implements: Node,
  description: "A right that a member asks for, from a refused decision.",
})
export class AccessRequestType extends Node {
  @Field(() => FeatureName)
  feature!: Feature;

  @Field(() => GrantDirection)
  direction!: Direction;

  @Field(() => RequestedScopeType, { description: "What was asked for." })
  asked!: RequestedScopeType;

  @Field(() => RequestedScopeType, { nullable: true, description: "What was agreed to; null: nothing yet." })
  agreed!: RequestedScopeType | null;

  @Field({ description: "Why it is asked for." })
  reason!: string;

  @Field(() => DecisionCodeName, { description: "How the decision came out that was refused, or which limit it had." })
  refusedCode!: DecisionCode;

  @Field(() => AccessRequestStateName)
  state!: ShownRequestState;

  @Field(() => DateTime, { nullable: true, description: "When it was granted or refused; null: it was not." })
  decidedAt!: string | null;

  @Field(() => String, { nullable: true, description: "Why it was decided so." })
  decisionReason!: string | null;

  @Field(() => DateTime, { description: "Nobody can decide it from then on." })
  lapsesAt!: string;

  @Field(() => Int, { description: "Rises with each change: give it as `expectedVersion`." })
  version!: number;

  @Field(() => DateTime)
  createdAt!: string;

  /** Not a field: for the resolvers of what hangs on a request. */
  entity!: AccessRequestEntity;

  static of(entity: AccessRequestEntity, at: string): AccessRequestType {
    const { id, feature, direction, reason, refusedCode, decidedAt, decisionReason, lapsesAt, version } = entity;
    return Object.assign(new AccessRequestType(), {
      ...{ id, feature, direction, reason, refusedCode, decidedAt, decisionReason, lapsesAt, version, entity },
      asked: RequestedScopeType.of(entity.companyId, entity.asked),
      agreed: entity.agreed && RequestedScopeType.of(entity.companyId, entity.agreed),
      state: shownState(entity, at),
      createdAt: entity.createdAt,
    });
  }
}

export const AccessRequestConnection = connectionOf(AccessRequestType, "AccessRequest");

@InputType()
export class RequestAccessInput extends FeatureGrantInput {
  @Field(() => ID, { description: "Id or slug." })
  company!: string;

  @Field({ description: "Why: those who can grant it read it. Kept with the request and in the audit trail." })
  reason!: string;
}

/** Which request, as its author saw it. */
@InputType()
abstract class SeenRequestInput {
  @Field(() => ID, { description: "Id or slug." })
  company!: string;

  @Field(() => ID, { description: "Id of the request." })
  request!: string;

  @Field(() => Int, { description: "Version of the request as you saw it." })
  expectedVersion!: number;
}

@InputType()
export class DecideAccessRequestInput extends SeenRequestInput {
  @Field(() => AccessRequestVerdictName)
  verdict!: AccessRequestVerdict;

  @MaxItems(MAX_GRANT_PROJECTS)
  @Field(() => [String], {
    nullable: true,
    description: "Fewer projects than asked, by id or code; as asked if left out.",
  })
  projects?: string[] | null;

  @Field(() => MoneyInput, { nullable: true, description: "A smaller amount than asked; as asked if left out." })
  ceiling?: MoneyInput | null;

  @Field(() => DateOrDateTime, { nullable: true, description: "Later than asked; as asked if left out." })
  validFrom?: string | null;

  @Field(() => DateOrDateTime, { nullable: true, description: "Sooner than asked; as asked if left out." })
  validUntil?: string | null;

  @Field(() => String, { nullable: true, description: "Needed where it is refused. Who asked reads it." })
  reason?: string | null;
}

@InputType()
export class WithdrawAccessRequestInput extends SeenRequestInput {}

@ObjectType()
export class AccessRequestPayload extends MutationPayload {
  @Field(() => AccessRequestType, { nullable: true, description: "The request, as it is now." })
  accessRequest: AccessRequestType | null = null;
}
