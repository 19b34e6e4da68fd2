import { AccessFailure } from "./access-failure";
import { reasonOf, withRetries, type RetrySettings, type RetryTools } from "./retry";

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
}

/** Posts JSON and reads JSON. Whatever is no clean answer is an AccessFailure. */
export class Transport {
  private readonly base: string;

  constructor(
    private readonly settings: TransportSettings,
    private readonly tools: RetryTools,
  ) {
    this.base = settings.url.replace(/\/+$/, "");
  }

  /** The answer's body. Throws AccessFailure, or the signal's reason where the caller aborted. */
  async post(path: string, body: unknown, signal?: AbortSignal): Promise<unknown> {
    const requestId = crypto.randomUUID();
    const call = (_attempt: number, timeLeft: number) => this.once(path, body, requestId, timeLeft, signal);
    return withRetries(call, this.settings.retry, this.tools, signal);
  }

  private async once(
    path: string,
    body: unknown,
    requestId: string,
    timeLeft: number,
    signal?: AbortSignal,
  ): Promise<unknown> {
    if (signal?.aborted) throw reasonOf(signal);
    const headers = await this.headers(requestId);
    const limit = AbortSignal.timeout(Math.max(1, Math.min(this.settings.timeout, Math.ceil(timeLeft))));
    try {
      const response = await this.settings.fetch(`${this.base}${path}`, {
        method: "POST",
        headers,
        body: JSON.stringify(body),
        // A redirect would carry the token elsewhere.
        redirect: "error",
        signal: signal ? AbortSignal.any([signal, limit]) : limit,
      });
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

  private async headers(requestId: string): Promise<Record<string, string>> {
    const { token, language } = this.settings;
    const secret = typeof token === "string" ? token : await fetched(token, requestId);
    return {
      "content-type": "application/json",
      accept: "application/json",
      authorization: `Bearer ${secret}`,
      "x-request-id": requestId,
      ...(language === null ? {} : { "accept-language": language }),
    };
  }
}

async function fetched(token: () => string | Promise<string>, requestId: string): Promise<string> {
  try {
    return await token();
  } catch (cause) {
    throw new AccessFailure("refused", "There is no token to ask with.", null, requestId, null, { cause });
  }
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
  const { message, cause } = error as { message?: string; cause?: { code?: string; message?: string } };
  return cause?.code ?? cause?.message ?? message ?? "unknown cause";
}
