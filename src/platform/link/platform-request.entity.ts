import { Entity, ForeignKey, Index, Unique } from "typeorm";
import { CompanyEntity } from "../../tenant/companies/company.entity";
import {
  IdColumn,
  InstantColumn,
  JsonColumn,
  MinorColumn,
  OneOfColumn,
  TextColumn,
  WholeColumn,
} from "../../infra/db/schema/columns";

/**
 * `announced`: known by its id alone, to be fetched; `ready`: fetched, to be carried out; `open`: carried out, its details
 * wait for what becomes of records; `closed`: nothing is owed any more.
 */
export const REQUEST_STATES = ["announced", "ready", "open", "closed"] as const;
export type RequestState = (typeof REQUEST_STATES)[number];

/** What became of a request; null while nothing did. `unreadable` and `unsupported` ones are kept as they came. */
export const REQUEST_OUTCOMES = ["done", "refused", "unsupported", "unreadable", "superseded", "missing"] as const;
export type RequestOutcome = (typeof REQUEST_OUTCOMES)[number];

/** What somebody did in the platform's ERP tool, and how far it is carried out. */
@Entity({ name: "platform_request" })
@Unique(["connectionId", "requestId"])
@Index(["connectionId", "state", "ordinal"])
@Index(["companyId", "createdAt"])
export class PlatformRequestEntity {
  @IdColumn()
  id!: string;

  @TextColumn()
  @ForeignKey(() => CompanyEntity, { onDelete: "RESTRICT" })
  companyId!: string;

  @TextColumn()
  connectionId!: string;

  /** In the platform's ids. */
  @TextColumn()
  requestId!: string;

  /** The same as a number: the order in which the platform made requests. */
  @MinorColumn()
  ordinal!: number;

  /** Null until it is fetched. */
  @TextColumn({ nullable: true })
  name!: string | null;

  @JsonColumn({ nullable: true })
  data!: unknown;

  /** By the platform's clock. */
  @InstantColumn({ nullable: true })
  madeAt!: string | null;

  /** Whose act it is, in the platform's ids; null: no event said so. */
  @TextColumn({ nullable: true })
  userId!: string | null;

  @OneOfColumn(REQUEST_STATES)
  state!: RequestState;

  @TextColumn({ nullable: true })
  outcome!: RequestOutcome | null;

  /** What is wrong with it, in words. */
  @TextColumn({ nullable: true })
  problem!: string | null;

  /** Tries that came to nothing. */
  @WholeColumn({ default: 0 })
  failures!: number;

  /** Not before. */
  @InstantColumn()
  nextAt!: string;

  @InstantColumn({ nullable: true })
  closedAt!: string | null;

  @InstantColumn()
  createdAt!: string;
}
