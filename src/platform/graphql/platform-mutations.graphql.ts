import { Arg, Ctx, Field, ID, InputType, Int, Mutation, ObjectType, Resolver } from "type-graphql";
import { actorOf } from "../../infra/graphql/actor";
import type { GraphQLContext } from "../../infra/graphql/context";
import { MaxLength } from "../../infra/graphql/input-bounds";
import type { Locale } from "../../kernel/locale";
import { MutationPayload, payload } from "../../tenant/graphql/payload";
import type { ConnectingService } from "../connect/connecting.service";
import { MAX_CREDENTIAL_LENGTH } from "../connect/new-connection";
import type { Deciding, PlatformConnectionEntity } from "../connect/platform-connection.entity";
import { DecidingName, PlatformConnectionType } from "./platform-connection.graphql";

@InputType()
export class ConnectPlatformInput {
  @Field(() => ID, { description: "Id or slug." })
  company!: string;

  @Field({ description: "The company's id on the platform; it stands in the address of the company's pages." })
  @MaxLength(20)
  platformCompanyId!: string;

  @Field({ description: "Of the developer-managed service account." })
  @MaxLength(MAX_CREDENTIAL_LENGTH)
  clientId!: string;

  @Field({ description: "Of the developer-managed service account. Kept sealed, and never shown again." })
  @MaxLength(MAX_CREDENTIAL_LENGTH)
  clientSecret!: string;

  @Field(() => DecidingName, { description: "Where approvers decide on what the platform exports." })
  deciding!: Deciding;

  @Field(() => Int, { description: "`version` of the connection that you saw; 0: there was none." })
  expectedVersion!: number;
}

@InputType()
export class PlatformInput {
  @Field(() => ID, { description: "Id or slug of the company." })
  company!: string;
}

@InputType()
export class ChangePlatformInput extends PlatformInput {
  @Field(() => Int, {
    description: "`version` of the connection that you saw; of another nothing is done (STALE_EDIT).",
  })
  expectedVersion!: number;
}

@InputType()
export class SetPlatformDecidingInput extends ChangePlatformInput {
  @Field(() => DecidingName)
  deciding!: Deciding;
}

@ObjectType()
export class PlatformPayload extends MutationPayload {
  @Field(() => PlatformConnectionType, { nullable: true })
  platform: PlatformConnectionType | null = null;
}

/** Connecting with the construction platform, and how a company works with it. For whoever may configure the company. */
@Resolver()
export class PlatformMutationsResolver {
  constructor(private readonly service: ConnectingService) {}

  @Mutation(() => PlatformPayload, {
    description:
      "Connects the company with the construction platform, or gives new credentials: makes the ERP connection, the webhook " +
      "and its triggers there, and says what is missing still.",
  })
  connectPlatform(
    @Arg("input", () => ConnectPlatformInput) { company, expectedVersion, ...given }: ConnectPlatformInput,
    @Ctx() context: GraphQLContext,
  ): Promise<PlatformPayload> {
    return changed(context.locale, () => this.service.connect(actorOf(context), company, given, expectedVersion));
  }

  @Mutation(() => PlatformPayload, {
    description: "Looks at the platform's side again, makes what is missing there, and says what is missing still.",
  })
  checkPlatform(
    @Arg("input", () => PlatformInput) { company }: PlatformInput,
    @Ctx() context: GraphQLContext,
  ): Promise<PlatformPayload> {
    return changed(context.locale, () => this.service.check(actorOf(context), company));
  }

  @Mutation(() => PlatformPayload, {
    description:
      "A new secret for the webhook. No event is lost: the former one is good for 24 hours more, for those under way.",
  })
  rotatePlatformEventSecret(
    @Arg("input", () => ChangePlatformInput) { company, expectedVersion }: ChangePlatformInput,
    @Ctx() context: GraphQLContext,
  ): Promise<PlatformPayload> {
    const rotate = () => this.service.rotateEventSecret(actorOf(context), company, expectedVersion);
    return changed(context.locale, rotate);
  }

  @Mutation(() => PlatformPayload, { description: "Sets where approvers decide on what the platform exports." })
  setPlatformDeciding(
    @Arg("input", () => SetPlatformDecidingInput) { company, deciding, expectedVersion }: SetPlatformDecidingInput,
    @Ctx() context: GraphQLContext,
  ): Promise<PlatformPayload> {
    const set = () => this.service.setDeciding(actorOf(context), company, deciding, expectedVersion);
    return changed(context.locale, set);
  }

  @Mutation(() => PlatformPayload, {
    description:
      "Gives the connection up: the webhook and the ERP connection are taken away over there, and the credentials are " +
      "forgotten. What was tied stays tied.",
  })
  disconnectPlatform(
    @Arg("input", () => ChangePlatformInput) { company, expectedVersion }: ChangePlatformInput,
    @Ctx() context: GraphQLContext,
  ): Promise<PlatformPayload> {
    return changed(context.locale, () => this.service.disconnect(actorOf(context), company, expectedVersion));
  }
}

function changed(locale: Locale, change: () => Promise<PlatformConnectionEntity>): Promise<PlatformPayload> {
  const shown = (row: PlatformConnectionEntity) => ({ platform: PlatformConnectionType.of(row, locale) });
  return payload(PlatformPayload, async () => shown(await change()), shown);
}
