import { Arg, Args, Ctx, ID, Mutation, Query, Resolver } from "type-graphql";
import { actorOf } from "../../infra/graphql/actor";
import { ConnectionArgs, connectionOf, type Connection } from "../../infra/graphql/connection";
import type { GraphQLContext } from "../../infra/graphql/context";
import { moneyFrom } from "../../infra/graphql/money";
import { TakesIdempotencyKey } from "../graphql/keyed-mutations";
import { payload } from "../graphql/payload";
import type { Actor } from "../../kernel/actor";
import { BilingualRefusal } from "../../kernel/errors";
import type { Authorizer } from "../../policy/ports";
import { PageConnection, sized } from "./batched-list";
import type { CompanyDirectory } from "./company-directory";
import { CompanyFilterInput, CompanyPayload, RegisterCompanyInput, UpdateCompanyInput } from "./company-inputs";
import type { CompanyList } from "./company-list";
import { CompanyType } from "./company.graphql";
import type { CompanyService } from "./company.service";
import type { CompanyEntity } from "./company.entity";
import { TENANT_TEXTS } from "../texts/tenant-texts";

const CompanyConnection = connectionOf(CompanyType, "Company");

/** Companies: to find, to register and to set. */
@Resolver(() => CompanyType)
export class CompanyResolver {
  constructor(
    private readonly companies: CompanyDirectory,
    private readonly list: CompanyList,
    private readonly authorizer: Authorizer,
    private readonly service: CompanyService,
  ) {}

  @Query(() => CompanyType, {
    nullable: true,
    name: "company",
    description: "The company of that slug or id; null where there is none, or none of yours.",
  })
  async companyOf(
    @Arg("slug", () => String, { nullable: true, deprecationReason: "`id` takes the slug as well." })
    slug: string | null,
    @Arg("id", () => ID, { nullable: true, description: "Slug or id." }) id: string | null,
    @Ctx() context: GraphQLContext,
  ): Promise<CompanyType | null> {
    const actor = actorOf(context);
    const reference = slug ?? id;
    if (reference == null || (slug != null && id != null))
      throw new BilingualRefusal("BAD_INPUT", TENANT_TEXTS.slugOrId, ["id"]);
    return this.find(actor, reference);
  }

  @Query(() => CompanyConnection, { name: "companies", description: "Your companies, by name." })
  async companiesOf(
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Arg("filter", () => CompanyFilterInput, { nullable: true }) filter: CompanyFilterInput | null,
    @Ctx() context: GraphQLContext,
  ): Promise<Connection<CompanyType>> {
    const page = await this.list.page(actorOf(context), filter ?? {}, sized(args));
    return new PageConnection(page, (entity) => CompanyType.of(entity));
  }

  @Mutation(() => CompanyPayload, { description: "Registers a company. For the vendor's staff." })
  @TakesIdempotencyKey(CompanyPayload)
  registerCompany(
    @Arg("input", () => RegisterCompanyInput) input: RegisterCompanyInput,
    @Ctx() context: GraphQLContext,
  ) {
    return payload(CompanyPayload, async () => {
      const company = await this.service.register(actorOf(context), { ...input, locale: input.locale ?? "en" });
      return { company: CompanyType.of(company) };
    });
  }

  @Mutation(() => CompanyPayload, { description: "Changes a company's own settings." })
  updateCompany(@Arg("input", () => UpdateCompanyInput) input: UpdateCompanyInput, @Ctx() context: GraphQLContext) {
    const shown = (row: CompanyEntity) => ({ company: CompanyType.of(row) });
    const work = async () => {
      const { company, twoPersonAbove: above, ...edit } = input;
      const twoPersonAbove = above && moneyFrom(above, ["input", "twoPersonAbove"]);
      const updated = await this.service.update(actorOf(context), company, { ...edit, twoPersonAbove });
      return shown(updated);
    };
    return payload(CompanyPayload, work, shown);
  }

  /** By slug or id, also for `node(id)`; null: no such company, or not for this actor. */
  async find(actor: Actor, reference: string): Promise<CompanyType | null> {
    const company = await this.companies.find(reference);
    return company && (await this.authorizer.knows(actor, company.id)) ? CompanyType.of(company) : null;
  }
}
