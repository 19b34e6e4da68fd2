import { randomUUID } from "node:crypto";
import { KINDS, wireDate, type Json, type KindName } from "../ledger-object";
import type { Written } from "./ledger";

export interface LedgerAnswer {
  readonly status: number;
  readonly body: Json;
}

/** A list in Xero's envelope. */
export function listed(collection: string, rows: readonly Json[], now: number): LedgerAnswer {
  const head = { Id: randomUUID(), Status: "OK", ProviderName: "Ledgergate sandbox", DateTimeUTC: wireDate(now) };
  return { status: 200, body: { ...head, [collection]: rows } };
}

/**
 * What a write answers. By default one faulty row makes the whole call a 400; with `summarizeErrors=false` each row
 * says for itself whether it was kept.
 */
export function written(kind: KindName, rows: readonly Written[], summarize: boolean, now: number): LedgerAnswer {
  const { collection } = KINDS[kind];
  if (!rows.some(({ faults }) => faults.length > 0)) return listed(collection, rows.map(marked), now);
  if (!summarize) return listed(collection, rows.map(marked), now);
  return refused(rows.filter(({ faults }) => faults.length > 0).map(marked));
}

/** Xero's validation answer. */
export function refused(elements: readonly Json[]): LedgerAnswer {
  const body = {
    ErrorNumber: 10,
    Type: "ValidationException",
    Message: "A validation exception occurred",
    Elements: elements,
  };
  return { status: 400, body };
}

export function problem(status: number, title: string, detail: string): LedgerAnswer {
  return { status, body: { Type: null, Title: title, Status: status, Detail: detail } };
}

/** A row with why it was refused. */
export function marked({ body, faults }: Written): Json {
  if (faults.length === 0) return { ...body, StatusAttributeString: "OK" };
  const ValidationErrors = faults.map((Message) => ({ Message }));
  return { ...body, StatusAttributeString: "ERROR", HasErrors: true, ValidationErrors };
}
