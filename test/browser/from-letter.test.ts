import type { Browser } from "playwright-core";
import { BOOKS, CONTACT, LetterHouse } from "../support/letter-house";
import { describeInChromium } from "./support/chromium";
import { Reader } from "./support/console";
import { launch } from "./support/graphiql";

jest.setTimeout(240_000);

const TELEPHONE = 390;

describeInChromium("the page that a letter leads to, on a telephone", (executable) => {
  let house: LetterHouse;
  let browser: Browser;
  let address: string;

  beforeAll(async () => {
    house = await LetterHouse.start();
    address = await house.server.http.listen({ port: 0, host: "127.0.0.1" });
    await house.propose(["2026-12-01T10:00", "2026-12-02T14:00"]);
    await house.welcome();
    browser = await launch(executable);
  }, 240_000);
  afterAll(async () => {
    await browser.close();
    await house.server.stop();
  });

  test.each([false, true])("answered by thumb, without script; axe finds nothing (dark: %s)", async (dark) => {
    for (const email of [BOOKS, CONTACT]) {
      const reader = await Reader.open(browser, address, { width: TELEPHONE, dark });
      const { page } = reader;
      await page.goto(address + (await house.link(email)));
      expect(page.url()).toBe(`${address}/from-letter`);
      expect(await reader.barriers()).toEqual([]);
      const tooWide = "document.documentElement.scrollWidth > document.documentElement.clientWidth";
      expect(await page.evaluate(tooWide)).toBe(false);
      const answers = page.getByRole("button", { name: dark ? "I cannot come" : "I can come", exact: true });
      await answers.first().click();
      await page
        .getByRole("status")
        .getByText(`you ${dark ? "cannot" : "can"} come then`)
        .waitFor();
      expect(await reader.barriers()).toEqual([]);
      await reader.screenshot(`from-letter ${email} ${dark ? "dark" : "light"}`);
      await reader.leave();
    }
  });

  test("the contact hears on the page why a time cannot be, and chooses one by keyboard", async () => {
    const books = await house.follow(BOOKS);
    const [, second] = await house.slots();
    await books.press("/call", { slot: second!.id, act: "can" });
    const reader = await Reader.open(browser, address, { width: TELEPHONE });
    const { page } = reader;
    await page.goto(address + (await house.link(CONTACT)));
    await page.getByLabel("Time 1").fill("2026-12-06T10:00");
    await page.getByRole("button", { name: "Send these times" }).click();
    await page.getByRole("alert").waitFor();
    expect(await reader.barriers()).toEqual([]);
    await page.getByRole("button", { name: "Choose this time" }).nth(1).focus();
    await page.keyboard.press("Enter");
    await page.getByText("It is agreed: Wednesday 2 December 2026, 14:00 (Europe/Paris).").waitFor();
    expect(await reader.barriers()).toEqual([]);
    await reader.context.close();
  });
});
