import { Entity, Index } from "typeorm";
import { IdColumn, WholeColumn } from "../db/schema/columns";

/** What was spent of a quota in one minute, by all processes together. */
@Entity({ name: "quota_use" })
@Index(["minute"])
export class QuotaUseEntity {
  /** The minute, the kind of limit and who spends: "29400000|person:iss|sub". */
  @IdColumn()
  id!: string;

  /** Minutes since 1970. */
  @WholeColumn()
  minute!: number;

  @WholeColumn()
  points!: number;
}
