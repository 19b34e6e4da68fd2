import { PlatformTrouble } from "../port/platform-trouble";
import type { PlatformTarget } from "../port/target";
import { limitTold, networkTrouble, troubleOf, type ToldLimit } from "./rest-trouble";

/** Hands out access tokens of service accounts. */
export interface PlatformTokens {
  /** Throws PlatformTrouble `unauthorised` where the credentials are not accepted. */
  accessToken(at: PlatformTarget): Promise<string>;
  /** The token was refused: the next one must be another. */
  reject(at: PlatformTarget, token: string): void;
}

/** Keeps calls within what the platform allows the account. */
export interface CallPace {
  /** Throws PlatformTrouble `rate_limited` where there is no call to spend now: nothing was sent. */
  take(at: PlatformTarget): Promise<void>;
  /** What the answer said of the allowance; null: nothing. */
  told(at: PlatformTarget, limit: ToldLimit | null, retryAfterMs: number | null): void;
}

export interface RestClientParts {
  /** "https://api.procore.com", or a stand-in; asked anew for each call. */
  readonly baseUrl: () => string;
  readonly tokens: PlatformTokens;
  readonly pace: CallPace;
  readonly timeoutMs: number;
  /** How a request leaves; the network's fetch if left out. */
  readonly send?: (address: string, init: RequestInit) => Promise<Response>;
}

export interface RestCall {
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  readonly path: string;
  readonly query?: Readonly<Record<string, string | number>>;
  readonly body?: object;
}

export interface RestAnswer {
  readonly headers: Headers;
  readonly body: unknown;
}

/** More than any page of the platform's lists; what is longer is not read. */
const MAX_ANSWER_BYTES = 32 * 1024 * 1024;

/** The platform's REST interface on the network: tokens, allowance, time-outs, errors. Knows no resource. */
export class RestClient {
  constructor(private readonly parts: RestClientParts) {}

  /** A token that was refused is replaced once. Throws PlatformTrouble. */
  async call(at: PlatformTarget, call: RestCall): Promise<RestAnswer> {
    const { tokens } = this.parts;
    const token = await tokens.accessToken(at);
    try {
      return await this.once(at, token, call);
    } catch (error) {
      if (!(error instanceof PlatformTrouble) || error.kind !== "unauthorised") throw error;
      tokens.reject(at, token);
      return this.once(at, await tokens.accessToken(at), call);
    }
  }

  private async once(at: PlatformTarget, token: string, call: RestCall): Promise<RestAnswer> {
    const { pace, baseUrl, timeoutMs, send = fetch } = this.parts;
    await pace.take(at);
    const response = await sent(send, `${baseUrl()}${call.path}${queryOf(call.query)}`, {
      method: call.method,
      headers: {
        accept: "application/json",
        authorization: `Bearer ${token}`,
        "procore-company-id": at.platformCompanyId,
        ...(call.body ? { "content-type": "application/json" } : {}),
      },
      ...(call.body ? { body: JSON.stringify(call.body) } : {}),
      signal: AbortSignal.timeout(timeoutMs),
      redirect: "error",
    });
    const { headers, status } = response;
    const body = await bodyOf(response);
    const trouble = status >= 200 && status < 300 ? null : troubleOf(status, headers, body);
    pace.told(at, limitTold(headers), trouble?.details.retryAfterMs ?? null);
    if (trouble) throw trouble;
    return { headers, body };
  }
}

async function sent(send: NonNullable<RestClientParts["send"]>, address: string, init: RequestInit): Promise<Response> {
  try {
    return await send(address, init);
  } catch (error) {
    throw networkTrouble(error);
  }
}

/** JSON, or nothing. An answer that breaks off may have been a success: nobody knows. */
async function bodyOf(response: Response): Promise<unknown> {
  const length = Number(response.headers.get("content-length") ?? 0);
  if (length > MAX_ANSWER_BYTES) {
    await response.body?.cancel();
    throw new PlatformTrouble("unknown", "The platform's answer is longer than any answer should be");
  }
  try {
    const text = await response.text();
    return text === "" ? null : (JSON.parse(text) as unknown);
  } catch (error) {
    if (response.ok) throw new PlatformTrouble("unknown", `The answer could not be read: ${messageOf(error)}`);
    return null;
  }
}

function queryOf(query: RestCall["query"] = {}): string {
  const pairs = Object.entries(query).map(([name, value]): [string, string] => [name, String(value)]);
  return pairs.length === 0 ? "" : `?${new URLSearchParams(pairs).toString()}`;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
