import { Entity, Unique } from "typeorm";
import { IdColumn, InstantColumn, JsonColumn, TextColumn, WholeColumn } from "../../../infra/db/schema/columns";
import type { AnchorDocument } from "./anchor";

/** An anchor as it was made, and the places outside that have it. */
@Entity({ name: "audit_anchor" })
@Unique(["sequence"])
export class AnchorEntity {
  @IdColumn()
  id!: string;

  @WholeColumn()
  sequence!: number;

  @JsonColumn()
  document!: AnchorDocument;

  @TextColumn()
  hash!: string;

  @TextColumn({ nullable: true })
  keyId!: string | null;

  @TextColumn({ nullable: true })
  signature!: string | null;

  /** Of a timestamp authority, in base64; null: not yet, or none is configured. */
  @TextColumn({ nullable: true })
  token!: string | null;

  /** Names of the places that have it. */
  @JsonColumn()
  places!: readonly string[];

  @InstantColumn()
  createdAt!: string;
}
