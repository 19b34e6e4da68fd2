import { Entity, Unique } from "typeorm";
import { IdColumn, InstantColumn, OneOfColumn, TextColumn } from "../db/schema/columns";
import { LOCALES, type Locale } from "../../kernel/locale";

/** How a person wants to be written to. It belongs to an address, whatever companies know it. */
@Entity({ name: "mail_reader" })
@Unique(["email"])
@Unique(["token"])
export class MailReaderEntity {
  @IdColumn()
  id!: string;

  /** Lower case. */
  @TextColumn()
  email!: string;

  /** Null: the company's language. */
  @OneOfColumn(LOCALES, { nullable: true })
  locale!: Locale | null;

  /** IANA name; null: the company's zone. */
  @TextColumn({ nullable: true })
  timezone!: string | null;

  /** Random: whoever has it, from a letter, may decline letters for this address, and nothing else. */
  @TextColumn()
  token!: string;

  @InstantColumn()
  createdAt!: string;
}
