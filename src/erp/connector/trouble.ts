import { retryAfterMs } from "../../infra/http/retry-after";
import { LedgerTrouble, type Json } from "./ledger-api";

/** What an HTTP answer that is no success means. */
export function troubleOf(status: number, body: unknown, header: (name: string) => string | undefined): LedgerTrouble {
  if (status === 429)
    return new LedgerTrouble("rate_limited", rateProblem(header), {
      retryAfterMs: retryAfterMs(header("retry-after")),
    });
  if (status === 503)
    return new LedgerTrouble("unavailable", "The ledger is not available", {
      retryAfterMs: retryAfterMs(header("retry-after")),
    });
  if (status === 401 || status === 403) return new LedgerTrouble("unauthorised", `The ledger answered ${status}`);
  if (status >= 500) return new LedgerTrouble("unknown", `The ledger answered ${status}`, { answered: true });
  return new LedgerTrouble("refused", `The ledger answered ${status}`, { texts: textsOf(body) });
}

/** Errors of the network before a connection stands: the call was surely not done. */
const NEVER_SENT = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "UND_ERR_CONNECT_TIMEOUT",
]);

export function networkTrouble(error: unknown): LedgerTrouble {
  const code = codeOf(error);
  if (code !== null && NEVER_SENT.has(code))
    return new LedgerTrouble("not_reached", `The ledger was not reached: ${code}`);
  return new LedgerTrouble("unknown", `No answer from the ledger${code === null ? "" : `: ${code}`}`);
}

/** The reasons of a refusal, in the ledger's words. */
export function textsOf(body: unknown): readonly string[] {
  if (!isObject(body)) return [typeof body === "string" && body !== "" ? body : "The ledger gave no reason"];
  const elements = Array.isArray(body.Elements) ? body.Elements : [];
  const texts = elements.flatMap((element) => (isObject(element) ? validationTexts(element) : []));
  if (texts.length > 0) return [...new Set(texts)];
  const { Detail, Message, Title } = body;
  return [
    ([Detail, Message, Title].find((text) => typeof text === "string" && text !== "") as string) ??
      "The ledger gave no reason",
  ];
}

/** The validation errors of one row; none: it was kept. */
export function validationTexts(row: Json): readonly string[] {
  const errors = Array.isArray(row.ValidationErrors) ? row.ValidationErrors : [];
  return errors.flatMap((error) => (isObject(error) && typeof error.Message === "string" ? [error.Message] : []));
}

function rateProblem(header: (name: string) => string | undefined): string {
  return `The ledger's limit is reached: ${header("x-rate-limit-problem") ?? "not said which"}`;
}

function codeOf(error: unknown): string | null {
  for (let one = error, depth = 0; isObject(one) && depth < 4; one = one.cause, depth += 1)
    if (typeof one.code === "string") return one.code;
  return null;
}

function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null;
}
