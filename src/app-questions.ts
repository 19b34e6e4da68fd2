import type { CompanyReader } from "./tenant/companies/company-reader";
import type { Database } from "./infra/db/database";
import { QuestionMovesResolver } from "./onboarding/questions/question-moves.graphql";
import { QuestionReading } from "./onboarding/questions/question-reading";
import { CompanyQuestionsResolver, QuestionContentResolver } from "./onboarding/questions/question.graphql";
import type { QuestionService } from "./onboarding/questions/question.service";
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
