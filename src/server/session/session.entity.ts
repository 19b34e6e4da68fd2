import { Entity, Index, Unique } from "typeorm";
import { IdColumn, InstantColumn, JsonColumn, TextColumn } from "../../infra/db/schema/columns";
import type { Unrecognised } from "../../infra/graphql/caller";

/** Somebody who signed in at the console, on one browser. Deleted when it ends. */
@Entity({ name: "console_session" })
@Unique(["tokenHash"])
@Unique(["previousHash"])
@Index(["issuer", "subject"])
@Index(["endsAt"])
export class SessionEntity {
  @IdColumn()
  id!: string;

  /** SHA-256 of what the cookie has: who reads the table cannot be anybody. */
  @TextColumn()
  tokenHash!: string;

  /** The same of the token before; it is good until the browser has shown the new one. Null: the first is in use. */
  @TextColumn({ nullable: true })
  previousHash!: string | null;

  @TextColumn()
  issuer!: string;

  @TextColumn()
  subject!: string;

  /** Proven by the issuer when they signed in; null: none was. */
  @TextColumn({ nullable: true })
  email!: string | null;

  @TextColumn({ nullable: true })
  name!: string | null;

  /** Why no address was proven. */
  @JsonColumn({ nullable: true })
  withoutEmail!: Unrecognised | null;

  /** The ID token that the issuer wants to see when they sign out, sealed with the cookie's token; null: none. */
  @TextColumn({ nullable: true })
  sealedIdToken!: string | null;

  @InstantColumn()
  createdAt!: string;

  @InstantColumn()
  rotatedAt!: string;

  /** When the browser first showed the present token; null: not yet. */
  @InstantColumn({ nullable: true })
  confirmedAt!: string | null;

  /** To the minute. */
  @InstantColumn()
  lastSeenAt!: string;

  /** The latest end, whatever they do. */
  @InstantColumn()
  endsAt!: string;
}
