import { Arg, Ctx, Field, ID, InputType, Int, Mutation, ObjectType, Resolver } from "type-graphql";
import { actorOf } from "../../infra/graphql/actor";
import type { GraphQLContext } from "../../infra/graphql/context";
import { TakesIdempotencyKey } from "../../tenant/graphql/keyed-mutations";
import { MutationPayload, payload } from "../../tenant/graphql/payload";
import { CallKindName } from "../calls/types/call-enums";
import type { CallKind } from "../calls/call/call-kind";
import { QuestionType } from "./question-type";
import type { QuestionChange, QuestionService } from "./question.service";

@InputType()
export class AskQuestionInput {
  @Field(() => ID, { description: "Id or slug." })
  company!: string;

  @Field()
  text!: string;

  @Field(() => ID, { nullable: true, description: "Code of the action item it is about." })
  item?: string | null;

  @Field(() => CallKindName, { nullable: true, description: "The call it is about; an item or a call, not both." })
  call?: CallKind | null;
}

@InputType()
export class AnswerQuestionInput {
  @Field(() => ID, { description: "Id or slug." })
  company!: string;

  @Field(() => ID)
  question!: string;

  @Field()
  text!: string;

  @Field(() => Int, { nullable: true, description: "The version that you read; whatever it is if left out." })
  expectedVersion?: number | null;
}

@InputType()
export class ReopenQuestionInput extends AnswerQuestionInput {}

@InputType()
export class CloseQuestionInput {
  @Field(() => ID, { description: "Id or slug." })
  company!: string;

  @Field(() => ID)
  question!: string;

  @Field(() => String, { nullable: true, description: "A last word." })
  text?: string | null;

  @Field(() => Int, { nullable: true, description: "The version that you read; whatever it is if left out." })
  expectedVersion?: number | null;
}

@ObjectType()
export class QuestionPayload extends MutationPayload {
  @Field(() => QuestionType, { nullable: true })
  question: QuestionType | null = null;

  @Field(() => Int, { nullable: true, description: "The company's policy revision from now on." })
  policyRevision: number | null = null;
}

/** What people do with questions. */
@Resolver()
export class QuestionMovesResolver {
  constructor(private readonly service: QuestionService) {}

  @Mutation(() => QuestionPayload, {
    description:
      "Asks about the set-up. It goes to the specialist while their help lasts, then to the point of contact.",
  })
  @TakesIdempotencyKey(QuestionPayload)
  askQuestion(@Arg("input", () => AskQuestionInput) input: AskQuestionInput, @Ctx() context: GraphQLContext) {
    return this.payload(context, () => this.service.ask(actorOf(context), input.company, input));
  }

  @Mutation(() => QuestionPayload, {
    description: "Answers a question, or adds to its answer. For the vendor's staff.",
  })
  @TakesIdempotencyKey(QuestionPayload)
  answerQuestion(@Arg("input", () => AnswerQuestionInput) input: AnswerQuestionInput, @Ctx() context: GraphQLContext) {
    return this.payload(context, () => this.service.answer(actorOf(context), input.company, input));
  }

  @Mutation(() => QuestionPayload, { description: "Says what is still open. For the one who asked." })
  @TakesIdempotencyKey(QuestionPayload)
  reopenQuestion(@Arg("input", () => ReopenQuestionInput) input: ReopenQuestionInput, @Ctx() context: GraphQLContext) {
    return this.payload(context, () => this.service.reopen(actorOf(context), input.company, input));
  }

  @Mutation(() => QuestionPayload, {
    description: "Settles a question. For the one who asked; for the vendor's staff once it is answered.",
  })
  closeQuestion(@Arg("input", () => CloseQuestionInput) input: CloseQuestionInput, @Ctx() context: GraphQLContext) {
    return this.payload(context, () => this.service.close(actorOf(context), input.company, input));
  }

  private payload(context: GraphQLContext, work: () => Promise<QuestionChange>): Promise<QuestionPayload> {
    return payload(QuestionPayload, async () => {
      const { question, policyRevision } = await work();
      return { question: QuestionType.of(question, context.locale), policyRevision };
    });
  }
}
