import { Entity, ForeignKey, Index, Unique } from "typeorm";
import { CompanyEntity } from "../../tenant/companies/company.entity";
import { FlagColumn, IdColumn, InstantColumn, TextColumn } from "../../infra/db/schema/columns";

/** A person of the platform's directory, and the member that stands for them here. */
@Entity({ name: "platform_user" })
@Unique(["connectionId", "userId"])
@Index(["companyId", "memberId"])
export class PlatformUserEntity {
  @IdColumn()
  id!: string;

  @TextColumn()
  @ForeignKey(() => CompanyEntity, { onDelete: "RESTRICT" })
  companyId!: string;

  @TextColumn()
  connectionId!: string;

  /** In the platform's ids. */
  @TextColumn()
  userId!: string;

  /** In lower case; null: the platform keeps none. */
  @TextColumn({ nullable: true })
  email!: string | null;

  @TextColumn({ nullable: true })
  memberId!: string | null;

  @FlagColumn()
  active!: boolean;

  @InstantColumn()
  createdAt!: string;
}
