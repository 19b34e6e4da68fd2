import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { TestServer } from "../../support/server";
import { launch } from "./graphiql";

const ROOT = path.join(__dirname, "../../..");
const PATIENCE_MS = 60_000;
const AXE = readFileSync(path.join(ROOT, "node_modules/axe-core/axe.min.js"), "utf8");

/** What differs from one reader's browser to another's. */
export interface ReaderOptions {
  readonly locale?: string;
  readonly width?: number;
  readonly dark?: boolean;
}

/** The demo's server with the console as it is built, and a browser. */
export class ConsoleHouse {
  private constructor(
    readonly server: TestServer,
    readonly address: string,
    private readonly browser: Browser,
  ) {}

  static async open(executable: string): Promise<ConsoleHouse> {
    const built = spawnSync(process.execPath, [path.join(ROOT, "src/cli/console.cjs")], { encoding: "utf8" });
    if (built.status !== 0) throw new Error(built.stderr);
    const server = await TestServer.start();
    const address = await server.http.listen({ port: 0, host: "127.0.0.1" });
    return new ConsoleHouse(server, address, await launch(executable));
  }

  /** A browser of one person, signed in by the demo's one click, at the path. */
  async as(email: string, at: string, options: ReaderOptions = {}): Promise<Reader> {
    const reader = await Reader.open(this.browser, this.address, options);
    await reader.page.goto(this.address + at);
    await reader.page.getByRole("button", { name: email }).click();
    await reader.page.getByRole("main").getByRole("heading", { level: 1 }).waitFor();
    return reader;
  }

  /** The server's own answer, whatever a page shows. */
  async maySendInvoices(email: string) {
    const query = `{ decision(input: { company: "demo", action: SEND, feature: SUBCONTRACTOR_INVOICE }) { allowed } }`;
    return (await this.server.ask(email, query)).data;
  }

  /** A browser of nobody yet. */
  async stranger(at: string, options: ReaderOptions = {}): Promise<Reader> {
    const reader = await Reader.open(this.browser, this.address, options);
    await reader.page.goto(this.address + at);
    await reader.page.getByRole("heading", { level: 1 }).waitFor();
    return reader;
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.server.stop();
  }
}

interface AxeViolation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}

/** One person at the console, and what their browser complained of. */
export class Reader {
  readonly complaints: string[] = [];
  readonly elsewhere: string[] = [];

  private constructor(
    readonly context: BrowserContext,
    readonly page: Page,
    address: string,
  ) {
    page.on("pageerror", (error) => this.complaints.push(error.message));
    page.on("console", (message) => {
      if (message.type() === "error" || message.type() === "warning") this.complaints.push(message.text());
    });
    page.on("request", (request) => {
      if (!request.url().startsWith(address)) this.elsewhere.push(request.url());
    });
  }

  static async open(browser: Browser, address: string, options: ReaderOptions): Promise<Reader> {
    const { locale = "en-GB", width = 1280, dark = false } = options;
    const viewport = { width, height: 900 };
    const context = await browser.newContext({ viewport, locale, colorScheme: dark ? "dark" : "light" });
    context.setDefaultTimeout(PATIENCE_MS);
    return new Reader(context, await context.newPage(), address);
  }

  row(text: string) {
    return this.page.getByRole("row", { name: new RegExp(text) });
  }

  /** Ticks the row, or with the heading's text all that are shown. */
  async choose(text: string): Promise<void> {
    await this.row(text).locator(".choose-box").click();
  }

  /** What axe finds on the screen as it is: the rule and the place. */
  async barriers(): Promise<readonly string[]> {
    await this.page.evaluate(AXE);
    const found = await this.page.evaluate<readonly AxeViolation[]>("axe.run().then(({ violations }) => violations)");
    return found.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
    );
  }

  async screenshot(name: string): Promise<void> {
    const folder = process.env["SCREENSHOTS"];
    if (folder) await this.page.screenshot({ path: path.join(folder, `${name}.png`) });
  }

  /** Nothing was complained of, and nothing asked for elsewhere. */
  async leave(): Promise<void> {
    await this.context.close();
    expect({ complaints: this.complaints, elsewhere: this.elsewhere }).toEqual({ complaints: [], elsewhere: [] });
  }
}
