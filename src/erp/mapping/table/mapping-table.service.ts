import type { TableSource } from "../../../infra/tables/table";
import type { Actor } from "../../../kernel/actor";
import { Refusal } from "../../../kernel/errors";
import type { Locale } from "../../../kernel/locale";
import type { CompanyChanges } from "../../../tenant/audit/company-changes";
import type { MappingRule } from "../mapping";
import {
  MAX_RULES,
  nameOf,
  requireRule,
  type KnownBooks,
  type MappingChange,
  type MappingService,
  type MappingSettings,
} from "../mapping.service";
import { MappingRowErrors } from "./mapping-errors";
import { parseMapping, type MappingRow } from "./mapping-parse";
import { trackingIds } from "./mapping-rows";
import type { MappingColumn } from "./mapping-words";

/** What an import did, or would do; with an error in any row nothing. */
export interface MappingImport {
  readonly errors: MappingRowErrors;
  readonly change: MappingChange | null;
}

export type TableSettings = Omit<MappingSettings, "rules"> & { readonly locale: Locale };

class BadTable extends Error {}

/** Imports a mapping that is kept as a table. */
export class MappingTableService {
  constructor(
    private readonly changes: CompanyChanges,
    private readonly mapping: MappingService,
  ) {}

  /** All or nothing, by the rules and with the errors of `MappingService.set`; what is wrong in rows is in the outcome. */
  async import(actor: Actor, company: string, source: TableSource, settings: TableSettings): Promise<MappingImport> {
    await this.changes.require({ actor, company, action: "configure" });
    const errors = new MappingRowErrors(settings.locale);
    const rows = await parseMapping(source, errors, MAX_RULES);
    const rules = (known: KnownBooks) => {
      // What is too long is refused as a whole, without a word about each row.
      const read = rows.length > MAX_RULES ? rows.map(({ rule }) => ruleOf(rule)) : checked(rows, known, errors);
      if (errors.count > 0) throw new BadTable();
      return read;
    };
    try {
      return { errors, change: await this.mapping.set(actor, company, { ...settings, rules }) };
    } catch (error) {
      if (error instanceof BadTable) return { errors, change: null };
      throw error;
    }
  }
}

function checked(rows: readonly MappingRow[], known: KnownBooks, errors: MappingRowErrors): MappingRule[] {
  const lines = new Map<string, number>();
  return rows.flatMap(({ line, rule: given, trackingCategory, trackingOption, heading }) => {
    const rule = { ...given, ...trackingIds(trackingCategory, trackingOption, known.lists) };
    const before = lines.get(nameOf(rule));
    if (before !== undefined) errors.add("REPEATED_RULE", { line }, String(before));
    lines.set(nameOf(rule), before ?? line);
    try {
      return [requireRule(known, rule, [])];
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const column = COLUMN_OF[error.field?.at(-1) ?? ""];
      const place = { line, column: column === undefined ? null : heading(column) };
      errors.add("NOT_TAKEN", place, "", error.in(errors.locale).message);
      return [];
    }
  });
}

function ruleOf(rule: MappingRow["rule"]): MappingRule {
  return { ...rule, trackingCategoryId: null, trackingOptionId: null };
}

const COLUMN_OF: Readonly<Record<string, MappingColumn>> = {
  matchValue: "matchValue",
  account: "account",
  taxType: "taxType",
  trackingCategoryId: "trackingCategory",
  trackingOptionId: "trackingOption",
  paymentDays: "paymentDays",
};
