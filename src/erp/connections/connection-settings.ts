import { DEFAULT_CONNECTOR } from "../catalogue/catalogue-item";
import { fill } from "../../kernel/catalogue";
import type { ChangeScope, ChangeState } from "../../tenant/companies/company-change";
import { BilingualRefusal } from "../../kernel/errors";
import { newId } from "../../kernel/ids";
import { MAX_LABEL_LENGTH, nameFrom } from "../../kernel/labels";
import type { ConnectionStatus } from "../../policy/model/vocabulary";
import { ConnectionEntity } from "./connection.entity";
import { editionSupport, editionText, normaliseEdition } from "./editions";
import { optionalText } from "../../kernel/text";
import { ERP_TEXTS } from "../texts/erp-texts";

export interface ConnectionSettings {
  /** Id or name of the one that is meant; left out: the company's default. */
  readonly connection?: string | null;
  /** Left out: as it is; the organisation's for a new one. Unique in the company. */
  readonly name?: string | null;
  /** True: the company's default from now on. */
  readonly makeDefault?: boolean | null;
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
}

/** Of a connection that nobody named, to an organisation that nobody named. */
const UNNAMED = "Xero";

/** Throws Refusal BAD_INPUT for what the integration does not work with. */
export function requireServed({ connector, edition, country }: ConnectionSettings): void {
  if ((connector ?? DEFAULT_CONNECTOR).trim().toLowerCase() !== DEFAULT_CONNECTOR) {
    throw new BilingualRefusal(
      "BAD_INPUT",
      fill(ERP_TEXTS.noConnector, { named: connector ?? "", only: DEFAULT_CONNECTOR }),
      ["input", "connector"],
    );
  }
  const { supported, why } = editionSupport(country, edition);
  if (supported) return;
  const field = why === "country_not_listed" ? "country" : "edition";
  throw new BilingualRefusal(
    "BAD_INPUT",
    { en: editionText(country, edition, "en"), fr: editionText(country, edition, "fr") },
    ["input", field],
  );
}

/** The connection as it is to be. @param all the company's connections, this one among them if it is there */
export function merged(
  before: ConnectionEntity | null,
  settings: ConnectionSettings,
  { company, at }: Pick<ChangeScope, "company" | "at">,
  all: readonly ConnectionEntity[],
): ConnectionEntity {
  const id = before?.id ?? newId();
  const organisationName = textOr(settings.organisationName, before?.organisationName, ["input", "organisationName"]);
  const isDefault = all.length === 0 || settings.makeDefault === true || before?.defaultOf != null;
  return Object.assign(new ConnectionEntity(), {
    id,
    companyId: company.id,
    name: nameFrom(settings.name ?? before?.name ?? organisationName ?? UNNAMED, ["input", "name"]),
    defaultOf: isDefault ? company.id : null,
    // No key of an item begins so: whatever people write is encoded there.
    keyPrefix: before?.keyPrefix ?? (all.length === 0 ? "" : `@${id}/`),
    connector: DEFAULT_CONNECTOR,
    edition: normaliseEdition(settings.edition),
    country: settings.country.trim().toUpperCase(),
    status: settings.status ?? before?.status ?? "pending",
    organisationName,
    trackingCategory: textOr(settings.trackingCategory, before?.trackingCategory, ["input", "trackingCategory"]),
    version: (before?.version ?? 0) + 1,
    createdAt: before?.createdAt ?? at,
  });
}

function textOr(
  given: string | null | undefined,
  kept: string | null | undefined,
  field: readonly string[],
): string | null {
  return given === undefined ? (kept ?? null) : optionalText("name", given, MAX_LABEL_LENGTH, field);
}

/** What the audit trail keeps of it. */
export function stateOf(connection: ConnectionEntity): ChangeState {
  const { name, connector, edition, country, status, organisationName, trackingCategory } = connection;
  const isDefault = connection.defaultOf !== null;
  return { name, connector, edition, country, status, organisationName, trackingCategory, isDefault };
}
