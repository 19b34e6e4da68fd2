import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import type { App } from "../../src/application";
import { seedVendorStaff } from "../../src/dev/demo/demo-seed";
import { FixedClock } from "../../src/kernel/clock";
import type { Locale } from "../../src/kernel/locale";
import type { CallKind } from "../../src/onboarding/calls/call/call-kind";
import { SlotEntity } from "../../src/onboarding/calls/call/slot.entity";
import { CompanyEntity } from "../../src/tenant/companies/company.entity";
import { person, SEED, START } from "./house";
import { TestServer } from "./server";

/** The ERP implementation contact, in the directory without any level. */
export const CONTACT = "alma@acme.test";
/** The Xero administrator, whom the directory does not know. */
export const BOOKS = "books@acme.test";
export const SPECIALIST = person("specialist@vendor.test");

const ZONE = "Europe/Paris";

async function found(app: App, slug: string, locale: Locale): Promise<void> {
  const administrator = { email: `admin@${slug}.test`, name: `Admin of ${slug}` };
  const place = { country: "US", locale, currency: "USD" } as const;
  await app.company.register(SEED, { slug, name: `Company <${slug}>`, ...place, administrator });
  const { id } = (await app.companies.find(slug))!;
  await app.database.write((manager) => manager.update(CompanyEntity, { id }, { timezone: ZONE }));
  await app.staff.assign(SEED, slug, { email: SPECIALIST.email!, role: "specialist" });
  await app.member.add(SEED, slug, { email: `alma@${slug}.test`, name: "Alma" });
  await app.stakeholder.set(SEED, slug, [
    { role: "erp_implementation_contact", email: `alma@${slug}.test`, name: "Alma", required: true },
    { role: "xero_administrator", email: `books@${slug}.test`, name: "Ivo <b>Books</b>", required: true },
  ]);
}

const LINK = /https?:\/\/[^/\s]+(\/from-letter\?token=[\w-]+)/;

/** The words of a message whose parts are quoted-printable. */
function decoded(raw: string): string {
  const bytes = raw
    .replace(/=\r?\n/g, "")
    .replace(/=([0-9A-F]{2})/g, (_, digits: string) => String.fromCharCode(parseInt(digits, 16)));
  return Buffer.from(bytes, "latin1").toString("utf8");
}

/** What a browser shows. */
export interface Shown {
  readonly status: number;
  readonly text: string;
  readonly headers: Readonly<Record<string, unknown>>;
}

/** Two companies whose stakeholders get letters, over the whole server, and browsers that follow what is in them. */
export class LetterHouse {
  private constructor(
    readonly server: TestServer,
    readonly clock: FixedClock,
  ) {}

  static async start(locale: Locale = "en", more: Readonly<Record<string, string>> = {}): Promise<LetterHouse> {
    const clock = new FixedClock(START);
    const seed = async (app: App) => {
      await seedVendorStaff(app);
      for (const slug of ["acme", "globex"]) await found(app, slug, locale);
    };
    return new LetterHouse(await TestServer.start(more, clock, seed), clock);
  }

  get app(): App {
    return this.server.app;
  }

  async propose(locals: readonly string[], slug = "acme", kind: CallKind = "kick_off"): Promise<void> {
    const slots = locals.map((localStart) => ({ localStart, zone: ZONE }));
    await this.app.calls.scheduling.propose(SPECIALIST, slug, { kind, slots });
  }

  /** The welcome e-mail goes to the contact with the times that are offered. */
  async welcome(slug = "acme"): Promise<void> {
    await this.app.welcome.send(SPECIALIST, slug);
  }

