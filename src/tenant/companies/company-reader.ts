import { In } from "typeorm";
import type { Database } from "../../infra/db/database";
import { actorOf } from "../../infra/graphql/actor";
import { loaderFor, type GraphQLContext } from "../../infra/graphql/context";
import type { Actor } from "../../kernel/actor";
import { BilingualRefusal } from "../../kernel/errors";
import type { Authorizer } from "../../policy/ports";
import { CompanyEntity } from "./company.entity";
import { TENANT_TEXTS } from "../texts/tenant-texts";

/** What somebody wants to see: the company's set-up (view), its people and rights (review), its keys (administer). */
export type Insight = "view" | "review" | "administer";

/** The port through which lists ask about many companies at once; access/ implements it. */
export interface CompanyInsight {
  /** Ids of the companies that the actor may look into, in a constant number of SELECTs. */
  permitted(actor: Actor, companies: readonly CompanyEntity[], insight: Insight): Promise<ReadonlySet<string>>;
}

/** Guards the fields under Company: one question for all companies of a request. */
export class CompanyReader {
  constructor(
    private readonly database: Database,
    private readonly insight: CompanyInsight,
    private readonly authorizer: Authorizer,
  ) {}

  /** Passes where the request's actor may look; else throws PolicyRefusal with the decision, or Refusal. */
  async require(context: GraphQLContext, company: CompanyEntity, insight: Insight): Promise<void> {
    const actor = actorOf(context);
    const loader = loaderFor(context, `may ${insight}`, async (companies: readonly CompanyEntity[]) => {
      const permitted = await this.insight.permitted(actor, companies, insight);
      return companies.map(({ id }) => permitted.has(id));
    });
    if (await loader.load(company)) return;
    await this.authorizer.require(
      actor,
      { companyId: company.id, action: insight, resource: "company" },
      context.locale,
    );
    // The rights changed between the two questions; the stricter answer stands.
    throw new BilingualRefusal("FORBIDDEN", TENANT_TEXTS.notToBeSeen);
  }

  /** The same for what knows its company by id only. */
  async requireFor(context: GraphQLContext, companyId: string, insight: Insight): Promise<void> {
    const loader = loaderFor(context, "company by id", async (ids: readonly string[]) => {
      const found = await this.database.read().findBy(CompanyEntity, { id: In([...ids]) });
      const companies = new Map(found.map((company) => [company.id, company]));
      return ids.map((id) => companies.get(id) ?? new Error("A company that is not there"));
    });
    return this.require(context, await loader.load(companyId), insight);
  }

  /** Whether the actor may look into the company; for `node(id)`, which must not tell what there is. */
  async permits(actor: Actor, companyId: string, insight: Insight): Promise<boolean> {
    const company = await this.database.read().findOneBy(CompanyEntity, { id: companyId });
    return company !== null && (await this.insight.permitted(actor, [company], insight)).has(companyId);
  }
}
