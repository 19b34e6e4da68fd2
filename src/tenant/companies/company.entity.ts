import { Entity, Unique } from "typeorm";
import {
  IdColumn,
  InstantColumn,
  MinorColumn,
  OneOfColumn,
  TextColumn,
  WholeColumn,
} from "../../infra/db/schema/columns";
import { LOCALES, type Locale } from "../../kernel/locale";

/** A tenant. Everything else hangs on one. */
@Entity({ name: "company" })
@Unique(["slug"])
export class CompanyEntity {
  @IdColumn()
  id!: string;

  /** Its name in addresses and questions, lower case. */
  @TextColumn()
  slug!: string;

  @TextColumn()
  name!: string;

  /** ISO 3166-1 alpha-2. */
  @TextColumn()
  country!: string;

  @OneOfColumn(LOCALES)
  locale!: Locale;

  /** ISO 4217. */
  @TextColumn()
  currency!: string;

  /** IANA name; null: the usual one of the country. */
  @TextColumn({ nullable: true })
  timezone!: string | null;

  /** Raised in the transaction of every change that a decision can depend on. */
  @WholeColumn({ default: 1 })
  policyRevision!: number;

  /** Above this amount two people must agree; null, with its currency: no such rule. */
  @MinorColumn({ nullable: true })
  twoPersonAboveMinor!: number | null;

  @TextColumn({ nullable: true })
  twoPersonAboveCurrency!: string | null;

  /** When the daily digest is written, 0 to 23, on each reader's own clocks. */
  @WholeColumn({ default: 7 })
  digestHour!: number;

  /** What it does about records that do not fit their contract (contract-control.ts); null: it is told only. */
  @TextColumn({ nullable: true })
  contractControl!: string | null;

  @WholeColumn({ default: 1 })
  version!: number;

  @InstantColumn()
  createdAt!: string;
}
