import { MAX_GRANT_PROJECTS, MaxItems } from "../../infra/graphql/input-bounds";
import { Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { FeatureName, GrantDirection } from "../../tenant/graphql/enums";
import { MoneyInput, moneyFrom } from "../../infra/graphql/money";
import { MutationPayload } from "../../tenant/graphql/payload";
import type { Direction, Feature } from "../../policy/model/vocabulary";
import type { GrantRequest } from "./grant-terms";
import { GrantType } from "./grant-type";
import { DateOrDateTime } from "../../infra/graphql/scalars";

@InputType({ description: "Which grants; what is left out does not narrow." })
export class GrantFilter {
  @Field(() => String, { nullable: true, description: "Of one member, by id or e-mail." })
  member?: string | null;

  @Field(() => FeatureName, { nullable: true })
  feature?: Feature | null;

  @Field(() => GrantDirection, { nullable: true })
  direction?: Direction | null;

  @Field(() => Boolean, { nullable: true, description: "Revoked ones too; they are left out if nothing is said." })
  includeRevoked?: boolean | null;
}

@InputType({ description: "A right to one feature in one direction, with its scope. Left out in a scope: unlimited." })
export class FeatureGrantInput {
  @Field(() => FeatureName)
  feature!: Feature;

  @Field(() => GrantDirection, { nullable: true, description: "EXPORT if left out." })
  direction?: Direction | null;

  @MaxItems(MAX_GRANT_PROJECTS)
  @Field(() => [String], { nullable: true, description: "Ids or codes of projects; all projects if left out." })
  projects?: string[] | null;

  @Field(() => MoneyInput, { nullable: true, description: "Largest amount of a record." })
  ceiling?: MoneyInput | null;

  @Field(() => DateOrDateTime, {
    nullable: true,
    description: "Inclusive; a day is the company's, from its first moment on.",
  })
  validFrom?: string | null;

  @Field(() => DateOrDateTime, {
    nullable: true,
    description: "Exclusive; a day is the company's, and counts whole.",
  })
  validUntil?: string | null;
}

@InputType()
export class GrantFeatureAccessInput extends FeatureGrantInput {
  @Field(() => ID, { description: "Id or slug." })
  company!: string;

  @Field(() => ID, { description: "Who receives the right: id or e-mail." })
  member!: string;

  @Field(() => String, { nullable: true, description: "Kept with the grant and in the audit trail." })
  reason?: string | null;
}

@InputType()
export class RevokeFeatureAccessInput {
  @Field(() => ID, { description: "Id or slug." })
  company!: string;

  @Field(() => ID, { description: "Id of the grant." })
  grant!: string;

  @Field({ description: "Kept with the grant and in the audit trail." })
  reason!: string;
}

@ObjectType()
export class GrantFeatureAccessPayload extends MutationPayload {
  @Field(() => GrantType, { nullable: true })
  grant: GrantType | null = null;

  @Field(() => Int, { nullable: true, description: "From which policy revision on it counts." })
  policyRevision: number | null = null;
}

@ObjectType()
export class RevokeFeatureAccessPayload extends MutationPayload {
  @Field(() => ID, { nullable: true, description: "Id of the grant that is no more in `Company.grants`." })
  revokedGrantId: string | null = null;

  @Field(() => GrantType, { nullable: true })
  grant: GrantType | null = null;

  @Field(() => Int, { nullable: true, description: "From which policy revision on it counts." })
  policyRevision: number | null = null;
}

/** The request as the services take it; throws Refusal BAD_INPUT at `path` for a ceiling that is no amount. */
export function grantRequest(input: FeatureGrantInput, path: readonly string[]): GrantRequest {
  const { feature, direction, projects, ceiling, validFrom, validUntil } = input;
  const amount = ceiling == null ? null : moneyFrom(ceiling, [...path, "ceiling"]);
  return { feature, direction, projects, ceiling: amount, validFrom, validUntil };
}
