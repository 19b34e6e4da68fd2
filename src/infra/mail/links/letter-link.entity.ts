import { Entity, ForeignKey, Index, Unique } from "typeorm";
import { CompanyEntity } from "../../../tenant/companies/company.entity";
import { LOCALES, type Locale } from "../../../kernel/locale";
import { IdColumn, InstantColumn, OneOfColumn, TextColumn } from "../../db/schema/columns";

/**
 * What a letter's link is for: the reader's part in the set-up as a whole, or one call. What may be done by each is the policy's
 * business, and narrowed by whoever takes links.
 */
export const LINK_PURPOSES = ["set_up", "call"] as const;
export type LinkPurpose = (typeof LINK_PURPOSES)[number];

/** What its reader may do by a letter; which letters have it, is said where they are written. */
export interface ActingLink {
  readonly purpose: LinkPurpose;
  /** Id of the call; null: the set-up as a whole. */
  readonly aboutId: string | null;
  readonly locale: Locale;
}

/** Of letters that are about the set-up as a whole. */
export const WHOLE_SET_UP = { purpose: "set_up", aboutId: null } as const;

/** The link of a letter that was handed over: who has it acts as its reader, within its purpose, without signing in. */
@Entity({ name: "letter_link" })
@Unique(["letterId"])
@Unique(["tokenHash"])
@Index(["companyId", "email"])
@Index(["expiresAt"])
export class LetterLinkEntity {
  @IdColumn()
  id!: string;

  @TextColumn()
  @ForeignKey(() => CompanyEntity, { onDelete: "RESTRICT" })
  companyId!: string;

  /** Of the letter; handed over once more, it has another token, and the one before is good no more. */
  @TextColumn()
  letterId!: string;

  /** SHA-256 of what stands in the letter. The token itself is kept nowhere. */
  @TextColumn()
  tokenHash!: string;

  /** Lower case. */
  @TextColumn()
  email!: string;

  @OneOfColumn(LINK_PURPOSES)
  purpose!: LinkPurpose;

  /** Id of the call that it is for; null: of the set-up as a whole. */
  @TextColumn({ nullable: true })
  aboutId!: string | null;

  /** Language of the letter. */
  @OneOfColumn(LOCALES)
  locale!: Locale;

  @InstantColumn()
  expiresAt!: string;

  /** Null: it is in force until it expires. */
  @InstantColumn({ nullable: true })
  revokedAt!: string | null;

  @InstantColumn()
  createdAt!: string;
}
