import { Entity, ForeignKey, Index } from "typeorm";
import { IdColumn, InstantColumn, OneOfColumn, TextColumn } from "../../infra/db/schema/columns";

/** Who tied an account to a person: the person, by signing in for the first time, or somebody who may. */
export const LINKERS = ["sign_in", "member", "staff", "system"] as const;
export type Linker = (typeof LINKERS)[number];

const IN_FORCE = { unique: true, where: `"endedAt" IS NULL` } as const;

/**
 * Whose an account is: a member's of one company, or of the vendor's staff. Who is linked is known by the account alone, so
 * that an address which changes hands hands over nothing. A link that was ended stays on record.
 */
@Entity({ name: "identity_link" })
@ForeignKey("member", ["companyId", "memberId"], ["companyId", "id"], { onDelete: "RESTRICT" })
// An account is one member of a company and one of the staff at most; a person has one account of an issuer at most.
@Index("ux_identity_link_member_account", ["issuer", "subject", "companyId"], IN_FORCE)
@Index("ux_identity_link_staff_account", ["issuer", "subject"], {
  unique: true,
  where: `"endedAt" IS NULL AND "staffId" IS NOT NULL`,
})
@Index("ux_identity_link_member", ["memberId", "issuer"], IN_FORCE)
@Index("ux_identity_link_staff", ["staffId", "issuer"], IN_FORCE)
export class IdentityLinkEntity {
  @IdColumn()
  id!: string;

  @TextColumn()
  issuer!: string;

  @TextColumn()
  subject!: string;

  /** With `memberId`; null: of the vendor's staff. */
  @TextColumn({ nullable: true })
  companyId!: string | null;

  @TextColumn({ nullable: true })
  memberId!: string | null;

  @TextColumn({ nullable: true })
  @ForeignKey("vendor_staff", { onDelete: "RESTRICT" })
  staffId!: string | null;

  @InstantColumn()
  linkedAt!: string;

  @OneOfColumn(LINKERS)
  linkedByKind!: Linker;

  /** Id of who linked. */
  @TextColumn()
  linkedBy!: string;

  /** Null: in force. */
  @InstantColumn({ nullable: true })
  endedAt!: string | null;

  /** Id of who ended it. */
  @TextColumn({ nullable: true })
  endedBy!: string | null;

  @TextColumn({ nullable: true })
  endReason!: string | null;
}
