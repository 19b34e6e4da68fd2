import { Args, Ctx, Field, FieldResolver, ObjectType, Resolver, Root } from "type-graphql";
import { listUnder } from "../../tenant/companies/batched-list";
import type { CompanyReader } from "../../tenant/companies/company-reader";
import { CompanyType } from "../../tenant/companies/company.graphql";
import { connectionOf, type Connection } from "../../infra/graphql/connection";
import type { GraphQLContext } from "../../infra/graphql/context";
import { DecisionCodeName, FeatureName } from "../../tenant/graphql/enums";
import { MemberType } from "../../directory/members/member.graphql";
import type { DecisionCode, Feature } from "../../policy/model/vocabulary";
import { pastFrom, PastPageArgs } from "../decision-point/decision-input";
import type { AccessMatrix, MatrixRow, Summary } from "./access-matrix";
import { Node } from "../../infra/graphql/node";
import { derivedId } from "../../infra/graphql/global-id";
import type { AskedInstant } from "../decision-point/decision-input";

@ObjectType("DecisionSummary", { description: "A decision in short." })
export class DecisionSummaryType implements Summary {
  @Field()
  allowed!: boolean;

  @Field({ description: "Whether it is bounded: to projects, an amount, a second approval or a workflow." })
  conditional!: boolean;

  @Field(() => DecisionCodeName, { description: "ALLOWED, or the first reason against." })
  code!: DecisionCode;
}

@ObjectType("AccessMatrixCell", { description: "What a member may do with one feature." })
export class AccessMatrixCellType {
  @Field(() => FeatureName)
  feature!: Feature;

  @Field(() => DecisionSummaryType, { nullable: true, description: "Null: the connector does not export it." })
  send!: Summary | null;

  @Field(() => DecisionSummaryType, { nullable: true, description: "Null: the connector does not import it." })
  import!: Summary | null;
}

@ObjectType("AccessMatrixRow", {
  implements: Node,
  description: "A member, with what they may do with each feature that travels.",
})
export class AccessMatrixRowType extends Node {
  @Field()
  member!: MemberType;

  @Field({ description: "Whether both conditions of an accounting approver are met." })
  approver!: boolean;

  @Field(() => [AccessMatrixCellType])
  cells!: readonly AccessMatrixCellType[];

  /** @param asked as of when; a row of another time is another row */
  static of({ member, approver, cells }: MatrixRow, asked: AskedInstant): AccessMatrixRowType {
    const when = asked.at == null && asked.knownAt == null ? [] : [asked.at ?? "", asked.knownAt ?? ""];
    const id = derivedId("access-matrix-row", member.companyId, member.id, ...when);
    return Object.assign(new AccessMatrixRowType(), { id, member: MemberType.of(member), approver, cells });
  }
}

export const AccessMatrixConnection = connectionOf(AccessMatrixRowType, "AccessMatrixRow");

/** The access matrix under Company. */
@Resolver(() => CompanyType)
export class AccessMatrixResolver {
  constructor(
    private readonly matrix: AccessMatrix,
    private readonly reader: CompanyReader,
  ) {}

  @FieldResolver(() => AccessMatrixConnection, {
    nullable: true,
    description: "Who may send and import what: active members by name, features that the connector carries.",
  })
  async accessMatrix(
    @Root() company: CompanyType,
    @Args(() => PastPageArgs) { at, knownAt, ...args }: PastPageArgs,
    @Ctx() context: GraphQLContext,
  ): Promise<Connection<AccessMatrixRowType>> {
    await this.reader.require(context, company.entity, "review");
    const asked = pastFrom(at, knownAt);
    const past = this.matrix.instant(asked);
    return listUnder(context, company.id, args, {
      name: `access matrix ${JSON.stringify([at, knownAt])}`,
      pages: (companyIds, request) => this.matrix.pages(companyIds, request, past),
      node: (row) => AccessMatrixRowType.of(row, asked),
    });
  }

  /** One row, for `node(id)`. */
  async row(
    company: CompanyType,
    [memberId = "", at = "", knownAt = ""]: readonly string[],
    context: GraphQLContext,
  ): Promise<AccessMatrixRowType | null> {
    await this.reader.require(context, company.entity, "review");
    const asked = pastFrom(at === "" ? null : at, knownAt === "" ? null : knownAt);
    const row = await this.matrix.row(company.entity, memberId, this.matrix.instant(asked));
    return row && AccessMatrixRowType.of(row, asked);
  }
}
