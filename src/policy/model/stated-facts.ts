import { readInstant } from "../../kernel/clock";
import { parseMoney } from "../../kernel/money";
import { CONTRACT_MISFITS, isContractMisfit } from "./contract-misfits";
import { isRecordFact, RECORD_FACTS, type FactKind, type FactProblem, type RecordFactName } from "./record-facts";
import { RECORD_STATES } from "./vocabulary";

/** What was stated of a record, read; and what of it could not be. */
export interface StatedFacts {
  readonly facts: Readonly<Partial<Record<RecordFactName, unknown>>>;
  readonly problems: readonly FactProblem[];
}

/** Longest name of a project, person or connection, and of what is no fact where that is told. */
const MAX_TEXT = 1024;
const MAX_TOLD = 64;

/**
 * Reads what somebody states of a record: the one reader of all doors. Null counts as left out. A name that is no fact, and a
 * value of another type than its fact, are problems: nothing that is given is dropped.
 */
export function readStatedFacts(stated: Readonly<Record<string, unknown>>): StatedFacts {
  const facts: Partial<Record<RecordFactName, unknown>> = {};
  const problems: FactProblem[] = [];
  for (const [name, value] of Object.entries(stated)) {
    if (value === undefined || value === null) continue;
    if (!isRecordFact(name)) {
      problems.push({ fact: name.slice(0, MAX_TOLD), code: "UNKNOWN_FACT" });
      continue;
    }
    const read = READERS[RECORD_FACTS[name].kind](value);
    if (read === undefined) problems.push({ fact: name, code: "NOT_READABLE" });
    else facts[name] = read;
  }
  return { facts, problems };
}

/** Each answers undefined for what is none of its kind. */
const READERS: Readonly<Record<FactKind, (value: unknown) => unknown>> = {
  project: nameOf,
  person: nameOf,
  connection: nameOf,
  money: moneyOf,
  state: (value) => {
    const state = typeof value === "string" ? value.toLowerCase() : "";
    return RECORD_STATES.find((one) => one === state);
  },
  instant: (value) => (typeof value === "string" ? (readInstant(value) ?? undefined) : undefined),
  flag: (value) => (typeof value === "boolean" ? value : undefined),
  misfits: misfitsOf,
};

function nameOf(value: unknown): string | undefined {
  return typeof value === "string" && value.trim() !== "" && value.length <= MAX_TEXT ? value : undefined;
}

function misfitsOf(value: unknown): unknown {
  if (!Array.isArray(value) || value.length > CONTRACT_MISFITS.length) return undefined;
  const codes = value.map((one: unknown) => (typeof one === "string" ? one.toUpperCase() : one));
  return codes.every(isContractMisfit) ? codes : undefined;
}

function moneyOf(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return undefined;
  const { value: amount, currency } = value as Readonly<Record<string, unknown>>;
  if (typeof currency !== "string" || (typeof amount !== "string" && typeof amount !== "number")) return undefined;
  return parseMoney(String(amount), currency) ?? undefined;
}
