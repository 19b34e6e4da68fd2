import { Entity, Unique } from "typeorm";
import {
  IdColumn,
  InstantColumn,
  JsonColumn,
  OneOfColumn,
  TextColumn,
  WholeColumn,
} from "../../infra/db/schema/columns";

/** `written`: decisions that were written together; `kept_since`: what retention has deleted up to here. */
export const SEAL_WORDS = ["written", "kept_since"] as const;
export type SealWord = (typeof SEAL_WORDS)[number];

/**
 * A link of the chain that the decision log is held by, over all companies: written with each batch of decisions, in its
 * transaction. Only ever inserted, and deleted with what it seals, by the retention, which says so in the chain.
 */
@Entity({ name: "decision_seal" })
@Unique(["sequence"])
export class DecisionSealEntity {
  @IdColumn()
  id!: string;

  /** 1, 2, 3, ... without gaps. */
  @WholeColumn()
  sequence!: number;

  @OneOfColumn(SEAL_WORDS)
  word!: SealWord;

  @InstantColumn()
  at!: string;

  /** Decisions in the batch; of `kept_since` 0. */
  @WholeColumn()
  entries!: number;

  /** Of the newest decision in the batch; of `kept_since` the instant before which decisions were deleted. */
  @InstantColumn()
  until!: string;

  /** Hashes of the decisions in the order of their ids, the first 16 hex digits of each: to name which is otherwise. */
  @JsonColumn()
  digests!: readonly string[];

  /** Of `kept_since`: for how many days decisions were kept, 0 for ever, and the last seal that was deleted. */
  @WholeColumn({ nullable: true })
  days!: number | null;

  @WholeColumn({ nullable: true })
  through!: number | null;

  @TextColumn({ nullable: true })
  throughHash!: string | null;

  /** SHA-256 over the whole hashes of the decisions, in the order of their ids. */
  @TextColumn()
  content!: string;

  @TextColumn()
  previousHash!: string;

  @TextColumn()
  hash!: string;
}
