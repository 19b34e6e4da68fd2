import type { Base, InfraServices } from "../infra/infra.module";
import type { Module } from "../infra/module/module";
import { RIGHTS_CHANGED } from "../tenant/companies/company-change";
import type { TenantServices } from "../tenant/tenant.module";
import type { DecisionPointServices } from "./decision-point.module";
import { CompanyNews } from "./letters/company-news";
import { RightsEnding } from "./letters/rights-ending";
import { RightsLetters } from "./letters/rights-letters";

type Needs = Base & InfraServices & DecisionPointServices & TenantServices;

function services({ database, clock, facts, policies, changes, letterLinks: links }: Needs) {
  const rightsLetters = new RightsLetters(facts, links);
  const news = new CompanyNews(policies, links);
  changes.followers.add(RIGHTS_CHANGED, (scope, told) => rightsLetters.changed(scope, told));
  changes.followers.add(RIGHTS_CHANGED, (scope, told) => news.changed(scope, told));
  return { rightsEnding: new RightsEnding({ database, clock, policies, links }) };
}

/** Letters about rights: gained, lost, about to end; going live, suspended, other vendor staff. */
export const lettersModule: Module<Needs, ReturnType<typeof services>> = {
  name: "rights letters",
  services,
  jobs: ({ rightsEnding }) => [{ name: "rights that end", everyMs: 3_600_000, work: () => rightsEnding.run() }],
};
