import { Arg, Ctx, Field, FieldResolver, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { actorOf } from "../../infra/graphql/actor";
import type { GraphQLContext } from "../../infra/graphql/context";
import { enumOf, LocaleName } from "../../tenant/graphql/enums";
import { MutationPayload, payload } from "../../tenant/graphql/payload";
import type { Locale } from "../../kernel/locale";
import { OPTIONAL_KINDS, OPTIONAL_LETTERS, type OptionalKind } from "../../infra/mail/mail-kinds";
import type { Preferences } from "../../infra/mail/preferences";
import type { MailPreferencesService, OwnPreferences } from "./mail-preferences.service";
import { ViewerType } from "../viewer/viewer.graphql";
import { Node } from "../../infra/graphql/node";
import { derivedId } from "../../infra/graphql/global-id";

const LetterKindName = enumOf(OPTIONAL_KINDS, "LetterKind", "A kind of letters that people can decline.");

@ObjectType("LetterPreference", { description: "Whether letters of a kind are wanted." })
export class LetterPreferenceType {
  @Field(() => LetterKindName)
  kind!: OptionalKind;

  @Field({ description: "In your language." })
  title!: string;

  @Field()
  wanted!: boolean;
}

@ObjectType("MailPreferences", { implements: Node, description: "How you are written to, by all companies." })
export class MailPreferencesType extends Node {
  @Field()
  email!: string;

  @Field(() => LocaleName, {
    nullable: true,
    description:
      "Language of your letters, and of answers where Accept-Language names none; null: the company's, and English.",
  })
  locale!: Locale | null;

  @Field(() => String, {
    nullable: true,
    description: "IANA zone in which times are shown to you, here and in letters; null: the company's.",
  })
  timezone!: string | null;

  @Field(() => [LetterPreferenceType], {
    description: "Letters that can be declined. All others belong to what you do.",
  })
  letters!: readonly LetterPreferenceType[];

  static of({ email, locale, timezone, declined }: OwnPreferences, reader: Locale): MailPreferencesType {
    const letters = OPTIONAL_KINDS.map((kind) =>
      Object.assign(new LetterPreferenceType(), {
        kind,
        title: OPTIONAL_LETTERS[kind][reader],
        wanted: !declined.includes(kind),
      }),
    );
    const id = derivedId("mail-preferences", email);
    return Object.assign(new MailPreferencesType(), { id, email, locale, timezone, letters });
  }
}

@InputType({ description: "What you leave out stays as it is." })
export class SetMailPreferencesInput {
  @Field(() => LocaleName, { nullable: true, description: "Null: the company's." })
  locale?: Locale | null;

  @Field(() => String, { nullable: true, description: "IANA zone such as Europe/Paris; null: the company's." })
  timezone?: string | null;

  @Field(() => [LetterKindName], { nullable: true, description: "All kinds that you do not want; [] to want all." })
  declined?: OptionalKind[] | null;
}

@ObjectType()
export class SetMailPreferencesPayload extends MutationPayload {
  @Field(() => MailPreferencesType, { nullable: true })
  mailPreferences: MailPreferencesType | null = null;
}

/** One's own preferences; nobody sees or sets another's. */
@Resolver(() => ViewerType)
export class MailPreferencesResolver {
  constructor(private readonly service: MailPreferencesService) {}

  @FieldResolver(() => MailPreferencesType, {
    nullable: true,
    description: "How you are written to; null: a service, or no verified address.",
  })
  async mailPreferences(@Ctx() context: GraphQLContext): Promise<MailPreferencesType | null> {
    const own = await this.service.of(actorOf(context));
    return own && MailPreferencesType.of(own, context.locale);
  }

  @Mutation(() => SetMailPreferencesPayload, {
    description:
      "Sets the language and zone of your letters, and which you do not want. For everybody who gets letters.",
  })
  setMailPreferences(
    @Arg("input", () => SetMailPreferencesInput) input: SetMailPreferencesInput,
    @Ctx() context: GraphQLContext,
  ): Promise<SetMailPreferencesPayload> {
    return payload(SetMailPreferencesPayload, async () => {
      const own = await this.service.set(actorOf(context), wantedOf(input));
      return { mailPreferences: MailPreferencesType.of(own, context.locale) };
    });
  }
}

/** Null of a list says nothing, so it changes nothing. */
function wantedOf({ locale, timezone, declined }: SetMailPreferencesInput): Partial<Preferences> {
  return {
    ...(locale === undefined ? {} : { locale }),
    ...(timezone === undefined ? {} : { timezone }),
    ...(declined == null ? {} : { declined }),
  };
}
