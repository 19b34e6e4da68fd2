import path from "node:path";
import type { Browser, Page } from "playwright-core";
import { Bridge } from "../platform/support/bridge";
import { describeInChromium } from "./support/chromium";
import { launch } from "./support/graphiql";

jest.setTimeout(240_000);

describeInChromium("the sandbox platform's page, used as the README has it", (executable) => {
  let bridge: Bridge;
  let browser: Browser;

  beforeAll(async () => {
    bridge = await Bridge.start();
    browser = await launch(executable);
  }, 240_000);
  afterAll(async () => {
    await browser.close();
    await bridge.stop();
  });

  test("an invoice is sent, refused with the reason, and arrives once the right is given", async () => {
    const page = await (await browser.newContext({ viewport: { width: 1280, height: 900 } })).newPage();
    const invoice = page.locator("#requisition-901");
    await page.goto(bridge.platform.address);
    await invoice.getByText("Send to ERP").click();
    await see(page, "#requisition-901 .waiting", "waiting, locked");
    await page.getByText("Carla Singh").click();
    await invoice.getByText("Export").click();
    await bridge.settle();
    // The page looks again by itself.
    await see(page, "#requisition-901 .given_back", "given back");
    const given = await invoice.innerText();
    expect(given).toContain("[FEATURE_NOT_GRANTED]");
    expect(given).toContain("Alma Reyes <admin@demo.test>");
    await shot(page, "platform-refused.png");

    const grant = `mutation { grantFeatureAccess(input: {company: "demo", member: "commitments-only@demo.test", feature: SUBCONTRACTOR_INVOICE, reason: "November"}) { userErrors { code } } }`;
    expect(JSON.stringify(await bridge.server.ask("admin@demo.test", grant))).toContain('"userErrors":[]');
    await invoice.getByText("Send to ERP").click();
    await invoice.getByText("Export").click();
    await bridge.settle();
    await see(page, "#requisition-901 .synced", "synced, locked");
    await shot(page, "platform-synced.png");
    expect(await invoice.innerText()).not.toContain("Send to ERP");
    await page.goto(bridge.ledger.address);
    expect(await page.innerText("body")).toContain("INV-2001");
  });
});

async function see(page: Page, selector: string, text: string): Promise<void> {
  await page.locator(selector).getByText(text).waitFor({ timeout: 60_000 });
}

async function shot(page: Page, name: string): Promise<void> {
  const folder = process.env["SCREENSHOTS"];
  if (folder) await page.screenshot({ path: path.join(folder, name), fullPage: true });
}
