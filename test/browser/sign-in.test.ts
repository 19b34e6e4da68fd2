import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Browser, Page } from "playwright-core";
import { API, CLIENT, CLIENT_SECRET } from "../support/oidc/profiles";
import { holdPort } from "../support/held-port";
import { ProviderHouse, type TestProvider } from "../support/oidc/test-provider";
import { TestServer } from "../support/server";
import { describeInChromium } from "./support/chromium";
import { launch } from "./support/graphiql";

jest.setTimeout(240_000);

const EMAIL = "commitments-only@demo.test";
const PATIENCE_MS = 90_000;

/** Another site, whose page tries to act in the name of whoever visits it. */
async function evilSite(target: string): Promise<{ server: Server; address: string }> {
  const page = `<!doctype html><title>Evil</title><form id="f" method="post" action="${target}/sign-out"></form>
    <script>
      fetch("${target}/graphql", { method: "POST", credentials: "include", mode: "no-cors", body: '{"query":"mutation { setMailPreferences(input: {locale: FR}) { userErrors { code } } }"}' })
        .finally(() => document.getElementById("f").submit());
    </script>`;
  const server = createServer((_request, response) => response.setHeader("content-type", "text/html").end(page));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.2", resolve));
  return { server, address: `http://127.0.0.2:${(server.address() as AddressInfo).port}/` };
}

/** What a script of the page gets from GraphQL: it sends no credentials of its own. */
function ask(page: Page, query: string): Promise<unknown> {
  return page.evaluate(async (text) => {
    const headers = { "content-type": "application/json" };
    const answer = await fetch("/graphql", { method: "POST", headers, body: JSON.stringify({ query: text }) });
    return await answer.json();
  }, query);
}

const session = async (page: Page) => JSON.parse(await page.innerText("body")) as Record<string, unknown>;

describeInChromium("signing in at an OpenID provider, in a real browser", (executable) => {
  let providers: ProviderHouse;
  let provider: TestProvider;
  let server: TestServer;
  let browser: Browser;
  let here: string;

  beforeAll(async () => {
    const { port, letGo } = await holdPort();
    here = `http://127.0.0.1:${port}`;
    providers = await ProviderHouse.start();
    const aline = { id: "id-of-aline", login: "aline", email: EMAIL, verified: true, name: "Aline" };
    const client = { redirectUris: [`${here}/sign-in/callback`], signOutUris: [`${here}/`] };
    provider = await providers.open("standard", [aline], client);
    server = await TestServer.start({
      ...{
        OIDC_ISSUER: provider.issuer,
        OIDC_AUDIENCE: API,
        OIDC_CLIENT_ID: CLIENT,
        OIDC_CLIENT_SECRET: CLIENT_SECRET,
      },
      ...{ PUBLIC_URL: here, DEVELOPMENT_TOKENS: "false" },
    });
    await letGo();
    await server.http.listen({ port, host: "127.0.0.1" });
    browser = await launch(executable);
  }, 240_000);
  afterAll(async () => {
    await browser.close();
    await server.stop();
    await providers.stop();
  });

  async function signedIn(): Promise<Page> {
    const context = await browser.newContext({ locale: "en-GB" });
    context.setDefaultTimeout(PATIENCE_MS);
    const page = await context.newPage();
    await page.goto(`${here}/sign-in?returnTo=/session`);
    expect(new URL(page.url()).origin).toBe(new URL(provider.issuer).origin);
    await page.getByLabel("Login").fill("aline");
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.waitForURL(`${here}/session`);
    return page;
  }

  test("the person is known to every page of the server, and no page can read how", async () => {
    const page = await signedIn();
    expect(await session(page)).toMatchObject({ signedIn: true, person: { name: "Aline", email: EMAIL } });
    await page.goto(`${here}/graphiql`);
    expect(await ask(page, "{ viewer { email } }")).toMatchObject({ data: { viewer: { email: EMAIL } } });
    const reach = await page.evaluate<string>(
      "JSON.stringify([document.cookie, { ...localStorage }, { ...sessionStorage }])",
    );
    expect(reach).not.toMatch(/eyJ|ledgergate-\d/);
    await page.context().close();
  });

  test("another site can neither change anything in their name nor sign them out", async () => {
    const evil = await evilSite(here);
    const page = await signedIn();
    await page.goto(evil.address);
    await page.waitForURL(`${here}/sign-out`);
    await page.goto(`${here}/session`);
    expect(await session(page)).toMatchObject({ signedIn: true });
    await page.goto(`${here}/graphiql`);
    const held = await ask(page, "{ viewer { mailPreferences { locale } } }");
    expect(held).toMatchObject({ data: { viewer: { mailPreferences: { locale: null } } } });
    await page.context().close();
    await new Promise((resolve) => evil.server.close(resolve));
  });

  test("signing out ends it here and at the provider, who asks for the login again", async () => {
    const page = await signedIn();
    await page.goto(`${here}/sign-out`);
    await page.getByRole("button", { name: "Sign out here" }).click();
    await page.waitForURL(`${provider.issuer}/**`);
    await page.getByRole("button", { name: "Sign out" }).click();
    await page.waitForURL(`${here}/**`);
    await page.goto(`${here}/session`);
    expect(await session(page)).toMatchObject({ signedIn: false });
    await page.goto(`${here}/sign-in`);
    await page.getByLabel("Login").waitFor();
    await page.context().close();
  });
});
