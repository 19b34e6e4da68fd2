import { Arg, Ctx, Field, ID, InputType, Int, Mutation, ObjectType, Resolver } from "type-graphql";
import type { CompanyDirectory } from "../../tenant/companies/company-directory";
import { zoneOf } from "../../tenant/companies/time-zone";
import { actorOf } from "../../infra/graphql/actor";
import type { GraphQLContext } from "../../infra/graphql/context";
import { TakesIdempotencyKey } from "../../tenant/graphql/keyed-mutations";
import { MutationPayload, payload } from "../../tenant/graphql/payload";
import { toInstant, type Clock } from "../../kernel/clock";
import { CallInput } from "./types/call-inputs";
import { FollowUpType } from "./types/follow-up-type";
import type { FollowUpEntity } from "./call/follow-up.entity";
import type { FollowUpService } from "./follow-up.service";
import { LocalDate } from "../../infra/graphql/scalars";

@InputType()
export class AddFollowUpInput extends CallInput {
  @Field()
  title!: string;

  @Field({ description: "E-mail of somebody who was asked to the call." })
  owner!: string;

  @Field(() => LocalDate, { description: "Day in the company's zone: 2026-12-31." })
  dueOn!: string;
}

@InputType()
export class FollowUpStepInput {
  @Field(() => ID, { description: "Slug or id." })
  company!: string;

  @Field(() => ID)
  followUp!: string;

  @Field(() => Int, { description: "`version` of the task that you saw; of another nothing is done (STALE_EDIT)." })
  expectedVersion!: number;

  @Field({ description: "What came of it, or why." })
  reason!: string;
}

@InputType()
export class ReassignFollowUpInput {
  @Field(() => ID, { description: "Slug or id." })
  company!: string;

  @Field(() => ID)
  followUp!: string;

  @Field(() => String, { nullable: true, description: "E-mail of the new owner; the same if left out." })
  owner?: string | null;

  @Field(() => LocalDate, { nullable: true, description: "The new day; the same if left out." })
  dueOn?: string | null;

  @Field(() => Int, { nullable: true, description: "The version that you read; whatever it is if left out." })
  expectedVersion?: number | null;
}

@ObjectType()
export class FollowUpPayload extends MutationPayload {
  @Field(() => FollowUpType, { nullable: true })
  followUp: FollowUpType | null = null;
}

/** The tasks that come out of calls. */
@Resolver()
export class FollowUpResolver {
  constructor(
    private readonly companies: CompanyDirectory,
    private readonly service: FollowUpService,
    private readonly clock: Clock,
  ) {}

  @Mutation(() => FollowUpPayload, { description: "The specialist shares a task out, in the call or after it." })
  @TakesIdempotencyKey(FollowUpPayload)
  addFollowUp(@Arg("input", () => AddFollowUpInput) input: AddFollowUpInput, @Ctx() context: GraphQLContext) {
    return this.answer(() => this.service.add(actorOf(context), input.company, input));
  }

  @Mutation(() => FollowUpPayload, { description: "The owner, or the specialist, says what came of the task." })
  completeFollowUp(@Arg("input", () => FollowUpStepInput) input: FollowUpStepInput, @Ctx() context: GraphQLContext) {
    return this.answer(() => this.service.complete(actorOf(context), input.company, input));
  }

  @Mutation(() => FollowUpPayload, { description: "The specialist lets a task go." })
  dropFollowUp(@Arg("input", () => FollowUpStepInput) input: FollowUpStepInput, @Ctx() context: GraphQLContext) {
    return this.answer(() => this.service.drop(actorOf(context), input.company, input));
  }

  @Mutation(() => FollowUpPayload, { description: "The specialist opens a task again." })
  reopenFollowUp(@Arg("input", () => FollowUpStepInput) input: FollowUpStepInput, @Ctx() context: GraphQLContext) {
    return this.answer(() => this.service.reopen(actorOf(context), input.company, input));
  }

  @Mutation(() => FollowUpPayload, { description: "The specialist gives a task to somebody else, or more time." })
  reassignFollowUp(
    @Arg("input", () => ReassignFollowUpInput) input: ReassignFollowUpInput,
    @Ctx() context: GraphQLContext,
  ) {
    return this.answer(() => this.service.reassign(actorOf(context), input.company, input));
  }

  private answer(work: () => Promise<FollowUpEntity>): Promise<FollowUpPayload> {
    const shown = async (task: FollowUpEntity) => {
      const company = await this.companies.find(task.companyId);
      if (!company) throw new Error("A task without its company");
      return { followUp: FollowUpType.of(task, zoneOf(company), toInstant(this.clock.now())) };
    };
    return payload(FollowUpPayload, async () => shown(await work()), shown);
  }
}
