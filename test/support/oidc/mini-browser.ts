import type { FastifyInstance } from "fastify";

export interface Visited {
  readonly status: number;
  readonly url: string;
  readonly body: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

interface Sent {
  readonly method?: "GET" | "POST";
  readonly form?: Readonly<Record<string, string>>;
  readonly json?: object;
  readonly headers?: Readonly<Record<string, string>>;
}

interface Cookie {
  readonly value: string;
  readonly attributes: string;
}

/** As much of a browser as a sign-in needs: it keeps cookies for each origin, and follows. The server is asked without a network. */
export class MiniBrowser {
  /** By origin and name. */
  readonly cookies = new Map<string, Cookie>();
  /** Everything that a page could have read. */
  readonly seen: string[] = [];

  constructor(
    private readonly server: FastifyInstance,
    private readonly origin: string,
  ) {}

  cookie(part: string): Cookie | undefined {
    return [...this.cookies].find(([name]) => name.startsWith(this.origin) && name.includes(part))?.[1];
  }

  /** Goes there as somebody who types it in; follows to the end, or to the address that `until` names. */
  async visit(address: string, sent: Sent = {}, until?: string): Promise<Visited> {
    let next: Sent = sent;
    let at = new URL(address, this.origin).href;
    for (let step = 0; step < 12; step++) {
      if (until !== undefined && at.startsWith(until)) return { status: 0, url: at, body: "", headers: {} };
      const answer = await this.send(at, next);
      const location = answer.headers.location;
      if (answer.status < 300 || answer.status >= 400 || typeof location !== "string") return { ...answer, url: at };
      at = new URL(location, at).href;
      next = {};
    }
    throw new Error(`Never arrived: ${at}`);
  }

  /** One request, as a page of the server sends it. */
  async send(url: string, { method, form, json, headers = {} }: Sent = {}): Promise<Visited> {
    const at = new URL(url, this.origin);
    const known = [...this.cookies].filter(([name]) => name.startsWith(`${at.origin} `));
    const cookie = known.map(([name, { value }]) => `${name.split(" ")[1]}=${value}`).join("; ");
    const type = form ? "application/x-www-form-urlencoded" : json ? "application/json" : null;
    const all = {
      ...(cookie ? { cookie } : {}),
      ...(type ? { "content-type": type } : {}),
      "sec-fetch-site": "same-origin",
      ...headers,
    };
    const body = form ? new URLSearchParams(form).toString() : json ? JSON.stringify(json) : undefined;
    const how = { method: method ?? (body === undefined ? ("GET" as const) : ("POST" as const)), headers: all };
    const answer = at.origin === this.origin ? await this.inject(at, how, body) : await this.fetch(at, how, body);
    this.keep(at.origin, answer.headers["set-cookie"]);
    if (at.origin === this.origin) this.seen.push(answer.body);
    return { ...answer, url: at.href };
  }

  private async inject(at: URL, how: { method: "GET" | "POST"; headers: Record<string, string> }, body?: string) {
    const url = `${at.pathname}${at.search}`;
    const answer = await this.server.inject({ ...how, url, ...(body === undefined ? {} : { payload: body }) });
    const headers = answer.headers as Record<string, string | string[] | undefined>;
    return { status: answer.statusCode, body: answer.body, headers };
  }

  private async fetch(at: URL, how: { method: string; headers: Record<string, string> }, body?: string) {
    const answer = await fetch(at, { ...how, redirect: "manual", ...(body === undefined ? {} : { body }) });
    const headers = { ...Object.fromEntries(answer.headers), "set-cookie": answer.headers.getSetCookie() };
    return { status: answer.status, body: await answer.text(), headers };
  }

  private keep(origin: string, set: string | string[] | undefined): void {
    for (const line of [set ?? []].flat()) {
      const [, name = "", value = "", attributes = ""] = /^([^=]+)=([^;]*);?(.*)$/.exec(line) ?? [];
      if (value === "" || /max-age=0/i.test(attributes)) this.cookies.delete(`${origin} ${name}`);
      else this.cookies.set(`${origin} ${name}`, { value, attributes });
    }
  }
}
