import type { CompanyReader } from "./company/company-reader";
import type { Database } from "./db/database";
import { QuestionMovesResolver } from "./implementation/question/question-moves.graphql";
import { QuestionReading } from "./implementation/question/question-reading";
import { CompanyQuestionsResolver, QuestionContentResolver } from "./implementation/question/question.graphql";
import type { QuestionService } from "./implementation/question/question.service";
import type { Clock } from "./kernel/clock";

export interface QuestionResolverParts {
  readonly database: Database;
  readonly reader: CompanyReader;
  readonly clock: Clock;
  readonly question: QuestionService;
}

/** The resolvers of questions in the plan. */
export function createQuestionResolvers({ database, reader, clock, question }: QuestionResolverParts): object[] {
  const reading = new QuestionReading(database, clock);
  return [
    new CompanyQuestionsResolver(database, reader, reading),
    new QuestionContentResolver(reading),
    new QuestionMovesResolver(question),
  ];
}

export const QUESTION_RESOLVERS = [CompanyQuestionsResolver, QuestionContentResolver, QuestionMovesResolver] as const;
