import { Entity, ForeignKey, Index, Unique } from "typeorm";
import { CompanyEntity } from "../../tenant/companies/company.entity";
import { IdColumn, InstantColumn, JsonColumn, OneOfColumn, TextColumn } from "../../infra/db/schema/columns";
import type { Tenant } from "../connector/ledger-identity";

export const CONSENT_STEPS = ["asked", "answered", "choosing", "done", "failed"] as const;
export type ConsentStep = (typeof CONSENT_STEPS)[number];

/** Who began a consent: it is decided for them again when it is completed. */
export interface ConsentPerson {
  readonly kind: "person";
  readonly email: string | null;
  readonly subject: string;
  readonly name: string | null;
  /** As the company knows them, for the page that they consent on. */
  readonly shownAs: string;
}

/** A consent under way: what its state stands for. Kept on the server, used once, for minutes. */
@Entity({ name: "ledger_consent" })
@Unique(["stateDigest"])
@Unique(["choiceDigest"])
@Index(["expiresAt"])
export class LedgerConsentEntity {
  @IdColumn()
  id!: string;

  @TextColumn()
  @ForeignKey(() => CompanyEntity, { onDelete: "RESTRICT" })
  companyId!: string;

  @TextColumn()
  connectionId!: string;

  /** SHA-256 of the state in the consent address: who reads this table cannot complete a consent. */
  @TextColumn()
  stateDigest!: string;

  /** Sealed: the verifier of PKCE (RFC 7636). */
  @TextColumn()
  verifier!: string;

  @JsonColumn()
  person!: ConsentPerson;

  @OneOfColumn(CONSENT_STEPS)
  step!: ConsentStep;

  /** SHA-256 of what the choice of an organisation is made with. */
  @TextColumn({ nullable: true })
  choiceDigest!: string | null;

  /** Sealed: the tokens, until an organisation is chosen. */
  @TextColumn({ nullable: true })
  tokens!: string | null;

  @JsonColumn({ nullable: true })
  tenants!: readonly Tenant[] | null;

  @InstantColumn()
  expiresAt!: string;

  @InstantColumn()
  createdAt!: string;
}

export function consentPlace(id: string, column: "verifier" | "tokens"): string {
  return `ledger_consent/${id}/${column}`;
}
