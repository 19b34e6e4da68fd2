import { readEmail } from "../../kernel/email";
import { amountExample, decimalText, parseMoney, readCurrency } from "../../kernel/money";
import { readText, type TextProblem } from "../../kernel/text";
import type { FieldSpec, ItemFault } from "./field";
import { MAX_LINES, type ItemForm } from "./forms";
import type { ItemFaultCode } from "../../kernel/item-fault-codes";

export type ItemValues = Readonly<Record<string, unknown>>;

/** An item whose fields all have the form's type, or what is wrong with it: all of it at once. */
export interface CheckedItem {
  readonly values: ItemValues;
  readonly faults: readonly ItemFault[];
}

/** Reads raw values by the form. Empty texts count as left out. Never throws for what the values are. */
export function check(form: ItemForm, raw: ItemValues, currency: string): CheckedItem {
  const said = raw["currency"];
  const reader = new FieldReader(typeof said === "string" && said.trim() !== "" ? readCurrency(said) : currency);
  const values = reader.read(form.fields, raw, []);
  if (form.lines) values["lines"] = reader.lines(form.lines, raw["lines"]);
  reader.unknown(raw, [...form.fields.map(({ name }) => name), ...(form.lines ? ["lines"] : [])], []);
  return { values, faults: reader.faults };
}

const TEXT_FAULTS: Readonly<Record<TextProblem["code"], ItemFaultCode>> = {
  EMPTY: "REQUIRED",
  TOO_LONG: "TOO_LONG",
  NOT_ONE_LINE: "NOT_ONE_LINE",
  INVISIBLE: "INVISIBLE_CHARACTER",
};

class FieldReader {
  readonly faults: ItemFault[] = [];

  /** @param currency null: there is none of the code that was given */
  constructor(private readonly currency: string | null) {}

  read(specs: readonly FieldSpec[], raw: ItemValues, path: readonly string[]): Record<string, unknown> {
    const values: Record<string, unknown> = {};
    for (const spec of specs) {
      const given = raw[spec.name];
      const field = [...path, spec.name];
      if (isLeftOut(given)) {
        if (spec.required) this.add("REQUIRED", field, spec.name);
        continue;
      }
      const value = this.value(spec, given, field);
      if (value !== undefined) values[spec.name] = value;
    }
    return values;
  }

  lines(specs: readonly FieldSpec[], raw: unknown): Record<string, unknown>[] {
    const given = Array.isArray(raw) ? (raw as unknown[]) : [];
    if (given.length === 0) this.add("NO_LINES", ["lines"]);
    if (given.length > MAX_LINES) this.add("TOO_MANY_LINES", ["lines"], `${MAX_LINES}`);
    return given.slice(0, MAX_LINES).map((line, index) => {
      const values = typeof line === "object" && line !== null ? (line as ItemValues) : {};
      const path = ["lines", String(index)];
      this.unknown(
        values,
        specs.map(({ name }) => name),
        path,
      );
      return this.read(specs, values, path);
    });
  }

  unknown(raw: ItemValues, known: readonly string[], path: readonly string[]): void {
    for (const name of Object.keys(raw).filter((key) => !known.includes(key) && !isLeftOut(raw[key])))
      this.add("UNKNOWN_FIELD", [...path, name], name, known.join(", "));
  }

  private value(spec: FieldSpec, given: unknown, field: readonly string[]): unknown {
    switch (spec.kind) {
      case "flag":
        return this.flag(given, field);
      case "date":
        return this.date(given, field);
      case "amount":
        return this.amount(given, field);
      case "choice":
        return this.choice(spec, given, field);
      case "email":
        return this.readAs(given, readEmail, "NOT_AN_EMAIL", field);
      case "currency":
        return this.readAs(given, readCurrency, "NOT_A_CURRENCY", field);
      default:
        return this.text(spec, given, field);
    }
  }

  private text({ longest = 255, form = "name" }: FieldSpec, given: unknown, field: readonly string[]) {
    if (typeof given === "number") return this.add("NUMBER_WITHOUT_QUOTES", field, `${given}`);
    if (typeof given !== "string") return this.add("NOT_TEXT", field);
    const { value, problem } = readText(form, given, longest);
    return problem === null ? value : this.add(TEXT_FAULTS[problem.code], field, ...problem.values);
  }

  private flag(given: unknown, field: readonly string[]): boolean | undefined {
    if (given === true || given === "true") return true;
    if (given === false || given === "false") return false;
    return this.add("NOT_A_FLAG", field);
  }

  private date(given: unknown, field: readonly string[]): string | undefined {
    if (typeof given === "string" && isDay(given.trim())) return given.trim();
    return this.add("NOT_A_DATE", field);
  }

  private choice({ choices = [] }: FieldSpec, given: unknown, field: readonly string[]): string | undefined {
    const value = typeof given === "string" ? given.trim().toLowerCase() : "";
    if (choices.includes(value)) return value;
    return this.add("UNKNOWN_CHOICE", field, choices.join(", "));
  }

  private readAs(
    given: unknown,
    reader: (text: string) => string | null,
    code: ItemFaultCode,
    field: readonly string[],
  ): string | undefined {
    const value = typeof given === "string" ? reader(given) : null;
    return value ?? this.add(code, field);
  }

  /** As an exact decimal text, whatever zeros it was written with. */
  private amount(given: unknown, field: readonly string[]): string | undefined {
    if (typeof given === "number") return this.add("NUMBER_WITHOUT_QUOTES", field, `${given}`);
    // What it would be an amount of, is told where the currency stands.
    if (this.currency === null) return undefined;
    const money = typeof given === "string" ? parseMoney(given, this.currency) : null;
    if (money) return decimalText(money);
    return this.add("NOT_AN_AMOUNT", field, this.currency, amountExample(this.currency));
  }

  private add(code: ItemFaultCode, field: readonly string[], ...values: readonly string[]): undefined {
    this.faults.push({ code, field, values });
  }
}

function isLeftOut(value: unknown): boolean {
  return value === undefined || value === null || (typeof value === "string" && value.trim() === "");
}

/** Whether the text is a day of the calendar. */
export function isDay(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const time = Date.parse(`${value}T00:00:00.000Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value);
}
