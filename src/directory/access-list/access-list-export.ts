import { In, IsNull, MoreThan } from "typeorm";
import type { Database } from "../../infra/db/database";
import type { TableLine } from "../../infra/tables/write-table";
import type { Actor } from "../../kernel/actor";
import { lastDayBefore, dayIn, startOfDay } from "../../kernel/days";
import { giveWay } from "../../kernel/deadline";
import type { Locale } from "../../kernel/locale";
import { decimalText, type Money } from "../../kernel/money";
import type { Feature } from "../../policy/model/vocabulary";
import { hasFact } from "../../policy/model/record-facts";
import type { CompanyChanges } from "../../tenant/audit/company-changes";
import type { CompanyEntity } from "../../tenant/companies/company.entity";
import { zoneOf } from "../../tenant/companies/time-zone";
import { GrantEntity } from "../grants/grant.entity";
import { MemberEntity } from "../members/member.entity";
import type { AccessListBounds } from "./access-list-bounds";
import { COLUMN_WORDS, LIST_COLUMNS, ROLE_WORDS, type ListColumn, type ListRole } from "./access-list-format";

/** The rights of some features that share projects, ceiling and days: a row. */
interface Bounded {
  readonly exports: Feature[];
  readonly imports: Feature[];
  readonly projectIds: readonly string[] | null;
  ceiling: Money | null;
  readonly validFrom: string | null;
  readonly validUntil: string | null;
}

const PEOPLE_BATCH_SIZE = 250;

/** The access list as the company stands: imported again, it changes nothing. */
export class AccessListExport {
  constructor(
    private readonly changes: CompanyChanges,
    private readonly database: Database,
    private readonly bounds: AccessListBounds,
  ) {}

  /**
   * Headings, and the active people of the company with their rights as of that instant. Throws PolicyRefusal where the
   * actor may not grant access, Refusal NOT_FOUND for an unknown company.
   */
  async rows(actor: Actor, reference: string, { locale, at }: { locale: Locale; at: string }): Promise<TableLine[]> {
    const company = await this.changes.require({ actor, company: reference, action: "grant_access" });
    const table: TableLine[] = [LIST_COLUMNS.map((column) => COLUMN_WORDS[column][locale][0])];
    for await (const { members, grants } of this.people(company, at)) {
      const codes = await this.codesOf(company, grants);
      for (const member of members) {
        const own = grants.filter(({ memberId }) => memberId === member.id);
        for (const row of boundedRows(own))
          table.push(LIST_COLUMNS.map((column) => this.cells(member, row, { company, codes, locale })[column]));
      }
    }
    return table;
  }

  private async *people({ id: companyId }: CompanyEntity, at: string) {
    const manager = this.database.read();
    let last = "";
    for (;;) {
      const where = { companyId, active: true, id: MoreThan(last) };
      const members = await manager.find(MemberEntity, { where, order: { id: "ASC" }, take: PEOPLE_BATCH_SIZE });
      if (members.length === 0) return;
      const ids = members.map(({ id }) => id);
      const held = await manager.find(GrantEntity, {
        where: { companyId, memberId: In(ids), revokedAt: IsNull() },
        order: { id: "ASC" },
      });
      yield { members, grants: held.filter(({ validUntil }) => validUntil === null || at < validUntil) };
      last = members.at(-1)?.id ?? last;
      await giveWay();
    }
  }

  private codesOf({ id }: CompanyEntity, grants: readonly GrantEntity[]): Promise<ReadonlyMap<string, string>> {
    const ids = [...new Set(grants.flatMap(({ projectIds }) => projectIds ?? []))];
    return ids.length === 0 ? Promise.resolve(new Map()) : this.bounds.projectCodes(id, ids);
  }

  private cells(
    member: MemberEntity,
    row: Bounded | null,
    { company, codes, locale }: { company: CompanyEntity; codes: ReadonlyMap<string, string>; locale: Locale },
  ): Record<ListColumn, string> {
    const names = (features: readonly Feature[]) =>
      features.map((feature) => this.bounds.featureNames[feature][locale][0]).join("; ");
    const zone = zoneOf(company);
    return {
      email: member.email,
      name: member.name,
      role: ROLE_WORDS[roleOf(member, row)][locale][0],
      features: names(row?.exports ?? []),
      import_features: names(row?.imports ?? []),
      projects: (row?.projectIds ?? []).map((id) => codes.get(id) ?? id).join("; "),
      ceiling: row?.ceiling ? decimalText(row.ceiling) : "",
      currency: row?.ceiling?.currency ?? "",
      valid_from: row?.validFrom ? startText(zone, row.validFrom) : "",
      valid_until: row?.validUntil ? (lastDayBefore(zone, row.validUntil) ?? row.validUntil) : "",
      reason: "",
    };
  }
}

/** The role that changes nothing. */
function roleOf({ canPushToAccounting, toolLevel }: MemberEntity, row: Bounded | null): ListRole {
  if (canPushToAccounting && (toolLevel === "standard" || toolLevel === "admin")) return "approver";
  if (row !== null || canPushToAccounting) return "unchanged";
  return toolLevel === "none" || toolLevel === "read_only" ? toolLevel : "unchanged";
}

function startText(zone: string, instant: string): string {
  const day = dayIn(zone, instant);
  return startOfDay(zone, day) === instant ? day : instant;
}

/** One row at least; rights that differ in projects, days or ceiling have rows of their own. */
function boundedRows(grants: readonly GrantEntity[]): readonly (Bounded | null)[] {
  const rows: Bounded[] = [];
  for (const grant of grants) {
    const { feature, direction, projectIds, validFrom, validUntil } = grant;
    const hasCeiling = direction === "export" && hasFact(feature, "amount");
    const ceiling = ceilingOf(grant);
    const fits = (row: Bounded) =>
      JSON.stringify([row.projectIds, row.validFrom, row.validUntil]) ===
        JSON.stringify([projectIds, validFrom, validUntil]) &&
      !(direction === "export" ? row.exports : row.imports).includes(feature) &&
      (!hasCeiling || takesCeiling(row, ceiling));
    let row = rows.find(fits);
    if (!row) rows.push((row = { exports: [], imports: [], projectIds, ceiling: null, validFrom, validUntil }));
    if (hasCeiling) row.ceiling = ceiling;
    (direction === "export" ? row.exports : row.imports).push(feature);
  }
  return rows.length === 0 ? [null] : rows;
}

/** Whether the row bounds amounts so already, or bounds none yet. */
function takesCeiling({ exports, ceiling }: Bounded, wanted: Money | null): boolean {
  if (!exports.some((feature) => hasFact(feature, "amount"))) return true;
  return ceiling?.minor === wanted?.minor && ceiling?.currency === wanted?.currency;
}

function ceilingOf({ ceilingMinor: minor, ceilingCurrency: currency }: GrantEntity): Money | null {
  return minor === null || currency === null ? null : { minor, currency };
}
