import { fill } from "../../kernel/catalogue";
import type { Bilingual } from "../../kernel/locale";
import type { Actor } from "../../kernel/actor";
import { type Clock, DAY_MS, toInstant } from "../../kernel/clock";
import { readEnd } from "../../kernel/days";
import { BilingualRefusal } from "../../kernel/errors";
import { isId, newId } from "../../kernel/ids";
import type { CompanyChanges } from "../../tenant/audit/company-changes";
import { noSuchCompany, type ChangeScope } from "../../tenant/companies/company-change";
import { zoneOf } from "../../tenant/companies/time-zone";
import type { CompanyEntity } from "../../tenant/companies/company.entity";
import type { CompanyDirectory } from "../../tenant/companies/company-directory";
import type { Database } from "../../infra/db/database";
import type { Authorizer } from "../../policy/ports";
import { API_KEY_SCOPES } from "./api-key-scopes";
import { newApiKey } from "./api-key-format";
import { ApiKeyEntity } from "./api-key.entity";
import { keysOfCompany } from "./keys-of-company";
import { storeFor, takeCompany } from "./api-key-writer";
import { nameFrom } from "../../kernel/labels";
import { DIRECTORY_TEXTS } from "../texts/directory-texts";

/** How long a key lives at most, and where nothing is said: a year, the day of which counts whole in any zone. */
export const MAX_KEY_DAYS = 367;
const EXPIRY_WORDS = {
  en: "A key expires at a day or instant to come, a year from now at most, such as 2027-01-31 or 2027-01-31T00:00:00Z.",
  fr: "Une clé expire à un jour ou un instant à venir, dans un an au plus, par exemple 2027-01-31 ou 2027-01-31T00:00:00Z.",
};

export interface NewApiKeyInput {
  readonly name: string;
  /** Ids or slugs; at least one. */
  readonly companyIds: readonly string[];
  readonly scopes: readonly string[];
  /** An instant, exclusive, or a day, in the zone of the company named first, a year from now at most; null: in a year. */
  readonly expiresAt?: string | null;
}

/** A key that was just made: its text is shown this once, and never kept. */
export interface MadeApiKey {
  readonly apiKey: ApiKeyEntity;
  readonly key: string;
}

/** Makes, lists and revokes the keys of services. Who administers a company may do so for that company, nobody else. */
export class ApiKeyService {
  constructor(
    private readonly database: Database,
    private readonly changes: CompanyChanges,
    private readonly companies: CompanyDirectory,
    private readonly authorizer: Authorizer,
    private readonly clock: Clock,
  ) {}

  /**
   * Makes a key for the companies, all of which the actor must administer.
   * Throws Refusal BAD_INPUT or NOT_FOUND, PolicyRefusal; nothing is kept then.
   */
  async create(actor: Actor, input: NewApiKeyInput): Promise<MadeApiKey> {
    const name = this.checked(input);
    const companies = await this.administeredAll(actor, input.companyIds);
    const zone = companies[0] ? zoneOf(companies[0]) : "UTC";
    const expiresAt = this.expiryFrom(input.expiresAt ?? null, zone);
    // In one order for all, so that two keys made at once never wait for each other's companies.
    const companyIds = companies.map(({ id }) => id).sort();
    const { key, prefix, hash } = newApiKey();
    const scopes = [...new Set(input.scopes)];
    const given = { id: newId(), name, prefix, hash, companyIds, scopes, expiresAt, makers: {} };
    const apiKey = Object.assign(new ApiKeyEntity(), given, { lastUsedAt: null, revokedAt: null });
    await this.database.write(async () => {
      for (const company of companyIds) await this.audited(actor, company, (change) => storeFor(change, apiKey));
    });
    return { apiKey, key };
  }

  /** The keys that reach these companies, by company, newest first, revoked ones included; in one SELECT. */
  async listOf(companyIds: readonly string[]): Promise<ReadonlyMap<string, readonly ApiKeyEntity[]>> {
    const where = companyIds.map(keysOfCompany);
    const keys =
      where.length === 0 ? [] : await this.database.read().find(ApiKeyEntity, { where, order: { id: "DESC" } });
    return new Map(companyIds.map((id) => [id, keys.filter((key) => key.companyIds?.includes(id))]));
  }

  /** Whoever may see it, that is for the caller to ask. */
  byId(id: string): Promise<ApiKeyEntity | null> {
    return this.database.read().findOneBy(ApiKeyEntity, { id });
  }

