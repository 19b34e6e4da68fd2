import { isDeepStrictEqual } from "node:util";
import type { RowErrors } from "./access-list-errors";
import type { AccessListRow } from "./access-list-row";

/** Brings a person's rows together: what differs in projects, ceiling or days takes a row of its own. */
export class PersonRows {
  /** One for each person, in the order of the file. */
  readonly rows: AccessListRow[] = [];
  private readonly at = new Map<string, number>();

  constructor(
    private readonly errors: RowErrors,
    /** Heading of the e-mails. */
    private readonly column: string | null,
  ) {}

  add(row: AccessListRow): void {
    const at = this.at.get(row.email) ?? this.rows.length;
    const first = this.rows[at];
    if (!first) {
      this.at.set(row.email, at);
      this.rows.push(row);
    } else if (isFurther(row, [first, ...(first.also ?? [])])) {
      this.rows[at] = { ...first, also: [...(first.also ?? []), row] };
    } else {
      this.errors.add("EMAIL_REPEATED", { line: row.line, column: this.column }, row.email, String(first.line));
    }
  }
}

/** Whether it gives, under the same role, other features than the rows before it, or the same within other bounds. */
function isFurther(row: AccessListRow, before: readonly AccessListRow[]): boolean {
  if (row.exports.length + row.imports.length === 0) return false;
  return before.every(
    (one) => one.role === row.role && !(sharesFeature(one, row) && isDeepStrictEqual(boundsOf(one), boundsOf(row))),
  );
}

function sharesFeature(one: AccessListRow, other: AccessListRow): boolean {
  return (
    one.exports.some((feature) => other.exports.includes(feature)) ||
    one.imports.some((feature) => other.imports.includes(feature))
  );
}

function boundsOf({ projects, ceiling, validFrom, validUntil }: AccessListRow) {
  return { projects: projects && [...new Set(projects)].sort(), ceiling, validFrom, validUntil };
}
