import type { AuditState } from "../audit/audit-entry.entity";
import type { ChangeScope, CompanyChanges } from "../audit/company-changes";
import type { Actor } from "../kernel/actor";
import { Refusal } from "../kernel/errors";
import { newId } from "../kernel/ids";
import type { Locale } from "../kernel/locale";
import type { ConnectionStatus } from "../policy/vocabulary";
import { ConnectionEntity } from "./connection.entity";
import { editionSupport, editionText, normaliseEdition } from "./editions";

export interface ConnectionSettings {
  /** "xero" if left out; there is no other yet. */
  readonly connector?: string | null;
  /** The commercial plan, as people write it. */
  readonly edition: string;
  /** ISO 3166-1 alpha-2 of the organisation in the ERP. */
  readonly country: string;
  /** Left out: as it is, "pending" for a new connection. */
  readonly status?: ConnectionStatus | null;
  /** Left out: as it is; null: none. */
  readonly organisationName?: string | null;
  /** Likewise. */
  readonly trackingCategory?: string | null;
  /** Version that the editor saw, 0 for none yet; left out: whatever it is. */
  readonly expectedVersion?: number | null;
  /** Of whoever reads a refusal; left out: the company's. */
  readonly locale?: Locale;
}

export interface ConnectionChange {
  readonly connection: ConnectionEntity;
  readonly policyRevision: number;
}

const CONNECTOR = "xero";

/** Sets up a company's one connection to its ERP. */
export class ConnectionService {
  constructor(private readonly changes: CompanyChanges) {}

  /**
   * Makes the connection or changes it. Throws PolicyRefusal, Refusal NOT_FOUND (company), BAD_INPUT (connector, or an
   * edition that the integration does not work with, saying which do, in the reader's language) or STALE_EDIT.
   */
  async configure(actor: Actor, company: string, settings: ConnectionSettings): Promise<ConnectionChange> {
    return this.changes.run({ actor, company, action: "configure" }, async (scope) => {
      requireServed(settings, settings.locale ?? scope.company.locale);
      const { manager, company: tenant } = scope;
      const before = await manager.findOneBy(ConnectionEntity, { companyId: tenant.id });
      requireVersion(before?.version ?? 0, settings.expectedVersion);
      const connection = merged(before, settings, scope);
      await store(scope, before, connection);
      const policyRevision = await scope.record({
        action: "connection.configured",
        targetKind: "connection",
        targetId: connection.id,
        before: before && stateOf(before),
        after: stateOf(connection),
      });
      return { connection, policyRevision };
    });
  }
}

function requireServed({ connector, edition, country }: ConnectionSettings, locale: Locale): void {
  if ((connector ?? CONNECTOR).trim().toLowerCase() !== CONNECTOR) {
    const message = `There is no connector "${connector}"; the one there is, is "${CONNECTOR}".`;
    throw new Refusal("BAD_INPUT", message, ["input", "connector"]);
  }
  const { supported, why } = editionSupport(country, edition);
  if (supported) return;
  const field = why === "country_not_listed" ? "country" : "edition";
  throw new Refusal("BAD_INPUT", editionText(country, edition, locale), ["input", field]);
}

function requireVersion(version: number, expected: number | null | undefined): void {
  if (expected == null || expected === version) return;
  const message = "Somebody has changed the connection meanwhile; look at it again before you change it.";
  throw new Refusal("STALE_EDIT", message, ["input", "expectedVersion"]);
}

function merged(before: ConnectionEntity | null, settings: ConnectionSettings, scope: ChangeScope): ConnectionEntity {
  return Object.assign(new ConnectionEntity(), {
    id: before?.id ?? newId(),
    companyId: scope.company.id,
    connector: CONNECTOR,
    edition: normaliseEdition(settings.edition),
    country: settings.country.trim().toUpperCase(),
    status: settings.status ?? before?.status ?? "pending",
    organisationName: textOr(settings.organisationName, before?.organisationName),
    trackingCategory: textOr(settings.trackingCategory, before?.trackingCategory),
    version: (before?.version ?? 0) + 1,
    createdAt: before?.createdAt ?? scope.at,
  });
}

function textOr(given: string | null | undefined, kept: string | null | undefined): string | null {
  return given === undefined ? (kept ?? null) : given?.trim() || null;
}

async function store({ manager }: ChangeScope, before: ConnectionEntity | null, connection: ConnectionEntity) {
  if (before) await manager.update(ConnectionEntity, { id: before.id, version: before.version }, connection);
  else
    await manager.createQueryBuilder().insert().into(ConnectionEntity).values(connection).updateEntity(false).execute();
}

function stateOf(connection: ConnectionEntity): AuditState {
  const { connector, edition, country, status, organisationName, trackingCategory } = connection;
  return { connector, edition, country, status, organisationName, trackingCategory };
}
