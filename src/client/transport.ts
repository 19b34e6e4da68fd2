import { AccessFailure } from "./access-failure";
import type { Reply } from "./answers";
import { reasonOf, timeOf, whenAborted, withRetries, type RetrySettings, type RetryTools } from "./retry";

export interface TransportSettings {
  /** Address of the server, such as https://access.example.com. */
  readonly url: string;
  /** A bearer token or an API key, or what fetches one. */
  readonly token: string | (() => string | Promise<string>);
  /** In which language reasons come, as Accept-Language says it. */
  readonly language: string | null;
  /** Milliseconds that one call may take. */
  readonly timeout: number;
  readonly retry: RetrySettings;
  readonly fetch: typeof fetch;
  /** Where the endpoints are, by their usual path; left out: there, under the server's address. */
  readonly endpoints?: Readonly<Record<string, string>>;
}

const NO_TOKEN = "There is no token to ask with";

/** Posts JSON and reads JSON. Whatever is no clean answer is an AccessFailure. */
export class Transport {
  private readonly base: string;
  private readonly timeout: number;

  /** Throws a TypeError or RangeError for settings with which no call could come through. */
  constructor(
    private readonly settings: TransportSettings,
    private readonly tools: RetryTools,
  ) {
    this.base = baseOf(settings.url);
    this.timeout = timeOf("timeout", settings.timeout);
  }

  /** The answer. Throws AccessFailure, or the signal's reason where the caller aborted. */
  async post(path: string, asked: unknown, signal?: AbortSignal): Promise<Reply> {
    const requestId = crypto.randomUUID();
    // Once: what is asked again is what was asked.
    const body = JSON.stringify(asked);
    const call = (_attempt: number, timeLeft: number) => this.once(path, body, requestId, timeLeft, signal);
    return { body: await withRetries(call, this.settings.retry, this.tools, signal), requestId };
  }

  private async once(
    path: string,
    body: string,
    requestId: string,
    timeLeft: number,
    signal?: AbortSignal,
  ): Promise<unknown> {
    if (signal?.aborted) throw reasonOf(signal);
    const limit = AbortSignal.timeout(Math.max(1, Math.min(this.timeout, Math.ceil(timeLeft))));
    const end = signal ? AbortSignal.any([signal, limit]) : limit;
    try {
      const headers = await this.headers(requestId, end);
      // Redirects are not followed: they would carry the token elsewhere.
      const options = { method: "POST", headers, body, redirect: "manual", signal: end } as const;
      const response = await this.settings.fetch(this.settings.endpoints?.[path] ?? `${this.base}${path}`, options);
      return await answerOf(response, requestId);
    } catch (error) {
      if (error instanceof AccessFailure) throw error;
      if (signal?.aborted) throw reasonOf(signal);
      if (limit.aborted) throw new AccessFailure("timeout", "The server did not answer in time.", null, requestId);
      throw new AccessFailure("network", `The server was not reached: ${causeOf(error)}.`, null, requestId, null, {
        cause: error,
      });
    }
  }

  private async headers(requestId: string, end: AbortSignal): Promise<Record<string, string>> {
    const { token, language } = this.settings;
    const given: unknown = typeof token === "function" ? await fetched(token, requestId, end) : token;
    const secret = typeof given === "string" ? given.trim() : "";
    // Also because the complaint about a header tells its value.
    if (!/^[\x21-\x7e]+$/.test(secret)) throw new AccessFailure("refused", `${NO_TOKEN}.`, null, requestId);
    return {
      "content-type": "application/json",
      accept: "application/json",
      authorization: `Bearer ${secret}`,
      "x-request-id": requestId,
      ...(language === null ? {} : { "accept-language": language }),
    };
  }
}

/** What fetches the token has as long as the call has. */
async function fetched(token: () => string | Promise<string>, requestId: string, end: AbortSignal): Promise<string> {
  let ignore = () => {};
  const aborted = new Promise<never>((_resolve, reject) => (ignore = whenAborted(end, reject)));
  try {
    return await Promise.race([token(), aborted]);
  } catch (cause) {
    if (end.aborted) throw cause;
    throw new AccessFailure("refused", `${NO_TOKEN}: it was not given.`, null, requestId, null, { cause });
  } finally {
    ignore();
  }
}

/** Where the endpoints are. Throws a TypeError for what is no address of a server. */
export function baseOf(address: string): string {
  // Not told what was given: it may hold a password.
  if (!URL.canParse(address)) throw new TypeError("url is no address, such as https://access.example.com.");
  const { protocol, username, password, search, hash } = new URL(address);
  if (!/^https?:$/.test(protocol) || `${username}${password}${search}${hash}` !== "")
    throw new TypeError("url is an address of http or https, without a user, a query or a fragment.");
  return address.trim().replace(/\/+$/, "");
}

async function answerOf(response: Response, requestId: string): Promise<unknown> {
  const text = await response.text();
  if (response.status !== 200) throw failureOf(response, text, requestId);
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new AccessFailure("malformed", "The server's answer is no JSON.", 200, requestId);
  }
}

function failureOf({ status, headers }: Response, text: string, requestId: string): AccessFailure {
  const said = text.trim().slice(0, 500);
  const message = `The server answered ${status}${said === "" ? "" : `: ${said}`}`;
  if (status === 429 || status === 503)
    return new AccessFailure("busy", message, status, requestId, retryAfterOf(headers.get("retry-after")));
  if (status >= 500) return new AccessFailure("server", message, status, requestId);
  return new AccessFailure(status >= 400 ? "refused" : "malformed", message, status, requestId);
}

/** Seconds, or a date of HTTP, as milliseconds from now. */
export function retryAfterOf(header: string | null, now = Date.now()): number | null {
  if (header === null) return null;
  if (/^\d+$/.test(header.trim())) return Number(header) * 1000;
  const date = Date.parse(header);
  return Number.isNaN(date) ? null : Math.max(0, date - now);
}

function causeOf(error: unknown): string {
  const { message, cause } = (error ?? {}) as { message?: string; cause?: { code?: string; message?: string } };
  return cause?.code ?? cause?.message ?? message ?? "unknown cause";
}
