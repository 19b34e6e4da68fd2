import { Entity } from "typeorm";
import { IdColumn, InstantColumn, TextColumn } from "../db/schema/columns";

/** When a recurring duty was and will be done, and by which process it is being done. */
@Entity({ name: "duty" })
export class JobEntity {
  /** Its name. */
  @IdColumn()
  id!: string;

  @InstantColumn()
  nextAt!: string;

  @TextColumn({ nullable: true })
  leasedBy!: string | null;

  @InstantColumn({ nullable: true })
  leasedUntil!: string | null;

  @InstantColumn({ nullable: true })
  doneAt!: string | null;

  @TextColumn({ nullable: true })
  lastError!: string | null;

  @InstantColumn()
  createdAt!: string;
}
