import type { CompanyDirectory } from "../../tenant/companies/company-directory";
import type { ConnectionEntity } from "../../erp/connections/connection.entity";
import { standingOf } from "../../policy/model/connections";
import { LIVE_PHASES } from "../../policy/model/vocabulary";
import type { ImportGate } from "../import/import-gate";
import { STAGED, type Staged } from "../import/staged-item";
import type { FactsLoader } from "../../authorization/facts/facts-loader";

/** The gates that importing has beside those of the person: what holds for a person holds for what runs by itself. */
export class FactsImportGate implements ImportGate {
  constructor(
    private readonly companies: CompanyDirectory,
    private readonly facts: FactsLoader,
  ) {}

  async open({ id, companyId }: ConnectionEntity): Promise<ReadonlySet<Staged>> {
    const company = await this.companies.find(companyId);
    if (!company) return new Set();
    const facts = await this.facts.company(company);
    const standing = standingOf(facts, id);
    const usable = standing?.status === "authorised" && standing.editionSupported;
    const live = LIVE_PHASES.includes(facts.phase) && usable;
    const carried = STAGED.filter((feature) => facts.features[feature].imports && facts.features[feature].enabled);
    return new Set(live ? carried : []);
  }
}