  /** Hands the letters over that wait; answers the newest one to the address that has a link, as it arrived. */
  async newestLetter(email: string): Promise<string> {
    // Letters are handed over every other second, and the names of their files begin with the instant.
    this.clock.advance(3000);
    await this.app.turnDuties();
    const folder = path.join(this.app.config.dataDir, "mail");
    const own = (await readdir(folder)).filter((name) => name.includes(` ${email} `)).sort();
    const letters = await Promise.all(own.map((name) => readFile(path.join(folder, name), "latin1")));
    const found = letters.map(decoded).findLast((text) => LINK.test(text));
    if (found === undefined) throw new Error(`No link in ${letters.length} letters to ${email}`);
    return found;
  }

  /** The path that the newest letter's link leads to. */
  async link(email: string): Promise<string> {
    return LINK.exec(await this.newestLetter(email))?.[1] ?? "";
  }

  browser(headers: Readonly<Record<string, string>> = {}): LetterBrowser {
    return new LetterBrowser(this.server, headers);
  }

  /** A browser in which the newest letter's link was followed. */
  async follow(email: string): Promise<LetterBrowser> {
    const browser = this.browser();
    await browser.open(await this.link(email));
    return browser;
  }

  /** The times of the companies' calls, by instant. */
  slots(): Promise<SlotEntity[]> {
    return this.app.database.read().find(SlotEntity, { order: { startsAt: "ASC", id: "ASC" } });
  }
}

/** Keeps cookies, follows redirects, and sends forms as they stand in the page. */
export class LetterBrowser {
  private cookie: string | null = null;
  page: Shown = { status: 0, text: "", headers: {} };
  /** Addresses that were asked for, first one first. */
  readonly history: string[] = [];

  constructor(
    private readonly server: TestServer,
    private readonly headers: Readonly<Record<string, string>>,
  ) {}

  open(url: string): Promise<Shown> {
    return this.ask("GET", url);
  }

  /** Presses the button of that value in the form whose address ends so; of several forms the one with these fields. */
  press(form: string, fields: Readonly<Record<string, string>> = {}): Promise<Shown> {
    const forms = [
      ...this.page.text.matchAll(/<form method="post"(?: enctype="[^"]*")? action="([^"]+)">(.*?)<\/form>/gs),
    ];
    const hiddenOf = (html: string) =>
      Object.fromEntries(
        [...html.matchAll(/type="hidden" name="(\w+)" value="([^"]*)"/g)].map(([, key, value]) => [key!, value!]),
      );
    const found = forms.find(([, action, html]) => {
      const hidden = hiddenOf(html!);
      return (
        action!.endsWith(form) && Object.keys(fields).every((key) => !(key in hidden) || hidden[key] === fields[key])
      );
    });
    if (!found) throw new Error(`No form ${form} in ${this.page.text}`);
    return this.send(found[1]!, { ...hiddenOf(found[2]!), ...fields });
  }

  send(url: string, fields: Readonly<Record<string, string>>, headers: Readonly<Record<string, string>> = {}) {
    return this.ask("POST", url, new URLSearchParams(fields).toString(), headers);
  }

  /** What each form of the page has to carry. */
  get proof(): string {
    return /name="proof" value="([^"]+)"/.exec(this.page.text)?.[1] ?? "";
  }

  /** The cookie as it would be stolen. */
  get stolen(): string {
    return this.cookie ?? "";
  }

  private async ask(method: "GET" | "POST", url: string, payload?: string, more: object = {}): Promise<Shown> {
    this.history.push(url);
    const headers = {
      ...(payload === undefined ? {} : { "content-type": "application/x-www-form-urlencoded" }),
      ...(this.cookie === null ? {} : { cookie: this.cookie }),
      ...this.headers,
      ...more,
    };
    const answer = await this.server.http.inject({
      method,
      url,
      headers,
      ...(payload === undefined ? {} : { payload }),
    });
    const set = answer.cookies.find(({ name }) => name.startsWith("ledgergate-letter"));
    if (set) this.cookie = set.value === "" ? null : `${set.name}=${set.value}`;
    if (answer.statusCode === 303) return this.ask("GET", String(answer.headers.location));
    this.page = { status: answer.statusCode, text: answer.body, headers: answer.headers };
    return this.page;
  }
}
