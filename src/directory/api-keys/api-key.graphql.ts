import { fill } from "../../kernel/catalogue";
import { Arg, Ctx, Field, FieldResolver, ID, InputType, Int, Mutation, ObjectType, Resolver, Root } from "type-graphql";
import type { CompanyReader } from "../../tenant/companies/company-reader";
import { CompanyType } from "../../tenant/companies/company.graphql";
import { actorOf } from "../../infra/graphql/actor";
import { loaderFor, type GraphQLContext } from "../../infra/graphql/context";
import { Node } from "../../infra/graphql/node";
import { NotKept, TakesIdempotencyKey } from "../../tenant/graphql/keyed-mutations";
import { MutationPayload, payload } from "../../tenant/graphql/payload";
import type { Actor } from "../../kernel/actor";
import { BilingualRefusal } from "../../kernel/errors";
import type { ApiKeyEntity } from "./api-key.entity";
import { API_KEY_SCOPES } from "./api-key-scopes";
import type { ApiKeyService } from "./api-key.service";
import { DateTime } from "../../infra/graphql/scalars";
import { DIRECTORY_TEXTS } from "../texts/directory-texts";

@ObjectType("ApiKey", {
  implements: Node,
  description: "A service's key. The key itself is shown once, when it is made.",
})
export class ApiKeyType extends Node {
  @Field()
  name!: string;

  @Field({ description: "The key's beginning, after `lg_`: tells keys apart." })
  prefix!: string;

  @Field(() => [String])
  scopes!: readonly string[];

  @Field(() => DateTime)
  createdAt!: string;

  @Field(() => DateTime, {
    nullable: true,
    description: "From this instant on it is refused; null: it does not expire.",
  })
  expiresAt!: string | null;

  @Field(() => DateTime, { nullable: true, description: "To the minute." })
  lastUsedAt!: string | null;

  @Field(() => DateTime, { nullable: true })
  revokedAt!: string | null;

  static of(entity: ApiKeyEntity): ApiKeyType {
    const { id, name, prefix, scopes, createdAt, expiresAt, lastUsedAt, revokedAt } = entity;
    return Object.assign(new ApiKeyType(), { id, name, prefix, scopes, createdAt, expiresAt, lastUsedAt, revokedAt });
  }
}

@InputType()
export class CreateApiKeyInput {
  @Field({ description: "What it is for." })
  name!: string;

  @Field(() => [ID], { description: "Ids or slugs of the companies it may ask about; you must administer them all." })
  companies!: string[];

  @Field(() => [String], { description: `Any of: ${API_KEY_SCOPES.join(", ")}.` })
  scopes!: string[];

  @Field(() => DateTime, {
    nullable: true,
    description:
      "ISO-8601 instant, or a day of the first company's, which counts whole; a year from now at most, and if left out.",
  })
  expiresAt?: string | null;
}

@InputType()
export class RevokeApiKeyInput {
  @Field(() => ID)
  id!: string;
}

@ObjectType()
export class CreateApiKeyPayload extends MutationPayload {
  @Field(() => ApiKeyType, { nullable: true })
  apiKey?: ApiKeyType | null;

  @NotKept()
  @Field(() => String, {
    nullable: true,
    description:
      "The key itself: keep it now, it is never shown again. Null where the same idempotency key comes again; whoever lost " +
      "the first answer revokes the key and makes another one.",
  })
  key?: string | null;
}

@ObjectType()
export class RevokeApiKeyPayload extends MutationPayload {
  @Field(() => ID, { nullable: true, description: "Id of the key that is good for nothing more of yours." })
  revokedApiKeyId: string | null = null;

  @Field(() => ApiKeyType, { nullable: true })
  apiKey?: ApiKeyType | null;
}

/** Keys of one page. */
const MAX_LISTED = 100;
const DEFAULT_LISTED = 50;

/** Keys of services, under Company and by mutation. */
@Resolver(() => CompanyType)
export class ApiKeyResolver {
  constructor(
    private readonly service: ApiKeyService,
    private readonly reader: CompanyReader,
  ) {}

  @FieldResolver(() => [ApiKeyType], {
    nullable: true,
    description: "Keys that reach this company, newest first, revoked ones included. For who administers it.",
  })
  async apiKeys(
    @Root() company: CompanyType,
    @Ctx() context: GraphQLContext,
    @Arg("first", () => Int, { defaultValue: DEFAULT_LISTED, description: `How many, ${MAX_LISTED} at most.` })
    first: number,
    @Arg("after", () => ID, { nullable: true, description: "The id of the last one that was listed." }) after?: string,
  ): Promise<ApiKeyType[]> {
    await this.reader.require(context, company.entity, "administer");
    const loader = loaderFor<string, readonly ApiKeyEntity[]>(context, "api keys", async (ids) => {
      const keys = await this.service.listOf(ids);
      return ids.map((id) => keys.get(id) ?? []);
    });
    if (first < 0 || first > MAX_LISTED)
      throw new BilingualRefusal("BAD_INPUT", fill(DIRECTORY_TEXTS.pageOfKeys, { max: MAX_LISTED }), ["first"]);
    const older = (await loader.load(company.id)).filter(({ id }) => !after || id < after.trim().toLowerCase());
    return older.slice(0, first).map((entity) => ApiKeyType.of(entity));
  }

  @Mutation(() => CreateApiKeyPayload, {
    description: "Makes a key for a service. It is shown this once, and lives as long as you administer the company.",
  })
  @TakesIdempotencyKey(CreateApiKeyPayload)
  async createApiKey(
    @Ctx() context: GraphQLContext,
    @Arg("input", () => CreateApiKeyInput) input: CreateApiKeyInput,
  ): Promise<CreateApiKeyPayload> {
    return payload(CreateApiKeyPayload, async () => {
      const { name, companies: companyIds, scopes, expiresAt } = input;
      const made = await this.service.create(actorOf(context), { name, companyIds, scopes, expiresAt });
      return { apiKey: ApiKeyType.of(made.apiKey), key: made.key };
    });
  }

  @Mutation(() => RevokeApiKeyPayload, {
    description: "Shuts the key out of your companies at once; with no company left it is revoked.",
  })
  async revokeApiKey(
    @Ctx() context: GraphQLContext,
    @Arg("input", () => RevokeApiKeyInput) { id }: RevokeApiKeyInput,
  ): Promise<RevokeApiKeyPayload> {
    return payload(RevokeApiKeyPayload, async () => {
      const apiKey = ApiKeyType.of(await this.service.revoke(actorOf(context), id));
      return { apiKey, revokedApiKeyId: apiKey.id };
    });
  }

  /** For `node(id)`; null: no such key, or not for this actor. */
  async find(actor: Actor, id: string): Promise<ApiKeyType | null> {
    const entity = await this.service.byId(id);
    for (const companyId of entity?.companyIds ?? [])
      if (entity && (await this.reader.permits(actor, companyId, "administer"))) return ApiKeyType.of(entity);
    return null;
  }
}
