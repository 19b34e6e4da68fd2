import { type Browser, chromium, type Page } from "playwright-core";

/** Nothing of the browser's own, and no name resolves: the network is as good as off. */
const ARGUMENTS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE 127.0.0.2",
];

export function launch(executablePath: string): Promise<Browser> {
  return chromium.launch({ executablePath, headless: true, args: ARGUMENTS, timeout: PATIENCE_MS });
}

/** How long anything may take to be seen: a machine that runs other tests too is slow, and who waits stops at the first sight. */
const PATIENCE_MS = 90_000;

/** The GraphiQL page of a running server, as a reader uses it. */
export class Graphiql {
  /** Addresses that the page asked for and, of any kind, what it complained of. */
  readonly requested: string[] = [];
  readonly complaints: string[] = [];

  private constructor(
    readonly page: Page,
    private readonly address: string,
  ) {
    page.on("request", (request) => this.requested.push(request.url()));
    page.on("pageerror", (error) => this.complaints.push(error.message));
    page.on("console", (message) => {
      if (message.type() === "error") this.complaints.push(message.text());
    });
  }

  static async open(browser: Browser, address: string): Promise<Graphiql> {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: "en-GB" });
    context.setDefaultTimeout(PATIENCE_MS);
    const graphiql = new Graphiql(await context.newPage(), address);
    await graphiql.load();
    return graphiql;
  }

  async load(): Promise<void> {
    await this.page.goto(`${this.address}/graphiql`);
    await this.ready();
  }

  async ready(): Promise<void> {
    await this.page.getByRole("button", { name: /Execute query/ }).waitFor();
    await this.page.locator(".graphiql-query-editor .view-line", { hasText: /\S/ }).first().waitFor();
  }

  /** Names on the tabs. */
  tabs(): Promise<string[]> {
    return this.page.locator(".graphiql-tab-button").allTextContents();
  }

  /** Waits until the browser has stored a tab that holds this text: GraphiQL saves some moments after an edit. */
  async kept(text: string): Promise<void> {
    const stored =
      "Object.keys(localStorage).filter((name) => name.endsWith('tabState')).map((name) => localStorage[name])";
    const end = Date.now() + PATIENCE_MS;
    while (Date.now() < end) {
      if ((await this.page.evaluate<string[]>(stored)).some((tabs) => tabs.includes(text))) return;
      await this.page.waitForTimeout(50);
    }
    throw new Error(`the browser did not store a tab with ${text}`);
  }

  /** Asks as the demo person with that title, or as nobody. */
  async askAs(title: string): Promise<void> {
    await this.page.getByLabel("Ask as").selectOption({ label: title });
  }

  /** Runs the open tab's operation and answers the response as the server sent it, once the page shows it. */
  async run(): Promise<{ status: number; body: unknown }> {
    // GraphiQL asks for the schema by itself when the person changes: on a busy machine that answer may still be on its way.
    const response = this.page.waitForResponse(
      (answer) =>
        new URL(answer.url()).pathname === "/graphql" && !(answer.request().postData() ?? "").includes("__schema"),
    );
    await this.page.getByRole("button", { name: /Execute query/ }).click();
    const answer = await response;
    await this.page.locator(".graphiql-spinner").waitFor({ state: "detached" });
    return { status: answer.status(), body: await answer.json() };
  }

  /** The answer as the reader sees it, without white space. */
  async shown(): Promise<string> {
    const text = await this.page.locator(".result-window").innerText();
    return text.replace(/\s/g, "");
  }

  /** Waits until the reader sees that text in the answer; fails with what is there instead. */
  async see(text: string): Promise<void> {
    const end = Date.now() + PATIENCE_MS;
    let last = "";
    while (Date.now() < end) {
      last = await this.shown();
      if (last.includes(text)) return;
      await this.page.waitForTimeout(50);
    }
    throw new Error(`expected to see ${text}, saw ${last}`);
  }
}
