import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import type { CompanyDirectory } from "../../tenant/companies/company-directory";
import { actorOf } from "../../infra/graphql/actor";
import type { GraphQLContext } from "../../infra/graphql/context";
import { AddCallNoteInput, CallInput, CloseCallInput, TickAgendaInput } from "./types/call-inputs";
import { callPayload, CallPayload } from "./types/call-payload";
import { TakesIdempotencyKey } from "../../tenant/graphql/keyed-mutations";
import type { RunningService } from "./running.service";

/** Holding a call; for the specialist. */
@Resolver()
export class CallHoldingResolver {
  constructor(
    private readonly companies: CompanyDirectory,
    private readonly service: RunningService,
  ) {}

  @Mutation(() => CallPayload, { description: "Begins a call, from a quarter of an hour before its time on." })
  startCall(@Arg("input", () => CallInput) input: CallInput, @Ctx() context: GraphQLContext) {
    return callPayload(this.companies, () => this.service.start(actorOf(context), input.company, input.kind));
  }

  @Mutation(() => CallPayload, { description: "Ticks a goal of the running call, or takes the tick back." })
  tickAgenda(@Arg("input", () => TickAgendaInput) input: TickAgendaInput, @Ctx() context: GraphQLContext) {
    return callPayload(this.companies, () => this.service.tick(actorOf(context), input.company, input));
  }

  @Mutation(() => CallPayload, { description: "Writes something down about a call that is not over." })
  @TakesIdempotencyKey(CallPayload)
  addCallNote(@Arg("input", () => AddCallNoteInput) input: AddCallNoteInput, @Ctx() context: GraphQLContext) {
    return callPayload(this.companies, () => this.service.note(actorOf(context), input.company, input));
  }

  @Mutation(() => CallPayload, {
    description: "Closes a call whose goals are reached; the kick-off call only once the go-live call has a time.",
  })
  closeCall(@Arg("input", () => CloseCallInput) input: CloseCallInput, @Ctx() context: GraphQLContext) {
    return callPayload(this.companies, () => this.service.close(actorOf(context), input.company, input));
  }
}
