import type { CompanyDirectory } from "../../tenant/companies/company-directory";
import { noSuchCompany } from "../../tenant/companies/company-change";
import { ConnectionEntity } from "../../erp/connections/connection.entity";
import { namedConnection } from "../../erp/connections/connection-lookup";
import type { Database } from "../../infra/db/database";
import type { Actor } from "../../kernel/actor";
import { BilingualRefusal } from "../../kernel/errors";
import type { Authorizer } from "../../policy/ports";
import type { FeatureImport, LedgerImport } from "./ledger-import";
import type { ListReading, ListsRead } from "./list-reading";
import type { MappingProposal, Proposed } from "./mapping-proposal";
import { STAGED, type Staged } from "./staged-item";
import { RECORD_TEXTS } from "../texts/record-texts";

/** A person waits for the answer: what is left over the schedule reads. */
const MAX_CALLS = 10;

/** Reading a ledger at somebody's wish. */
export class ErpImportService {
  constructor(
    private readonly database: Database,
    private readonly companies: CompanyDirectory,
    private readonly authorizer: Authorizer,
    private readonly imports: LedgerImport,
    private readonly lists: ListReading,
    private readonly proposal: MappingProposal,
  ) {}

  /**
   * Reads the lists that the organisation's books are kept by, now. Who may configure the company may ask for it. Throws
   * PolicyRefusal or Refusal NOT_FOUND.
   * @param connection null: the company's default
   */
  async readLists(
    actor: Actor,
    company: string,
    connection: string | null,
  ): Promise<ListsRead & { readonly connection: ConnectionEntity }> {
    const meant = await this.toConfigure(actor, company, connection);
    return { ...(await this.lists.read(meant)), connection: meant };
  }

  /** Proposes a mapping from what the ledger already uses, likewise. */
  async proposeMapping(
    actor: Actor,
    company: string,
    connection: string | null,
  ): Promise<Proposed & { readonly connection: ConnectionEntity }> {
    const meant = await this.toConfigure(actor, company, connection);
    return { ...(await this.proposal.propose(meant)), connection: meant };
  }

  private async toConfigure(actor: Actor, company: string, connection: string | null): Promise<ConnectionEntity> {
    const found = await this.companies.find(company);
    if (!found || !(await this.authorizer.knows(actor, found.id))) throw noSuchCompany();
    await this.authorizer.require(actor, { companyId: found.id, action: "configure", resource: "company" });
    const manager = this.database.read();
    const meant =
      connection === null
        ? await manager.findOneBy(ConnectionEntity, { defaultOf: found.id })
        : await namedConnection(manager, found.id, connection);
    if (!meant) throw new BilingualRefusal("NOT_FOUND", RECORD_TEXTS.noConnectionYet, ["input", "connection"]);
    return meant;
  }

  /**
   * Reads what changed in the ledger, now. Who may import a feature may ask for it. Throws PolicyRefusal for the first
   * feature that they may not, Refusal NOT_FOUND or BAD_INPUT.
   * @param features none: all that are imported
   * @param connection null: the company's only one
   */
  async read(
    actor: Actor,
    company: string,
    features: readonly string[],
    connection: string | null,
  ): Promise<FeatureImport[]> {
    const found = await this.companies.find(company);
    if (!found || !(await this.authorizer.knows(actor, found.id))) throw noSuchCompany();
    const wanted = features.length === 0 ? [...STAGED] : features.map(stagedFrom);
    let by = null;
    for (const resource of wanted)
      by = await this.authorizer.require(actor, { companyId: found.id, action: "import", resource });
    if (by === null) return [];
    return this.imports.read(by, await this.connectionOf(found.id, connection), wanted, MAX_CALLS);
  }

  private async connectionOf(companyId: string, id: string | null): Promise<ConnectionEntity> {
    const all = await this.database
      .read()
      .find(ConnectionEntity, { where: { companyId }, order: { createdAt: "ASC" } });
    const found = id === null ? all[0] : all.find((one) => one.id === id.trim().toLowerCase());
    if (!found) throw new BilingualRefusal("NOT_FOUND", RECORD_TEXTS.noSuchConnection, ["input", "connection"]);
    return found;
  }
}

function stagedFrom(feature: string): Staged {
  const found = STAGED.find((one) => one === feature);
  if (found) return found;
  throw new BilingualRefusal("BAD_INPUT", RECORD_TEXTS.nothingIsRead, ["input", "features"]);
}
