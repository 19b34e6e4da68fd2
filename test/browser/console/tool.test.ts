import { describeInChromium } from "../support/chromium";
import { ConsoleHouse } from "../support/console";

jest.setTimeout(240_000);

const BRUNO = "commitments-and-invoices@demo.test";
const CARLA = "commitments-only@demo.test";
const DMITRI = "read-only@demo.test";
const TOOL = "/erp-integrations/demo";

describeInChromium("the tool at the console, in a real browser", (executable) => {
  let house: ConsoleHouse;
  beforeAll(async () => {
    house = await ConsoleHouse.open(executable);
  }, 240_000);
  afterAll(() => house.close());

  const versionOf = async (number: string) => {
    const query = `{ company(id: "demo") { erpIntegration { records(search: "${number}", first: 1) { edges { node { id version state rejectReason } } } } } }`;
    const { data } = await house.server.ask(BRUNO, query);
    const answer = data as unknown as { company: { erpIntegration: { records: { edges: { node: SeenRecord }[] } } } };
    return answer.company.erpIntegration.records.edges[0]!.node;
  };
  interface SeenRecord {
    readonly id: string;
    readonly version: number;
    readonly state: string;
    readonly rejectReason: string | null;
  }

  test("the read-only user is told before they press anything why not, what would lift it, and who can", async () => {
    const reader = await house.as(DMITRI, TOOL);
    const { page } = reader;
    await reader.row("PO-002").getByText("Your level on the tool is too low").waitFor();
    await reader.row("PO-002").getByText("PO-002").click();
    const drawer = page.getByRole("dialog", { name: "PO-002" });
    await drawer.getByRole("heading", { name: "Not for you: Send" }).waitFor();
    await drawer.getByText("Raise the level on the ERP Integrations tool to Standard.").first().waitFor();
    expect(await drawer.getByRole("link", { name: "Alma Reyes" }).first().getAttribute("href")).toBe(
      "mailto:admin@demo.test",
    );
    expect(await drawer.getByRole("button", { name: "Send" }).count()).toBe(0);
    expect(await reader.barriers()).toEqual([]);
    await reader.screenshot("why-not");
    await page.keyboard.press("Escape");
    await drawer.waitFor({ state: "detached" });
    await reader.choose("PO-002");
    expect(await page.getByRole("button", { name: "Send", exact: true }).isDisabled()).toBe(true);
    await reader.leave();
  });

  /** Elena takes PO-002 back, and offers it anew under another title. */
  const retitled = async (title: string) => {
    const { id, version } = await versionOf("PO-002");
    const item = `{ project: "P-100", kind: PURCHASE_ORDER, number: "PO-002", title: "${title}", vendor: "V-200", date: "2026-10-05", status: APPROVED, lines: [{ number: "1", costCode: "03-300", amount: "12900.00" }] }`;
    const elena = (mutation: string) => house.server.ask("project-manager@demo.test", `mutation { ${mutation} }`);
    const back = await elena(
      `retrieveRecord(input: { company: "demo", record: "${id}", expectedVersion: ${version} }) { userErrors { message } }`,
    );
    expect(back).toMatchObject({ data: { retrieveRecord: { userErrors: [] } } });
    const changed = await elena(
      `submitRecord(input: { company: "demo", commitment: ${item} }) { userErrors { message } }`,
    );
    expect(changed).toMatchObject({ data: { submitRecord: { userErrors: [] } } });
  };

  test("what changed while it was open is not sent until somebody has looked at it again", async () => {
    const reader = await house.as(CARLA, TOOL);
    const { page } = reader;
    await reader.row("PO-002").getByText("PO-002").click();
    const drawer = page.getByRole("dialog", { name: "PO-002" });
    await drawer.getByRole("button", { name: "Send", exact: true }).waitFor();
    await retitled("Concrete for the piers");
    await drawer.getByText("It has changed since you opened it.").waitFor();
    await drawer.getByRole("button", { name: "Send", exact: true }).click();
    await page.getByText("Elena Novak has changed it since you looked").waitFor();
    expect(await versionOf("PO-002")).toMatchObject({ state: "AWAITING" });
    await drawer.getByRole("button", { name: "I have looked at it as it is now" }).click();
    await drawer.getByText("It has changed since you opened it.").waitFor({ state: "detached" });
    expect(await reader.barriers()).toEqual([]);
    await reader.leave();
  });

  test("what a colleague changed meanwhile is shown as a difference, and nothing is sent", async () => {
    const reader = await house.as(CARLA, TOOL);
    const { page } = reader;
    await reader.row("PO-002").getByText("You may send it").waitFor();
    await reader.choose("PO-002");
    const { id, version } = await versionOf("PO-002");
    await retitled("Concrete for the piers and the deck");
    await reader.row("PO-002").getByText("Changed since you chose it").waitFor();
    await page.getByText("1 has changed since you chose").waitFor();
    await page.getByRole("button", { name: "Send 1" }).click();
    await page.getByText("Elena Novak has changed it since you looked").waitFor();
    await page.getByText("Concrete for the piers and the deck").first().waitFor();
    expect(await versionOf("PO-002")).toMatchObject({ id, state: "AWAITING" });
    expect((await versionOf("PO-002")).version).toBeGreaterThan(version);
    await reader.screenshot("changed-meanwhile");
    await reader.leave();
  });

  test("the approver clears a morning's queue, one invoice refused", async () => {
    const reader = await house.as(BRUNO, "/");
    const { page } = reader;
    await page.getByLabel("Only what I may send").check();
    await reader.row("INV-1003").waitFor({ state: "detached" });
    await reader.choose("INV-1002");
    await page.getByRole("button", { name: "Reject 1" }).click();
    const dialog = page.getByRole("dialog", { name: "Reject 1 record" });
    await dialog.getByLabel("Reason, for whoever submitted it").fill("The hours of October are missing");
    expect(await reader.barriers()).toEqual([]);
    await dialog.getByRole("button", { name: "Reject" }).click();
    await page.getByText("1 of 1 rejected").waitFor();
    await reader.row("INV-1002").waitFor({ state: "detached" });
    await reader.choose("May I send it");
    await page.getByRole("button", { name: /^Send \d/ }).click();
    await page.getByText(/1 of 1 sent/).waitFor();
    await page.getByText("Nothing waits for you to send.").waitFor();
    await reader.screenshot("cleared");
    expect(await versionOf("INV-1002")).toMatchObject({ rejectReason: "The hours of October are missing" });
    expect(await versionOf("PO-002")).toMatchObject({ state: "EXPORTING" });
    await page.getByLabel("Only what I may send").uncheck();
    await page.getByRole("link", { name: /In progress 1/ }).click();
    await reader.row("PO-002").getByText("On its way").waitFor();
    expect(new URL(page.url()).search).toContain("IN_PROGRESS");
    await reader.leave();
  });

  test("by keyboard alone: choose, look, go back", async () => {
    const reader = await house.as(CARLA, TOOL);
    const { page } = reader;
    await reader.row("SC-003").waitFor();
    await page.getByRole("searchbox").focus();
    await page.keyboard.press("Tab");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Space");
    await page.getByRole("region", { name: "Chosen records" }).waitFor();
    await page.keyboard.press("Shift+ArrowDown");
    await page.getByText("2 chosen").waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("region", { name: "Chosen records" }).waitFor({ state: "detached" });
    await page.keyboard.press("Enter");
    const drawer = page.getByRole("dialog");
    await drawer.waitFor();
    await page.keyboard.press("Escape");
    await drawer.waitFor({ state: "detached" });
    expect(await page.evaluate("document.activeElement.closest('[role=row]') !== null")).toBe(true);
    await reader.leave();
  });
});
