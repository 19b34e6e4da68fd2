import type { FastifyInstance } from "fastify";
import path from "node:path";
import type { Browser } from "playwright-core";
import { PRODUCTION, stubServer } from "../server/support/stub-server";
import { TokenMaker } from "../server/support/token-maker";
import { describeInChromium } from "./support/chromium";
import { Graphiql, launch } from "./support/graphiql";

jest.setTimeout(240_000);

const APPROVER = { email: "commitments-and-invoices@demo.test", title: "Approver of commitments and invoices" };
const READER = { email: "read-only@demo.test", title: "Reader" };

const operationsDirectory = path.join(__dirname, "../server/support/operations");

describeInChromium("GraphiQL in a real browser", (executable) => {
  let browser: Browser;
  let app: FastifyInstance;
  let address: string;
  let tokens: TokenMaker;
  let issued: string[] = [];
  let expired = false;

  beforeAll(async () => {
    browser = await launch(executable);
    const stub = await stubServer(
      {},
      {
        operationsDirectory,
        personas: [APPROVER, READER],
        issueToken: (email) => {
          issued.push(email);
          return tokens.token({ sub: email, email, ...(expired ? { exp: 1 } : {}) });
        },
      },
    );
    ({ app, tokens } = stub);
    address = await app.listen({ port: 0, host: "127.0.0.1" });
  });
  afterAll(async () => {
    await browser.close();
    await app.close();
  });
  beforeEach(() => {
    issued = [];
    expired = false;
  });

  it("runs an example at once, and the same one as somebody else", async () => {
    const graphiql = await Graphiql.open(browser, address);
    expect(await graphiql.tabs()).toEqual(["WhoAmI", "Items"]);
    const status = graphiql.page.getByRole("status");
    expect(await status.innerText()).toBe(`You are asking as ${APPROVER.title} (${APPROVER.email}).`);
    expect((await graphiql.run()).body).toMatchObject({ data: { viewer: { email: APPROVER.email } } });
    await graphiql.see(`"email":"${APPROVER.email}"`);
    await graphiql.askAs("Reader");
    expect(await status.innerText()).toContain(READER.email);
    await graphiql.run();
    await graphiql.see(`"email":"${READER.email}"`);
    await graphiql.askAs("nobody (no token)");
    await graphiql.run();
    await graphiql.see('"kind":"anonymous"');
    expect(issued).toEqual([APPROVER.email, READER.email]);
    expect(graphiql.requested.filter((url) => !url.startsWith(`${address}/`) && !url.startsWith("data:"))).toEqual([]);
    expect(graphiql.complaints).toEqual([]);
  });

  it("remembers the person for the session, and keeps no token for longer", async () => {
    const graphiql = await Graphiql.open(browser, address);
    await graphiql.askAs("Reader");
    await graphiql.run();
    await graphiql.kept("WhoAmI");
    await graphiql.load();
    expect(await graphiql.tabs()).toEqual(["WhoAmI", "Items"]);
    await graphiql.run();
    await graphiql.see(READER.email);
    const kept = await graphiql.page.evaluate<string>("JSON.stringify(localStorage)");
    expect(kept).not.toMatch(/eyJ|authorization|read-only/);
  });

  it("gets a new token when the kept one is no longer good", async () => {
    const graphiql = await Graphiql.open(browser, address);
    expired = true;
    await graphiql.askAs("Reader");
    expect((await graphiql.run()).status).toBe(401);
    expired = false;
    await graphiql.run();
    await graphiql.see(READER.email);
  });

  it("opens an example by its title with its variables, also one that was closed", async () => {
    const graphiql = await Graphiql.open(browser, address);
    const examples = graphiql.page.getByLabel("Examples", { exact: true });
    expect(await examples.locator("option").allInnerTexts()).toEqual([
      "Open an example…",
      "Who am I?",
      "A page of items",
    ]);
    await examples.selectOption({ label: "A page of items" });
    await graphiql.page.locator(".graphiql-tab-active", { hasText: "Items" }).waitFor();
    await graphiql.run();
    await graphiql.see('"totalCount":3');
    await graphiql.page.locator(".graphiql-tab", { hasText: "Items" }).getByRole("button", { name: /Close/ }).click();
    expect(await graphiql.tabs()).toEqual(["WhoAmI"]);
    await examples.selectOption({ label: "A page of items" });
    await graphiql.page.locator(".graphiql-tab-active", { hasText: "Items" }).waitFor();
    await graphiql.ready();
    await graphiql.run();
    await graphiql.see('"totalCount":3');
  });

  it("keeps edits over a reload, and brings the examples back on demand", async () => {
    const graphiql = await Graphiql.open(browser, address);
    const editor = graphiql.page.locator(".graphiql-query-editor");
    await editor.click();
    await graphiql.page.keyboard.press("Control+a");
    await graphiql.page.keyboard.type("query Mine { __typename", { delay: 5 });
    await graphiql.page.locator(".graphiql-tab", { hasText: "Mine" }).waitFor();
    await graphiql.kept("Mine");
    await graphiql.load();
    expect(await graphiql.tabs()).toContain("Mine");
    await graphiql.page.getByRole("button", { name: "Reset examples" }).click();
    await graphiql.page.locator(".graphiql-tab", { hasText: "WhoAmI" }).waitFor();
    expect(await graphiql.tabs()).toEqual(["WhoAmI", "Items"]);
  });

  it("can be used by keyboard and by name", async () => {
    const graphiql = await Graphiql.open(browser, address);
    const focused = () => graphiql.page.evaluate<string>("document.activeElement.id || document.activeElement.tagName");
    const order: string[] = [];
    for (let i = 0; i < 3; i++) {
      await graphiql.page.keyboard.press("Tab");
      order.push(await focused());
    }
    expect(order).toEqual(["example", "persona", "reset"]);
    await graphiql.page.getByRole("main", { name: "GraphiQL" }).waitFor();
    await graphiql.page.getByRole("heading", { name: "Ledgergate" }).waitFor();
  });

  it("offers no demo people in production, where a token can be pasted", async () => {
    const allowed = { GRAPHIQL: "true", GRAPHQL_INTROSPECTION: "true" };
    const issueToken = () => Promise.reject(new Error("never"));
    const live = await stubServer({ ...PRODUCTION, ...allowed }, { personas: [READER], issueToken });
    const graphiql = await Graphiql.open(browser, await live.app.listen({ port: 0, host: "127.0.0.1" }));
    expect(await graphiql.page.getByLabel("Ask as").count()).toBe(0);
    await graphiql.page.getByLabel("Bearer token").fill(await live.tokens.token());
    expect((await graphiql.run()).body).toMatchObject({ data: { __typename: "Query" } });
    await graphiql.page.getByLabel("Bearer token").fill("wrong");
    expect((await graphiql.run()).status).toBe(401);
    await graphiql.see('"UNAUTHENTICATED"');
    await live.app.close();
  });
});
