import { readEmail } from "../../kernel/email";
import { MAX_LABEL_LENGTH, MAX_REASON_LENGTH } from "../../kernel/labels";
import type { Locale } from "../../kernel/locale";
import { normalText, readText, textProblem, type TextForm } from "../../kernel/text";
import { amountExample, readCurrency, type Money } from "../../kernel/money";
import { FEATURES, type Direction, type Feature } from "../../policy/model/vocabulary";
import type { RowErrors } from "./access-list-errors";
import {
  LIST_ROLES,
  ROLE_WORDS,
  markOf,
  roleOf,
  type ListColumn,
  type ListRole,
  type ListVocabulary,
} from "./access-list-format";
import type { Headings } from "./access-list-headings";
import type { TableRecord } from "../../infra/tables/csv-records";
import type { ListErrorCode } from "./access-list-text";
import { readDate, readMoney } from "../../infra/tables/cells";
import { suggestion } from "../../infra/tables/words";

/** One person of the list. Null in a scope means unlimited. */
export interface AccessListRow {
  readonly line: number;
  /** Lower case. */
  readonly email: string;
  readonly name: string | null;
  readonly role: ListRole;
  /** What they may export and import, in the order of FEATURES. */
  readonly exports: readonly Feature[];
  readonly imports: readonly Feature[];
  /** Codes, as the file writes them. */
  readonly projects: readonly string[] | null;
  /** For exports only. */
  readonly ceiling: Money | null;
  /** Inclusive. */
  readonly validFrom: string | null;
  /** Exclusive. */
  readonly validUntil: string | null;
  readonly reason: string | null;
  /** Further rows of the person, each with features and bounds of its own. */
  readonly also?: readonly AccessListRow[];
}

/** What a row is read by. */
export interface RowManner {
  /** Of the messages. */
  readonly locale: Locale;
  /** The company's: days are its days, and $ is its dollar. */
  readonly zone: string;
  readonly currency: string;
}

/** Characters of a cell that an error repeats. */
const MAX_SHOWN = 80;
const SEPARATORS = /[|;,\n]/;

/** Reads rows under the headings of one file, and tells what is wrong in each. */
export class RowReader {
  constructor(
    readonly headings: Headings,
    private readonly vocabulary: ListVocabulary,
    private readonly manner: RowManner,
    private readonly errors: RowErrors,
  ) {}

  /** The row, or null where something is wrong in it. */
  read(record: TableRecord, people: Map<string, number>): AccessListRow | null {
    const before = this.errors.count;
    this.checkCells(record);
    const email = this.email(record, people);
    const role = this.role(record);
    const exports = this.features(record, "features", "export");
    const imports = this.features(record, "import_features", "import");
    const any = exports.length + imports.length > 0;
    if ((role === "read_only" || role === "none") && any) this.wrong(record, "role", "FEATURES_NEED_APPROVER");
    const scope = this.scope(record);
    for (const column of ["projects", "ceiling", "valid_from", "valid_until"] as const)
      if (!any && this.cell(record, column) !== "") this.wrong(record, column, "SCOPE_WITHOUT_FEATURES");
    const name = this.text(record, "name", "name", MAX_LABEL_LENGTH);
    const reason = this.text(record, "reason", "prose", MAX_REASON_LENGTH);
    if (this.errors.count > before || role === null) return null;
    return { line: record.line, email, name, role, exports, imports, ...scope, reason };
  }

  private checkCells({ line, cells }: TableRecord): void {
    const { names } = this.headings;
    for (const [index, cell] of cells.entries()) {
      const column = names[index] || null;
      if (column === null && cell !== "") this.errors.add("TOO_MANY_CELLS", { line }, cell);
      // What a decoder writes for bytes that are no text, and what no spreadsheet writes at all.
      if (/[\ufffd\0]/.test(cell)) this.errors.add("WRONG_ENCODING", { line, column }, cell.replaceAll("\0", "\ufffd"));
    }
  }

  private email(record: TableRecord, people: Map<string, number>): string {
    const cell = this.cell(record, "email");
    const email = readEmail(cell);
    if (email === null) {
      this.wrong(record, "email", "EMAIL_INVALID", cell);
      return "";
    }
    if (!people.has(email)) people.set(email, record.line);
    return email;
  }

