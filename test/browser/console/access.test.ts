import { describeInChromium } from "../support/chromium";
import { ConsoleHouse } from "../support/console";

jest.setTimeout(240_000);

const ALMA = "admin@demo.test";
const CARLA = "commitments-only@demo.test";

describeInChromium("access at the console, in a real browser", (executable) => {
  let house: ConsoleHouse;
  beforeAll(async () => {
    house = await ConsoleHouse.open(executable);
  }, 240_000);
  afterAll(() => house.close());

  test("the administrator sees who may what, gives a right after seeing what it changes, and takes it back", async () => {
    const reader = await house.as(ALMA, "/people/demo");
    const { page } = reader;
    await page
      .getByRole("row", { name: /Carla Singh/ })
      .getByText("may not")
      .first()
      .waitFor({ state: "attached" });
    await page.getByRole("link", { name: "Carla Singh" }).click();
    await page.getByRole("button", { name: "Give a right" }).click();
    const dialog = page.getByRole("dialog", { name: "Give Carla Singh a right" });
    await dialog.getByLabel("Kind of record").selectOption("SUBCONTRACTOR_INVOICE");
    await dialog.getByLabel(/Up to this amount/).fill("10000");
    await dialog.getByText(/thing(s)? (is|are) gained/).waitFor();
    await dialog.getByText("Gains").first().waitFor();
    expect(await house.maySendInvoices(CARLA)).toEqual({ decision: { allowed: false } });
    expect(await reader.barriers()).toEqual([]);
    await reader.screenshot("grant");
    await dialog.getByRole("button", { name: "Give it" }).click();
    await dialog.waitFor({ state: "detached" });
    await page.getByText("up to $10,000.00", { exact: true }).waitFor();
    expect(await house.maySendInvoices(CARLA)).toEqual({ decision: { allowed: true } });
    expect(await reader.barriers()).toEqual([]);
    await reader.screenshot("person");
    await page.getByRole("button", { name: "Revoke: Subcontractor invoice" }).click();
    const why = page.getByRole("dialog", { name: "Revoke" });
    await why.getByLabel("Reason, kept in the audit trail").fill("Bruno is back");
    await why.getByRole("button", { name: "Revoke" }).click();
    await page.getByText("Bruno is back").waitFor();
    expect(await house.maySendInvoices(CARLA)).toEqual({ decision: { allowed: false } });
    await reader.leave();
  });

  test("an access list is looked at first, its faults by line, and changes nothing until it is accepted", async () => {
    const reader = await house.as(ALMA, "/access-list/demo");
    const { page } = reader;
    const file = (text: string) => ({ name: "list.csv", mimeType: "text/csv", buffer: Buffer.from(text) });
    const { data } = await house.server.ask(ALMA, `{ company(id: "demo") { members(first: 1) { totalCount } } }`);
    await page
      .getByLabel("Workbook (.xlsx) or CSV file")
      .setInputFiles(file("name,email,access\nNina,not-an-address,read-only\n"));
    await page.getByText(/wrong; nothing was changed/).waitFor();
    expect(await page.getByRole("button", { name: "Accept these changes" }).count()).toBe(0);
    expect(await reader.barriers()).toEqual([]);
    await reader.screenshot("access-list faults");
    await page.getByLabel("Workbook (.xlsx) or CSV file").setInputFiles("docs/examples/access-list-60.csv");
    await page.getByRole("button", { name: "Accept these changes" }).waitFor();
    await page.getByRole("rowheader", { name: /Aisha Bello/ }).waitFor();
    expect((await house.server.ask(ALMA, `{ company(id: "demo") { members(first: 1) { totalCount } } }`)).data).toEqual(
      data,
    );
    await reader.leave();
  });

  test("the specialist begins with who needs them first, and goes on from there", async () => {
    const reader = await house.as("specialist@vendor.test", "/");
    const { page } = reader;
    await page.getByRole("heading", { name: "Demo Builders" }).waitFor();
    await page.getByText(/The company’s turn, since/).waitFor();
    expect(await reader.barriers()).toEqual([]);
    await reader.screenshot("portfolio");
    await page.getByRole("link", { name: "Set-up Demo Builders" }).click();
    await page.getByRole("heading", { name: "Action items" }).waitFor();
    await page.getByRole("button", { name: /^Waive: Read the feature map/ }).waitFor();
    await reader.leave();
  });
});
