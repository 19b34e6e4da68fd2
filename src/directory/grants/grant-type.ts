import { Field, ID, ObjectType } from "type-graphql";
import { connectionOf } from "../../infra/graphql/connection";
import { FeatureName, GrantDirection } from "../../tenant/graphql/enums";
import { MoneyType } from "../../infra/graphql/money";
import { Node } from "../../infra/graphql/node";
import type { Direction, Feature } from "../../policy/model/vocabulary";
import type { GrantEntity } from "./grant.entity";
import { DateTime } from "../../infra/graphql/scalars";

@ObjectType("Grant", {
  implements: Node,
  description: "A member's right to handle one feature in one direction, with its scope. Null in a scope: unlimited.",
})
export class GrantType extends Node {
  @Field(() => FeatureName)
  feature!: Feature;

  @Field(() => GrantDirection)
  direction!: Direction;

  @Field(() => [ID], { nullable: true, description: "Ids of the projects it is limited to." })
  projectIds!: readonly string[] | null;

  @Field(() => MoneyType, { nullable: true, description: "Largest amount of a record." })
  ceiling!: MoneyType | null;

  @Field(() => DateTime, { nullable: true, description: "Inclusive; null: from the beginning." })
  validFrom!: string | null;

  @Field(() => DateTime, { nullable: true, description: "Exclusive; null: without end." })
  validUntil!: string | null;

  @Field(() => DateTime)
  givenAt!: string;

  @Field(() => String, { nullable: true, description: "Why it was given." })
  reason!: string | null;

  @Field(() => DateTime, { nullable: true, description: "ISO-8601 instant; null: not revoked." })
  revokedAt!: string | null;

  @Field(() => String, { nullable: true })
  revokeReason!: string | null;

  /** Not a field: for the resolvers of what hangs on a grant. */
  entity!: GrantEntity;

  static of(entity: GrantEntity): GrantType {
    const { id, feature, direction, projectIds, validFrom, validUntil, ceilingMinor, ceilingCurrency } = entity;
    const { givenAt, reason, revokedAt, revokeReason } = entity;
    const scope = { feature, direction, projectIds, validFrom, validUntil };
    const ceiling =
      ceilingMinor === null || ceilingCurrency === null
        ? null
        : MoneyType.of({ minor: ceilingMinor, currency: ceilingCurrency });
    const history = { givenAt, reason, revokedAt, revokeReason };
    return Object.assign(new GrantType(), { id, ...scope, ceiling, ...history, entity });
  }
}

export const GrantConnection = connectionOf(GrantType, "Grant");
