import { Entity, ForeignKey, Index, Unique } from "typeorm";
import { CompanyEntity } from "../../tenant/companies/company.entity";
import {
  FlagColumn,
  IdColumn,
  InstantColumn,
  JsonColumn,
  MinorColumn,
  OneOfColumn,
  TextColumn,
  WholeColumn,
} from "../../infra/db/schema/columns";
import type { PaceWindows } from "./pace-windows";
import type { ProblemCode } from "./problems";

/**
 * `connected`: credentials, ERP connection, hook and triggers are in place; `incomplete`: some of it is missing, and
 * `problems` says what; `lost`: the platform lets us in no more.
 */
export const PLATFORM_STATES = ["connected", "incomplete", "lost"] as const;
export type PlatformState = (typeof PLATFORM_STATES)[number];

/** Where an approver decides on what the platform's ERP tool exports (docs/platform.md). */
export const DECIDING = ["here", "there"] as const;
export type Deciding = (typeof DECIDING)[number];

/** `too_many_go`: more people would leave at once than is credible. */
export const DIRECTORY_HELD = ["too_many_go"] as const;
export type DirectoryHeld = (typeof DIRECTORY_HELD)[number];

/** A company's connection to the construction platform: one each. */
@Entity({ name: "platform_connection" })
@Unique(["companyId"])
@Unique(["platformCompanyId"])
@Index(["servedAt"])
export class PlatformConnectionEntity {
  @IdColumn()
  id!: string;

  @TextColumn()
  @ForeignKey(() => CompanyEntity, { onDelete: "RESTRICT" })
  companyId!: string;

  /** The company in the platform's ids. */
  @TextColumn()
  platformCompanyId!: string;

  /** Of the service account. */
  @TextColumn()
  clientId!: string;

  /** Sealed. */
  @TextColumn()
  clientSecret!: string;

  /** Sealed; null: none is kept. */
  @TextColumn({ nullable: true })
  accessToken!: string | null;

  @InstantColumn({ nullable: true })
  accessExpiresAt!: string | null;

  @OneOfColumn(PLATFORM_STATES)
  state!: PlatformState;

  /** What the last check found missing. */
  @JsonColumn()
  problems!: readonly ProblemCode[];

  @InstantColumn({ nullable: true })
  checkedAt!: string | null;

  @OneOfColumn(DECIDING)
  deciding!: Deciding;

  /** The service account's own id: what it did comes back as an event. */
  @TextColumn({ nullable: true })
  serviceUserId!: string | null;

  @TextColumn({ nullable: true })
  erpConnectionId!: string | null;

  @TextColumn({ nullable: true })
  costCodeListId!: string | null;

  @TextColumn({ nullable: true })
  hookId!: string | null;

  /** Sealed: what events carry as their Authorization. */
  @TextColumn()
  eventSecret!: string;

  /** Sealed: the one before, good until `formerSecretUntil`, for events that are on their way. */
  @TextColumn({ nullable: true })
  formerSecret!: string | null;

  @InstantColumn({ nullable: true })
  formerSecretUntil!: string | null;

  /** Whether the platform's directory is mirrored here: an administrator has seen the plan, and wanted it. */
  @FlagColumn({ default: false })
  mirrorsDirectory!: boolean;

  /** Up to when changes that were told are mirrored. */
  @InstantColumn({ nullable: true })
  directorySeenAt!: string | null;

  /** Why the mirror waits for an administrator; null: it does not. */
  @TextColumn({ nullable: true })
  directoryHeld!: DirectoryHeld | null;

  /** When something of the directory was told to have changed; null: nothing since the last reading. */
  @InstantColumn({ nullable: true })
  directoryChangedAt!: string | null;

  /** When all of it was read last. */
  @InstantColumn({ nullable: true })
  directoryReadAt!: string | null;

  /** Up to which instant of the platform its requests were gone through. */
  @InstantColumn({ nullable: true })
  requestsReadUntil!: string | null;

  /** Calls that this account's windows still count; null: the platform has said nothing yet. */
  @JsonColumn({ nullable: true })
  pace!: PaceWindows | null;

  /** Nothing is asked before, because the platform said so. */
  @InstantColumn({ nullable: true })
  pausedUntil!: string | null;

  @TextColumn({ nullable: true })
  leasedBy!: string | null;

  @InstantColumn({ nullable: true })
  leasedUntil!: string | null;

  /** Companies that waited longest go first. */
  @InstantColumn()
  servedAt!: string;

  @TextColumn()
  connectedByName!: string;

  @TextColumn({ nullable: true })
  connectedByEmail!: string | null;

  @WholeColumn({ default: 1 })
  version!: number;

  /** Raised by each event that is kept: how many there were. */
  @MinorColumn()
  events!: number;

  @InstantColumn({ nullable: true })
  lastEventAt!: string | null;

  @InstantColumn()
  createdAt!: string;
}

/** Columns that hold secrets, each sealed for its own place. */
export const SECRET_COLUMNS = ["clientSecret", "accessToken", "eventSecret", "formerSecret"] as const;
export type SecretColumn = (typeof SECRET_COLUMNS)[number];

/** Where a secret of the connection stands, for its seal. */
export function secretPlace(connectionId: string, column: SecretColumn): string {
  return `platform_connection/${connectionId}/${column === "formerSecret" ? "eventSecret" : column}`;
}
