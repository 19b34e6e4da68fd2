import { TENANT_TEXTS } from "../../tenant/texts/tenant-texts";
import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Query, Resolver } from "type-graphql";
import { In } from "typeorm";
import { CompanyEntity } from "../../tenant/companies/company.entity";
import { CompanyType } from "../../tenant/companies/company.graphql";
import { StaffAssignmentEntity } from "../../tenant/companies/staff-assignment.entity";
import { isRunning, type VendorDesk } from "../../tenant/companies/vendor-desk";
import type { Database } from "../../infra/db/database";
import { actorOf } from "../../infra/graphql/actor";
import type { GraphQLContext } from "../../infra/graphql/context";
import { TakesIdempotencyKey } from "../../tenant/graphql/keyed-mutations";
import { payload } from "../../tenant/graphql/payload";
import { toInstant, type Clock } from "../../kernel/clock";
import { ImplementationType } from "./implementation-type";
import { ImplementationPayload, implementationPayload } from "./implementation.graphql";
import { setUpsOf } from "../items/item-reading";
import type { PurchaseService } from "./purchase.service";
import { urgency, whereWeAre } from "./where-we-are";
import { Node } from "../../infra/graphql/node";
import { derivedId } from "../../infra/graphql/global-id";
import { CountryCode } from "../../infra/graphql/scalars";

@ObjectType("PortfolioEntry", {
  implements: Node,
  description: "One company that somebody looks after for the vendor.",
})
export class PortfolioEntryType extends Node {
  @Field(() => CompanyType)
  company!: CompanyType;

  @Field(() => ImplementationType)
  implementation!: ImplementationType;
}

@InputType({ description: "Who can be asked at the customer's; becomes a member, if they are none." })
export class PurchaseContactInput {
  @Field()
  email!: string;

  @Field()
  name!: string;
}

@InputType()
export class PurchaseIntegrationInput {
  @Field(() => ID, { description: "Id or slug." })
  company!: string;

  @Field(() => String, { nullable: true, description: "xero, if left out." })
  connector?: string | null;

  @Field({ description: "The ledger's edition, as people write it." })
  edition!: string;

  @Field(() => CountryCode, { description: "ISO 3166-1 alpha-2 code of the organisation in the ledger." })
  country!: string;

  @Field({ description: "E-mail of the vendor's specialist who leads the company." })
  specialist!: string;

  @Field(() => PurchaseContactInput, { description: "The ERP implementation contact." })
  contact!: PurchaseContactInput;
}

/** What the vendor's staff see and start. */
@Resolver()
export class PortfolioResolver {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly desk: VendorDesk,
    private readonly purchases: PurchaseService,
  ) {}

  @Query(() => [PortfolioEntryType], {
    nullable: true,
    description: "The companies that you look after for the vendor, those that need you first before the others.",
  })
  async portfolio(@Ctx() context: GraphQLContext): Promise<PortfolioEntryType[]> {
    const staff = await this.desk.require(actorOf(context), TENANT_TEXTS.seeAPortfolio);
    const at = toInstant(this.clock.now());
    const manager = this.database.read();
    const assignments = await manager.findBy(StaffAssignmentEntity, { staffId: staff.id });
    const ids = [...new Set(assignments.filter((one) => isRunning(one, at)).map(({ companyId }) => companyId))];
    const companies = await manager.find(CompanyEntity, { where: { id: In(ids) }, order: { name: "ASC", id: "ASC" } });
    const setUps = await setUpsOf(
      manager,
      companies.map(({ id }) => id),
      at,
    );
    const entries = companies.flatMap((company, index) => {
      const setUp = setUps[index];
      const where = setUp && whereWeAre(company, setUp, at);
      return setUp && where ? [{ company, setUp, where, order: urgency(where) }] : [];
    });
    return entries
      .sort((a, b) => a.order - b.order)
      .map(({ company, setUp, where }) =>
        Object.assign(new PortfolioEntryType(), {
          id: derivedId("portfolio-entry", company.id),
          company: CompanyType.of(company),
          implementation: ImplementationType.at(company, setUp, where, { now: at, locale: context.locale }),
        }),
      );
  }

  @Mutation(() => ImplementationPayload, {
    description: "Opens a company's plan: the connection, its specialist and its contact. For the vendor's staff.",
  })
  @TakesIdempotencyKey(ImplementationPayload)
  purchaseIntegration(
    @Arg("input", () => PurchaseIntegrationInput) { company, ...purchase }: PurchaseIntegrationInput,
    @Ctx() context: GraphQLContext,
  ): Promise<ImplementationPayload> {
    return payload(ImplementationPayload, async () => {
      const change = await this.purchases.purchase(actorOf(context), company, { ...purchase, locale: context.locale });
      return implementationPayload(this.database, this.clock, context, change);
    });
  }
}
