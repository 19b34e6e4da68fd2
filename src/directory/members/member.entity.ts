import { Entity, ForeignKey, Index, Unique } from "typeorm";
import {
  FlagColumn,
  IdColumn,
  InstantColumn,
  OneOfColumn,
  TextColumn,
  WholeColumn,
} from "../../infra/db/schema/columns";
import { CompanyEntity } from "../../tenant/companies/company.entity";
import { LEVELS, type Level } from "../../policy/model/vocabulary";

/** A person's directory record in one company. */
@Entity({ name: "member" })
@Unique(["companyId", "email"])
// For the composite foreign keys that hold a right and its member in one company.
@Unique(["companyId", "id"])
@Index(["email"])
// Searches ask for the members of each profile of rights, in the order of their ids.
@Index("ix_member_rights", ["companyId", "active", "canPushToAccounting", "toolLevel", "directoryLevel", "id"])
export class MemberEntity {
  @IdColumn()
  id!: string;

  @TextColumn()
  @ForeignKey(() => CompanyEntity, { onDelete: "RESTRICT" })
  companyId!: string;

  /** Lower case. */
  @TextColumn()
  email!: string;

  @TextColumn()
  name!: string;

  /** Level on the ERP Integrations tool. */
  @OneOfColumn(LEVELS)
  toolLevel!: Level;

  /** Level on the Directory tool. */
  @OneOfColumn(LEVELS)
  directoryLevel!: Level;

  @FlagColumn()
  canPushToAccounting!: boolean;

  /** Whether the daily digest is sent to them. */
  @FlagColumn()
  digest!: boolean;

  @FlagColumn()
  active!: boolean;

  /** Whether name, address, levels and being active are kept on the construction platform. */
  @FlagColumn({ default: false })
  mirrored!: boolean;

  /** Since when name and address are a pseudonym, at the person's wish (docs/privacy.md); null: they are theirs. */
  @InstantColumn({ nullable: true })
  erasedAt!: string | null;

  @WholeColumn({ default: 1 })
  version!: number;

  @InstantColumn()
  createdAt!: string;
}
