import { In } from "typeorm";
import { CompanyEntity } from "../../tenant/companies/company.entity";
import type { Database } from "../../infra/db/database";
import { loaderFor, type GraphQLContext } from "../../infra/graphql/context";
import { toInstant, type Clock } from "../../kernel/clock";
import { CallEntity } from "../calls/call/call.entity";
import { QuestionPostEntity } from "./question/question-post.entity";
import type { QuestionEntity } from "./question/question.entity";
import { responsibleIn, type Responsible } from "./responsible";

/** Reads what hangs on questions, for all questions of a request at once. */
export class QuestionReading {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Who answers the company's questions now; null: nobody is assigned. */
  responsible(context: GraphQLContext, companyId: string): Promise<Responsible | null> {
    const loader = loaderFor(context, "who answers questions", (ids: readonly string[]) =>
      responsibleIn(this.database.read(), ids, toInstant(this.clock.now())),
    );
    return loader.load(companyId);
  }

  /** What was said, first one first. */
  posts(context: GraphQLContext, { companyId, id }: QuestionEntity): Promise<readonly QuestionPostEntity[]> {
    const loader = loaderFor(context, QuestionPostEntity, async (keys: readonly string[]) => {
      const pairs = keys.map((key) => key.split(" ") as [string, string]);
      const companies = In([...new Set(pairs.map(([company]) => company))]);
      const where = { companyId: companies, questionId: In(pairs.map(([, question]) => question)) };
      const found = await this.database.read().find(QuestionPostEntity, { where, order: { id: "ASC" } });
      return pairs.map(([, question]) => found.filter((post) => post.questionId === question));
    });
    return loader.load(`${companyId} ${id}`);
  }

  /** The call with its company, whose clocks it is shown by. */
  call(context: GraphQLContext, callId: string): Promise<{ call: CallEntity; company: CompanyEntity }> {
    const loader = loaderFor(context, "calls of questions", async (ids: readonly string[]) => {
      const manager = this.database.read();
      const calls = await manager.findBy(CallEntity, { id: In([...ids]) });
      const companyIds = [...new Set(calls.map(({ companyId }) => companyId))];
      const companies = await manager.findBy(CompanyEntity, { id: In(companyIds) });
      return ids.map((id) => {
        const call = calls.find((one) => one.id === id);
        const company = companies.find((one) => one.id === call?.companyId);
        return call && company ? { call, company } : new Error("A question of a call that is gone");
      });
    });
    return loader.load(callId);
  }
}