  /** The company's keys. Throws NOT_FOUND to outsiders, PolicyRefusal to who does not administer it. */
  async list(actor: Actor, reference: string): Promise<readonly ApiKeyEntity[]> {
    const company = await this.companies.find(reference);
    if (!company || !(await this.authorizer.knows(actor, company.id))) throw noSuchCompany();
    await this.authorizer.require(actor, administer(company.id));
    return (await this.listOf([company.id])).get(company.id) ?? [];
  }

  /**
   * Takes from the key every company that the actor administers; a key with no company left is revoked. So nobody
   * cuts off a company that is not theirs, and a lost key can be shut out by any of the companies at once.
   * Throws Refusal NOT_FOUND for a key of no company of the actor's, PolicyRefusal where they administer none of them.
   * @param only takes no other company than the one of this id
   */
  async revoke(actor: Actor, id: string, only?: string): Promise<ApiKeyEntity> {
    const key = id.trim().toLowerCase();
    return this.database.write(async () => {
      const apiKey = isId(key) ? await this.byId(key) : null;
      const known = apiKey ? await this.known(actor, apiKey) : [];
      const companies = known.filter((company) => only === undefined || company === only);
      if (!apiKey || companies.length === 0)
        throw new BilingualRefusal("NOT_FOUND", DIRECTORY_TEXTS.noSuchKey, ["input", "id"]);
      const own = await this.administered(actor, companies);
      // Where none is administered, the first one's refusal is the answer.
      for (const company of own.length > 0 ? own : companies.slice(0, 1))
        await this.audited(actor, company, async (change) => {
          Object.assign(apiKey, await takeCompany(change, apiKey.id, null));
        });
      return apiKey;
    });
  }

  private async known(actor: Actor, { companyIds, revokedAt }: ApiKeyEntity): Promise<string[]> {
    const known: string[] = [];
    if (revokedAt !== null) return known;
    for (const id of companyIds ?? []) if (await this.authorizer.knows(actor, id)) known.push(id);
    return known.sort();
  }

  private async administered(actor: Actor, companies: readonly string[]): Promise<string[]> {
    const own: string[] = [];
    for (const id of companies) if (await this.authorizer.permits(actor, administer(id))) own.push(id);
    return own;
  }

  private audited(actor: Actor, company: string, work: (scope: ChangeScope) => Promise<void>): Promise<void> {
    return this.changes.run({ actor, company, action: "administer" }, work);
  }

  /**
   * The companies in the order given, all of which the actor administers. Nothing else is looked at before: who asks about
   * companies that are not theirs learns the same of each, whether it is there or not.
   */
  private async administeredAll(actor: Actor, references: readonly string[]): Promise<CompanyEntity[]> {
    const found = new Map<string, CompanyEntity>();
    for (const reference of new Set(references.map((one) => one.trim().toLowerCase()))) {
      const company = await this.companies.find(reference);
      if (!company || !(await this.authorizer.knows(actor, company.id))) throw noSuchCompany();
      found.set(company.id, company);
    }
    for (const id of found.keys()) await this.authorizer.require(actor, administer(id));
    return [...found.values()];
  }

  /** Everything that opens a door has an end: what nobody renews, nobody uses. */
  private expiryFrom(text: string | null, zone: string): string {
    const now = this.clock.now();
    const latest = toInstant(new Date(now.getTime() + MAX_KEY_DAYS * DAY_MS));
    const expiry = text === null ? latest : readEnd(text, zone);
    if (expiry !== null && expiry > toInstant(now) && expiry <= latest) return expiry;
    throw new BilingualRefusal("BAD_INPUT", EXPIRY_WORDS, ["input", "expiresAt"]);
  }

  private checked({ name, companyIds, scopes }: NewApiKeyInput): string {
    const refuse = (texts: Bilingual, field: string) => new BilingualRefusal("BAD_INPUT", texts, ["input", field]);
    const named = nameFrom(name, ["input", "name"]);
    if (companyIds.length === 0) throw refuse(DIRECTORY_TEXTS.keyNeedsCompany, "companies");
    const unknown = scopes.find((scope) => !API_KEY_SCOPES.includes(scope));
    if (unknown !== undefined || scopes.length === 0)
      throw refuse(fill(DIRECTORY_TEXTS.keyScopes, { scopes: API_KEY_SCOPES.join(", ") }), "scopes");
    return named;
  }
}

function administer(companyId: string) {
  return { companyId, action: "administer", resource: "company" } as const;
}
