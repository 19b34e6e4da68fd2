import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import type { Database } from "../../infra/db/database";
import { actorOf } from "../../infra/graphql/actor";
import type { GraphQLContext } from "../../infra/graphql/context";
import { NotKept, TakesIdempotencyKey } from "../../tenant/graphql/keyed-mutations";
import { payload } from "../../tenant/graphql/payload";
import type { Clock } from "../../kernel/clock";
import { ImplementationPayload, implementationPayload } from "../progress/implementation.graphql";
import type { WelcomeService } from "./welcome.service";
import { DateTime } from "../../infra/graphql/scalars";

@InputType()
export class SendWelcomeEmailInput {
  @Field(() => ID, { description: "Id or slug." })
  company!: string;
}

@ObjectType()
export class SendWelcomeEmailPayload extends ImplementationPayload {
  @NotKept()
  @Field(() => [String], {
    description:
      "Addresses that a letter was written to now; empty: they have one already, or the same idempotency key came again.",
  })
  writtenTo: readonly string[] = [];

  @Field(() => [DateTime], { description: "Starts of the times in the letter, ISO-8601 instants." })
  starts: readonly string[] = [];
}

/** The welcome e-mail of the set-up guide. */
@Resolver()
export class WelcomeResolver {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly service: WelcomeService,
  ) {}

  @Mutation(() => SendWelcomeEmailPayload, {
    description:
      "Sends the company's ERP implementation contact the welcome e-mail with the times offered for the kick-off call. Each contact gets one; later times reach them with their offer. For its implementation specialist.",
  })
  @TakesIdempotencyKey(SendWelcomeEmailPayload)
  sendWelcomeEmail(
    @Arg("input", () => SendWelcomeEmailInput) { company }: SendWelcomeEmailInput,
    @Ctx() context: GraphQLContext,
  ): Promise<SendWelcomeEmailPayload> {
    return payload(SendWelcomeEmailPayload, async () => {
      const welcome = await this.service.send(actorOf(context), company);
      const { writtenTo, starts } = welcome;
      return {
        ...(await implementationPayload(this.database, this.clock, context, welcome)),
        writtenTo,
        starts,
      };
    });
  }
}
