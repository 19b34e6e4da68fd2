import { Entity, Unique } from "typeorm";
import { IdColumn, InstantColumn, JsonColumn, TextColumn } from "../../infra/db/schema/columns";

/** A service's key; the key itself is shown once, and only its hash is kept. */
@Entity({ name: "api_key" })
@Unique(["prefix"])
export class ApiKeyEntity {
  @IdColumn()
  id!: string;

  @TextColumn()
  name!: string;

  /** The key's readable beginning: finds the row, tells keys apart. */
  @TextColumn()
  prefix!: string;

  /** SHA-256 of the whole key, hex. */
  @TextColumn()
  hash!: string;

  @JsonColumn()
  scopes!: string[];

  /** Companies it may ask about; null: none. */
  @JsonColumn({ nullable: true })
  companyIds!: string[] | null;

  /** Id of who made it, in the first of its companies. */
  @TextColumn()
  createdBy!: string;

  /** Ids of whoever made it for each company, by the company's id: in that company it lives as long as they administer it. */
  @JsonColumn({ nullable: true })
  makers!: Record<string, string> | null;

  /** Exclusive; null: does not expire. */
  @InstantColumn({ nullable: true })
  expiresAt!: string | null;

  @InstantColumn({ nullable: true })
  lastUsedAt!: string | null;

  @InstantColumn({ nullable: true })
  revokedAt!: string | null;

  @InstantColumn()
  createdAt!: string;
}