  private role(record: TableRecord): ListRole | null {
    const cell = this.cell(record, "role");
    const role = roleOf(cell);
    const { locale } = this.manner;
    const meant = () =>
      LIST_ROLES.map((value) => ({
        shown: ROLE_WORDS[value][locale][0],
        names: [...ROLE_WORDS[value].en, ...ROLE_WORDS[value].fr],
      }));
    if (!role) this.wrong(record, "role", "ROLE_UNKNOWN", cell, suggestion(cell, meant(), locale));
    return role;
  }

  private features(record: TableRecord, column: ListColumn, direction: Direction): Feature[] {
    const found = new Set<Feature>();
    const { locale } = this.manner;
    const meant = (word: string) => suggestion(word, this.vocabulary.featuresMeant(locale), locale);
    for (const word of itemsOf(this.cell(record, column))) {
      const feature = this.vocabulary.feature(word);
      if (feature) found.add(feature);
      else this.wrong(record, column, "FEATURE_UNKNOWN", word, meant(word));
    }
    for (const tick of this.headings.ticks) {
      if (tick.direction !== direction) continue;
      const cell = record.cells[tick.index] ?? "";
      const mark = markOf(cell);
      const place = { line: record.line, column: this.headings.names[tick.index] ?? null };
      if (mark === null) this.errors.add("MARK_UNKNOWN", place, cell);
      if (mark) found.add(tick.feature);
    }
    return FEATURES.filter((feature) => found.has(feature));
  }

  private scope(record: TableRecord): Pick<AccessListRow, "projects" | "ceiling" | "validFrom" | "validUntil"> {
    const codes = itemsOf(this.cell(record, "projects")).map((code) => normalText("code", code));
    const projects = [...new Set(codes)];
    const validFrom = this.date(record, "valid_from", "start");
    const validUntil = this.date(record, "valid_until", "end");
    if (validFrom !== null && validUntil !== null && validFrom >= validUntil)
      this.wrong(record, "valid_until", "ENDS_BEFORE_START");
    return { projects: projects.length === 0 ? null : projects, ceiling: this.ceiling(record), validFrom, validUntil };
  }

  private ceiling(record: TableRecord): Money | null {
    const amount = this.cell(record, "ceiling");
    const code = this.cell(record, "currency");
    const currency = readCurrency(code);
    if (code !== "" && !currency) this.wrong(record, "currency", "CURRENCY_UNKNOWN", code);
    if (amount === "" || (code !== "" && !currency)) return null;
    const { currency: own } = this.manner;
    const read = readMoney(amount, currency, own);
    if ("problem" in read) {
      const of = currency ?? own;
      this.wrong(record, "ceiling", read.problem, amount, `${amountExample(of)} ${of}`);
      return null;
    }
    const place = { line: record.line, column: this.headings.name("ceiling") };
    if (read.value.currency !== own) this.errors.note("CEILING_IN_OTHER_CURRENCY", place, read.value.currency, own);
    return read.value;
  }

  private date(record: TableRecord, column: ListColumn, bound: "start" | "end"): string | null {
    const cell = this.cell(record, column);
    if (cell === "") return null;
    const read = readDate(cell, bound, this.manner.zone);
    if ("value" in read) return read.value;
    this.wrong(record, column, read.problem, cell);
    return null;
  }

  private text(record: TableRecord, column: ListColumn, form: TextForm, max: number): string | null {
    const cell = this.cell(record, column);
    if (cell === "") return null;
    const { value, problem } = readText(form, cell, max);
    if (problem)
      this.wrong(record, column, "TEXT_INVALID", cell.slice(0, MAX_SHOWN), textProblem(problem)[this.manner.locale]);
    return value;
  }

  private cell(record: TableRecord, column: ListColumn): string {
    return this.headings.cell(record, column);
  }

  private wrong(record: TableRecord, column: ListColumn, code: ListErrorCode, value = "", more = ""): void {
    this.errors.add(code, { line: record.line, column: this.headings.name(column) }, value, more);
  }
}

function itemsOf(cell: string): string[] {
  return cell
    .split(SEPARATORS)
    .map((item) => item.trim())
    .filter((item) => item !== "");
}
