import { describeInChromium } from "../support/chromium";
import { ConsoleHouse } from "../support/console";

jest.setTimeout(240_000);

const ALMA = "admin@demo.test";
const CARLA = "commitments-only@demo.test";

describeInChromium("decisions explained at the console, in a real browser", (executable) => {
  let house: ConsoleHouse;
  beforeAll(async () => {
    house = await ConsoleHouse.open(executable);
  }, 240_000);
  afterAll(() => house.close());

  test("the gates in order, the right that carries it, and what a right that is not there would change", async () => {
    const reader = await house.as(ALMA, `/explain/demo?action=SEND&feature=COMMITMENT&subject=${CARLA}`);
    const { page } = reader;
    await page.getByText("Carla Singh may", { exact: true }).waitFor();
    await page.getByRole("heading", { name: "The right that carries it" }).waitFor();
    await page.getByRole("heading", { name: "Limits left" }).waitFor();
    await page.getByText("FEATURE_NOT_GRANTED").waitFor();
    expect(await reader.barriers()).toEqual([]);
    await reader.screenshot("explain");
    await page.getByLabel("Kind of record").selectOption("SUBCONTRACTOR_INVOICE");
    await page.getByRole("button", { name: "Search" }).click();
    await page.getByText("Carla Singh may not").waitFor();
    await page.getByRole("button", { name: "What if they held the right?" }).click();
    await page.getByText("Gains").first().waitFor();
    expect(await reader.barriers()).toEqual([]);
    await reader.leave();
  });

  test("as of a day before anybody had a right the answer is another", async () => {
    const question = `action=SEND&feature=COMMITMENT&subject=${CARLA}&at=2020-01-01T09:30`;
    const reader = await house.as(ALMA, `/explain/demo?${question}`);
    await reader.page
      .getByText(/may not/)
      .first()
      .waitFor();
    await reader.page.getByText(/As of Jan 1, 2020/).waitFor();
    await reader.leave();
  });

  test("is one step from where one was refused", async () => {
    const reader = await house.as(CARLA, "/erp-integrations/demo");
    await reader.row("INV-1002").getByText("INV-1002").click();
    const drawer = reader.page.getByRole("dialog", { name: "INV-1002" });
    await drawer.getByRole("link", { name: "Ask as of another day" }).first().click();
    await reader.page.getByText("Carla Singh may not").waitFor();
    expect(await reader.page.getByLabel("Record, by number or id").inputValue()).toBe("INV-1002");
    await reader.leave();
  });
});
