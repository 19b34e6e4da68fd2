import { Entity, ForeignKey, Unique } from "typeorm";
import { CompanyEntity } from "../../tenant/companies/company.entity";
import { IdColumn, InstantColumn, OneOfColumn, TextColumn } from "../../infra/db/schema/columns";

/** `active`: good; `lost`: a person must consent anew; `ending`: we gave it up, the ledger is still to be told. */
export const ACCESS_STATES = ["active", "lost", "ending"] as const;
export type AccessState = (typeof ACCESS_STATES)[number];

/**
 * What a consent gave: the organisation in the ledger, and the tokens to it, sealed. One organisation belongs to one
 * connection, for its allowance of calls and its notices do.
 */
@Entity({ name: "ledger_access" })
@Unique(["tenantId"])
export class LedgerAccessEntity {
  /** The connection's id. */
  @IdColumn()
  id!: string;

  @TextColumn()
  @ForeignKey(() => CompanyEntity, { onDelete: "RESTRICT" })
  companyId!: string;

  /** The organisation, in the ledger's ids. */
  @TextColumn()
  tenantId!: string;

  @TextColumn()
  tenantName!: string;

  /** The ledger's id of our connection to the organisation, by which it is ended there. */
  @TextColumn()
  ledgerConnectionId!: string;

  @OneOfColumn(ACCESS_STATES)
  state!: AccessState;

  /** Why it was lost, in a stable code; null: it is not. */
  @TextColumn({ nullable: true })
  lostCode!: string | null;

  /** What was consented to, as the ledger writes it. */
  @TextColumn()
  scope!: string;

  /** Sealed; null: none is kept. */
  @TextColumn({ nullable: true })
  accessToken!: string | null;

  @InstantColumn({ nullable: true })
  accessExpiresAt!: string | null;

  /** Sealed. Stays until the next one is kept: within the grace period it can be used again. */
  @TextColumn({ nullable: true })
  refreshToken!: string | null;

  @InstantColumn()
  renewedAt!: string;

  /** Who is renewing or ending it, so that one at a time does. */
  @TextColumn({ nullable: true })
  leasedBy!: string | null;

  @InstantColumn({ nullable: true })
  leasedUntil!: string | null;

  /** Who consented: hears of it when the consent is lost. */
  @TextColumn()
  authorisedByName!: string;

  @TextColumn({ nullable: true })
  authorisedByEmail!: string | null;

  @InstantColumn()
  authorisedAt!: string;

  @InstantColumn()
  createdAt!: string;
}

/** Where a secret of the connection stands, for its seal. */
export function tokenPlace(connectionId: string, column: "accessToken" | "refreshToken"): string {
  return `ledger_access/${connectionId}/${column}`;
}
