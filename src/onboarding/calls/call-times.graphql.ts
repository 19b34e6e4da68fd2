import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import type { CompanyDirectory } from "../../tenant/companies/company-directory";
import { actorOf } from "../../infra/graphql/actor";
import type { GraphQLContext } from "../../infra/graphql/context";
import type { AgreementService } from "./agreement.service";
import type { AvailabilityService } from "./availability.service";
import {
  AnswerAvailabilityInput,
  CallSlotChoiceInput,
  CancelCallInput,
  ProposeSlotsInput,
  RescheduleCallInput,
  SuggestSlotsInput,
} from "./types/call-inputs";
import { callPayload, CallPayload } from "./types/call-payload";
import type { ReschedulingService } from "./rescheduling.service";
import { TakesIdempotencyKey } from "../../tenant/graphql/keyed-mutations";
import type { SchedulingService } from "./scheduling.service";

export interface CallTimesServices {
  readonly scheduling: SchedulingService;
  readonly availability: AvailabilityService;
  readonly agreement: AgreementService;
  readonly rescheduling: ReschedulingService;
}

/** How a call gets its time, and loses it. */
@Resolver()
export class CallTimesResolver {
  constructor(
    private readonly companies: CompanyDirectory,
    private readonly services: CallTimesServices,
  ) {}

  @Mutation(() => CallPayload, {
    description: "The specialist offers times; the first offer opens the call with its agenda.",
  })
  @TakesIdempotencyKey(CallPayload)
  proposeSlots(@Arg("input", () => ProposeSlotsInput) input: ProposeSlotsInput, @Ctx() context: GraphQLContext) {
    return callPayload(this.companies, () => this.services.scheduling.propose(actorOf(context), input.company, input));
  }

  @Mutation(() => CallPayload, {
    description: "The company's ERP implementation contact suggests other times, which suit their people.",
  })
  @TakesIdempotencyKey(CallPayload)
  suggestSlots(@Arg("input", () => SuggestSlotsInput) input: SuggestSlotsInput, @Ctx() context: GraphQLContext) {
    return callPayload(this.companies, () => this.services.scheduling.suggest(actorOf(context), input.company, input));
  }

  @Mutation(() => CallPayload, { description: "A stakeholder says when they can attend; the contact also for others." })
  answerAvailability(
    @Arg("input", () => AnswerAvailabilityInput) input: AnswerAvailabilityInput,
    @Ctx() context: GraphQLContext,
  ) {
    return callPayload(this.companies, () => this.services.availability.answer(actorOf(context), input.company, input));
  }

  @Mutation(() => CallPayload, {
    description:
      "Agrees on a time: the contact on an offered one, the specialist on a suggested one. Everybody who is needed must be able to attend.",
  })
  confirmSlot(@Arg("input", () => CallSlotChoiceInput) input: CallSlotChoiceInput, @Ctx() context: GraphQLContext) {
    return callPayload(this.companies, () => this.services.agreement.confirm(actorOf(context), input.company, input));
  }

  @Mutation(() => CallPayload, { description: "Takes a time back that is not agreed: each side its own." })
  withdrawSlot(@Arg("input", () => CallSlotChoiceInput) input: CallSlotChoiceInput, @Ctx() context: GraphQLContext) {
    return callPayload(this.companies, () =>
      this.services.rescheduling.withdraw(actorOf(context), input.company, input),
    );
  }

  @Mutation(() => CallPayload, {
    description: "Gives the agreed time up for others; for the specialist and the contact.",
  })
  @TakesIdempotencyKey(CallPayload)
  rescheduleCall(@Arg("input", () => RescheduleCallInput) input: RescheduleCallInput, @Ctx() context: GraphQLContext) {
    return callPayload(this.companies, () =>
      this.services.rescheduling.reschedule(actorOf(context), input.company, input),
    );
  }

  @Mutation(() => CallPayload, { description: "Cancels a call that has not begun; for the specialist." })
  cancelCall(@Arg("input", () => CancelCallInput) input: CancelCallInput, @Ctx() context: GraphQLContext) {
    return callPayload(this.companies, () => this.services.rescheduling.cancel(actorOf(context), input.company, input));
  }
}
