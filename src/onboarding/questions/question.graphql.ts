import { Arg, Args, Ctx, FieldResolver, ID, Resolver, Root } from "type-graphql";
import { listUnder } from "../../tenant/companies/batched-list";
import type { CompanyReader } from "../../tenant/companies/company-reader";
import { CompanyType } from "../../tenant/companies/company.graphql";
import { zoneOf } from "../../tenant/companies/time-zone";
import type { Database } from "../../infra/db/database";
import { pagesByParent } from "../../infra/db/query/keyset-batch";
import { ConnectionArgs, connectionOf, type Connection } from "../../infra/graphql/connection";
import type { GraphQLContext } from "../../infra/graphql/context";
import type { Actor } from "../../kernel/actor";
import { CallType } from "../calls/types/call-type";
import type { QuestionState } from "./question/question-machine";
import type { QuestionReading } from "./question-reading";
import { QuestionPostType, QuestionStateName, QuestionType, ResponsibleType } from "./question-type";
import { QuestionEntity } from "./question/question.entity";
import { QuestionPostEntity } from "./question/question-post.entity";

export const QuestionConnection = connectionOf(QuestionType, "Question");

/** Questions under Company, for its members and the vendor's staff who act in it. */
@Resolver(() => CompanyType)
export class CompanyQuestionsResolver {
  constructor(
    private readonly database: Database,
    private readonly reader: CompanyReader,
    private readonly reading: QuestionReading,
  ) {}

  @FieldResolver(() => QuestionConnection, { nullable: true, description: "Questions about the set-up, newest first." })
  async questions(
    @Root() company: CompanyType,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Arg("state", () => QuestionStateName, { nullable: true }) state: QuestionState | null,
    @Arg("item", () => ID, { nullable: true, description: "Code of an action item." }) item: string | null,
    @Ctx() context: GraphQLContext,
  ): Promise<Connection<QuestionType>> {
    await this.reader.require(context, company.entity, "view");
    return listUnder(context, company.id, args, {
      name: `questions ${JSON.stringify([state, item])}`,
      pages: (parentIds, request) => {
        const query = this.database.read().createQueryBuilder(QuestionEntity, "question");
        if (state) query.andWhere("question.state = :state", { state });
        if (item != null) query.andWhere("question.itemCode = :item", { item });
        const orderBy = [{ column: "createdAt", direction: "desc" }] as const;
        return pagesByParent({ ...request, query, alias: "question", parent: "companyId", parentIds, orderBy });
      },
      node: (entity) => QuestionType.of(entity, context.locale),
    });
  }

  @FieldResolver(() => ResponsibleType, {
    nullable: true,
    description: "Whom a question goes to today. Null: nobody of the vendor is assigned.",
  })
  async questionsGoTo(@Root() company: CompanyType, @Ctx() context: GraphQLContext): Promise<ResponsibleType | null> {
    await this.reader.require(context, company.entity, "view");
    const responsible = await this.reading.responsible(context, company.id);
    return responsible && ResponsibleType.of(responsible);
  }

  /** For `node(id)`, of what was said to one as well; null: no such question, or not for this actor. */
  async find(actor: Actor, id: string, { locale }: GraphQLContext): Promise<QuestionType | QuestionPostType | null> {
    const manager = this.database.read();
    const question = await manager.findOneBy(QuestionEntity, { id });
    const found = question ?? (await manager.findOneBy(QuestionPostEntity, { id }));
    if (!found || !(await this.reader.permits(actor, found.companyId, "view"))) return null;
    return found instanceof QuestionEntity ? QuestionType.of(found, locale) : QuestionPostType.of(found);
  }
}

/** What hangs on a question; whoever got the question may see it. */
@Resolver(() => QuestionType)
export class QuestionContentResolver {
  constructor(private readonly reading: QuestionReading) {}

  @FieldResolver(() => [QuestionPostType], { description: "What was said to it, first one first." })
  async posts(@Root() { entity }: QuestionType, @Ctx() context: GraphQLContext): Promise<QuestionPostType[]> {
    return (await this.reading.posts(context, entity)).map((post) => QuestionPostType.of(post));
  }

  @FieldResolver(() => ResponsibleType, {
    nullable: true,
    description: "Who answers it today; it moves over when the specialist's help ends. Null: nobody is assigned.",
  })
  async responsible(@Root() { entity }: QuestionType, @Ctx() context: GraphQLContext): Promise<ResponsibleType | null> {
    const responsible = await this.reading.responsible(context, entity.companyId);
    return responsible && ResponsibleType.of(responsible);
  }

  @FieldResolver(() => CallType, { nullable: true, description: "The call it is about." })
  async call(@Root() { entity }: QuestionType, @Ctx() context: GraphQLContext): Promise<CallType | null> {
    if (entity.callId === null) return null;
    const { call, company } = await this.reading.call(context, entity.callId);
    return CallType.of(call, zoneOf(company));
  }
}
