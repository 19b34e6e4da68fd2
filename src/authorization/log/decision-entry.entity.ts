import { Entity, Index } from "typeorm";
import type { FactsSource } from "../../policy/model/record-facts";
import {
  FlagColumn,
  IdColumn,
  InstantColumn,
  JsonColumn,
  OneOfColumn,
  TextColumn,
  WholeColumn,
} from "../../infra/db/schema/columns";

/** Who can have asked: a person, a service with an API key, or Ledgergate itself. */
export const ASKER_KINDS = ["person", "service", "system"] as const;
export type AskerKind = (typeof ASKER_KINDS)[number];

/** How fresh the rights had to be: of the last known revision, at least of a named one, or read in full. */
export const CONSISTENCIES = ["revision", "at_least", "full"] as const;
export type Consistency = (typeof CONSISTENCIES)[number];

/**
 * One decision: who asked, about whom and what, and what was answered why. Only ever inserted, and deleted by age.
 * It refers to no other table: an entry may be of something that was never committed, and must not hold up the rest.
 */
@Entity({ name: "decision_entry" })
@Index(["companyId", "at", "id"])
@Index(["companyId", "subjectId", "at", "id"])
@Index(["companyId", "recordId", "at", "id"])
@Index(["companyId", "code", "at", "id"])
@Index(["at"])
@Index(["seal"])
export class DecisionEntryEntity {
  /** Ascends with the order of the decisions. */
  @IdColumn()
  id!: string;

  @TextColumn()
  companyId!: string;

  /** When it was made. */
  @InstantColumn()
  at!: string;

  @OneOfColumn(ASKER_KINDS)
  askerKind!: AskerKind;

  /** A person's e-mail, or account where they have none; a key's id; the name of Ledgergate's own work. */
  @TextColumn()
  asker!: string;

  /** Member or staff; null: nobody that the company knows. */
  @TextColumn({ nullable: true })
  subjectId!: string | null;

  /** As the asker named the subject; null: themselves. */
  @TextColumn({ nullable: true })
  subjectReference!: string | null;

  /** As asked; may be no action of the vocabulary. */
  @TextColumn()
  action!: string;

  /** As asked: a feature, `company`, or a name that is neither. */
  @TextColumn()
  resource!: string;

  @TextColumn({ nullable: true })
  recordId!: string | null;

  /** Whose facts of the record counted; null: the question was about no record, or its facts were not told. */
  @TextColumn({ nullable: true })
  facts!: FactsSource | null;

  @FlagColumn()
  allowed!: boolean;

  @TextColumn()
  code!: string;

  /** Codes of the gates that were missed. */
  @JsonColumn()
  reasons!: string[];

  /** The grant it rests on, or the nearest one that fell short. */
  @TextColumn({ nullable: true })
  grantId!: string | null;

  @WholeColumn({ nullable: true })
  policyRevision!: number | null;

  /** The instant asked about; null: `at`. */
  @InstantColumn({ nullable: true })
  asOf!: string | null;

  @OneOfColumn(CONSISTENCIES)
  consistency!: Consistency;

  /** Of the request; the same in the log lines and the answer's X-Request-ID. */
  @TextColumn({ nullable: true })
  traceId!: string | null;

  /** Whether Ledgergate asked before it acted. */
  @FlagColumn()
  enforced!: boolean;

  /** The seal that it was written with (decision-seal.entity.ts); null: it is from before there were any. */
  @WholeColumn({ nullable: true })
  seal!: number | null;

  @InstantColumn()
  createdAt!: string;
}
