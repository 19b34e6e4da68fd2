import { Entity, Unique } from "typeorm";
import { IdColumn, InstantColumn, TextColumn } from "../db/schema/columns";

/** A person who does not want letters of a kind. */
@Entity({ name: "mail_opt_out" })
@Unique(["email", "kind"])
export class MailOptOutEntity {
  @IdColumn()
  id!: string;

  @TextColumn()
  email!: string;

  @TextColumn()
  kind!: string;

  @InstantColumn()
  createdAt!: string;
}
