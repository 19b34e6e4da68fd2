import { Entity, Index } from "typeorm";
import { IdColumn, InstantColumn, JsonColumn, TextColumn } from "../db/schema/columns";

/** What a mutation that came with a client's own key has answered. Holds hashes and ids, no names and no secrets. */
@Entity({ name: "idempotency_key" })
@Index(["caller"])
@Index(["expiresAt"])
export class IdempotencyKeyEntity {
  /** SHA-256 of caller, company, mutation and key. */
  @IdColumn()
  id!: string;

  /** SHA-256 of who asks. */
  @TextColumn()
  caller!: string;

  /** SHA-256 of the input without the key. */
  @TextColumn()
  inputDigest!: string;

  /** Which call took the key: of several at once, one reads its own. */
  @TextColumn()
  takenBy!: string;

  /** The ids and plain values of the answer; null only within the transaction that makes it. */
  @JsonColumn({ nullable: true })
  answer!: unknown;

  @InstantColumn()
  createdAt!: string;

  @InstantColumn()
  expiresAt!: string;
}
