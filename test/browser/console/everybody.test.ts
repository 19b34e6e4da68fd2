import { describeInChromium } from "../support/chromium";
import { ConsoleHouse, type ReaderOptions } from "../support/console";

jest.setTimeout(240_000);

const ALMA = "admin@demo.test";
const LOOKS: readonly (readonly [string, ReaderOptions])[] = [
  ["light", {}],
  ["dark", { dark: true }],
  ["a telephone's width", { width: 375 }],
];
const SCREENS = [
  "/erp-integrations/demo",
  "/set-up/demo",
  "/deliveries/demo",
  "/people/demo",
  "/access-list/demo",
  "/requests/demo",
  "/explain/demo",
  "/reviews/demo",
  "/keys/demo",
  "/decisions/demo",
  "/audit-trail/demo",
];

describeInChromium("the console for everybody", (executable) => {
  let house: ConsoleHouse;
  beforeAll(async () => {
    house = await ConsoleHouse.open(executable);
  }, 240_000);
  afterAll(() => house.close());

  test.each(LOOKS)("axe finds nothing on any screen: %s", async (look, options) => {
    const stranger = await house.stranger("/", options);
    expect(await stranger.barriers()).toEqual([]);
    await stranger.screenshot(`sign-in ${look}`);
    await stranger.leave();
    const reader = await house.as(ALMA, SCREENS[0]!, options);
    for (const screen of SCREENS) {
      await reader.page.goto(house.address + screen);
      await reader.page.getByRole("main").getByRole("heading", { level: 1 }).waitFor();
      await reader.page.getByRole("status", { name: "Loading" }).waitFor({ state: "detached" });
      expect({ screen, found: await reader.barriers() }).toEqual({ screen, found: [] });
      const tooWide = "document.documentElement.scrollWidth > document.documentElement.clientWidth";
      expect({ screen, tooWide: await reader.page.evaluate(tooWide) }).toEqual({ screen, tooWide: false });
      await reader.screenshot(`${screen.split("/")[1]} ${look}`);
    }
    await reader.leave();
  });

  test("in French where the browser is, the server's texts too; another choice is kept in the account", async () => {
    const reader = await house.as("read-only@demo.test", "/erp-integrations/demo", { locale: "fr-FR" });
    const { page } = reader;
    await page.getByRole("heading", { name: "Intégrations ERP" }).waitFor();
    expect(await page.getAttribute("html", "lang")).toBe("fr");
    await reader
      .row("PO-002")
      .getByText(/12.500,50/)
      .waitFor();
    await reader.row("PO-002").getByText("PO-002").click();
    await page.getByText("Ce qui le lèverait").first().waitFor();
    await page
      .getByText(/Relever le niveau|outil Intégrations ERP/)
      .first()
      .waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "English" }).click();
    await page.getByRole("heading", { name: "ERP Integrations" }).waitFor();
    await reader.leave();
    const again = await house.as("read-only@demo.test", "/erp-integrations/demo", { locale: "fr-FR" });
    await again.page.getByRole("heading", { name: "ERP Integrations" }).waitFor();
    await again.leave();
  });

  test("another company's address is answered as one that does not exist", async () => {
    const reader = await house.as("admin@other.test", "/erp-integrations/demo");
    await reader.page.getByRole("heading", { name: "Nothing here" }).waitFor();
    await reader.page.goto(`${house.address}/erp-integrations/no-such-company`);
    await reader.page.getByRole("heading", { name: "Nothing here" }).waitFor();
    await reader.leave();
  });

  test("no token is in the page's reach, and markup in stored texts is text", async () => {
    const reader = await house.as(ALMA, "/erp-integrations/demo");
    const { page } = reader;
    const reach = await page.evaluate<string>(
      "JSON.stringify([document.cookie, { ...localStorage }, { ...sessionStorage }])",
    );
    expect(reach).not.toMatch(/eyJ|token/i);
    await page.getByRole("searchbox").fill("<img src=x onerror=alert(1)>");
    await page.getByText("Nothing matches “<img src=x onerror=alert(1)>”.").waitFor();
    await reader.leave();
  });

  test("signing out leads back to the sign-in", async () => {
    const reader = await house.as(ALMA, "/erp-integrations/demo");
    await reader.page.getByRole("banner").getByText("Alma Reyes").click();
    await reader.page.getByRole("button", { name: "Sign out" }).click();
    await reader.page.getByRole("heading", { name: "Sign in" }).waitFor();
    await reader.leave();
  });
});
