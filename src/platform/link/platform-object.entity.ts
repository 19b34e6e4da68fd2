import { Entity, ForeignKey, Index, Unique } from "typeorm";
import { CompanyEntity } from "../../tenant/companies/company.entity";
import {
  IdColumn,
  InstantColumn,
  JsonColumn,
  MinorColumn,
  OneOfColumn,
  TextColumn,
} from "../../infra/db/schema/columns";
import { ITEM_TYPES, type ItemType } from "../port/item-types";

/** A line of an object, by the name that our record's lines have. */
export interface ObjectLine {
  readonly itemType: ItemType;
  readonly itemId: string;
  /** What names it within the object. */
  readonly key: string;
}

/** An object of the platform, what it is here, and which id of the ledger the platform was told for it. */
@Entity({ name: "platform_object" })
@Unique(["connectionId", "itemType", "itemId"])
@Index(["companyId", "recordId"])
@Index(["connectionId", "itemType", "originId"])
export class PlatformObjectEntity {
  @IdColumn()
  id!: string;

  @TextColumn()
  @ForeignKey(() => CompanyEntity, { onDelete: "RESTRICT" })
  companyId!: string;

  @TextColumn()
  connectionId!: string;

  @OneOfColumn(ITEM_TYPES)
  itemType!: ItemType;

  /** In the platform's ids. */
  @TextColumn()
  itemId!: string;

  /** What people call it: a number, a code. */
  @TextColumn()
  number!: string;

  /** The record that it became; null: none yet, or none any more. */
  @TextColumn({ nullable: true })
  recordId!: string | null;

  /** Our project, of a project. */
  @TextColumn({ nullable: true })
  projectId!: string | null;

  @JsonColumn()
  lines!: readonly ObjectLine[];

  /** What the platform was told last; null: it is not tied. */
  @TextColumn({ nullable: true })
  originId!: string | null;

  /** The last request that was carried out for it: older ones come too late. */
  @MinorColumn()
  lastRequest!: number;

  @InstantColumn()
  createdAt!: string;
}
