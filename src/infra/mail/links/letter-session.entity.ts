import { Entity, ForeignKey, Index, Unique } from "typeorm";
import { IdColumn, InstantColumn, TextColumn } from "../../db/schema/columns";
import { LetterLinkEntity } from "./letter-link.entity";

/** A browser in which a letter's link was opened. Deleted when it ends. */
@Entity({ name: "letter_session" })
@Unique(["tokenHash"])
@Index(["linkId"])
@Index(["endsAt"])
export class LetterSessionEntity {
  @IdColumn()
  id!: string;

  @TextColumn()
  @ForeignKey(() => LetterLinkEntity, { onDelete: "RESTRICT" })
  linkId!: string;

  /** SHA-256 of what the cookie has. */
  @TextColumn()
  tokenHash!: string;

  @InstantColumn()
  endsAt!: string;

  @InstantColumn()
  createdAt!: string;
}
