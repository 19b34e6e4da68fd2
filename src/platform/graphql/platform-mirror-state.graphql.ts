import { Ctx, Field, FieldResolver, ObjectType, Resolver, Root } from "type-graphql";
import type { Database } from "../../infra/db/database";
import type { GraphQLContext } from "../../infra/graphql/context";
import type { Locale } from "../../kernel/locale";
import { PlatformConnectionEntity } from "../connect/platform-connection.entity";
import { PlatformConnectionType } from "./platform-connection.graphql";

@ObjectType("PlatformDirectory", { description: "How the platform's directory is mirrored here." })
export class PlatformDirectoryType {
  @Field({ description: "Whether people and projects are mirrored." })
  mirrored!: boolean;

  @Field(() => String, { nullable: true, description: "When (ISO 8601) all of it was read last." })
  readAt!: string | null;

  @Field(() => String, { nullable: true, description: "Why the mirror waits for an administrator; null: it does not." })
  held!: string | null;
}

const HELD: Readonly<Record<Locale, string>> = {
  en: "More people would leave at once than is credible. Look at what the mirror would change, and carry it out if it is so.",
  fr: "Plus de personnes partiraient d’un coup qu’il n’est crédible. Regardez ce que la copie changerait, et exécutez-la si c’est exact.",
};

/** The mirror under the connection. */
@Resolver(() => PlatformConnectionType)
export class PlatformDirectoryResolver {
  constructor(private readonly database: Database) {}

  @FieldResolver(() => PlatformDirectoryType, { description: "How the platform's directory is mirrored here." })
  async directory(
    @Root() { id }: PlatformConnectionType,
    @Ctx() { locale }: GraphQLContext,
  ): Promise<PlatformDirectoryType> {
    const row = await this.database.read().findOneByOrFail(PlatformConnectionEntity, { id });
    const held = row.directoryHeld === null ? null : HELD[locale];
    const { mirrorsDirectory: mirrored, directoryReadAt: readAt } = row;
    return Object.assign(new PlatformDirectoryType(), { mirrored, readAt, held });
  }
}
