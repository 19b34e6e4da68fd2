import { describeInChromium } from "../support/chromium";
import { ConsoleHouse } from "../support/console";

jest.setTimeout(240_000);

const ADMIN = "admin@demo.test";
const BRUNO = "commitments-and-invoices@demo.test";
const TOOL = "/erp-integrations/demo";

describeInChromium("two people at once, in a real browser", (executable) => {
  let house: ConsoleHouse;
  beforeAll(async () => {
    house = await ConsoleHouse.open(executable);
  }, 240_000);
  afterAll(() => house.close());

  test("what one does is seen by the other without reloading, and without asking from time to time", async () => {
    const reader = await house.as(ADMIN, "/");
    const { page } = reader;
    await page.addInitScript("window.setInterval = () => 0");
    const listening = page.waitForResponse((answer) =>
      (answer.headers()["content-type"] ?? "").startsWith("text/event-stream"),
    );
    await page.goto(house.address + TOOL);
    await reader.row("PO-002").waitFor();
    await listening;
    const found = await house.server.ask(
      BRUNO,
      `{ company(id: "demo") { erpIntegration { records(search: "PO-002", first: 1) { edges { node { id version } } } } } }`,
    );
    const { company } = found.data as unknown as {
      company: { erpIntegration: { records: { edges: { node: { id: string; version: number } }[] } } };
    };
    const { id, version } = company.erpIntegration.records.edges[0]!.node;
    const input = { company: "demo", records: [{ record: id, expectedVersion: version }] };
    const sent = await house.server.ask(
      BRUNO,
      `mutation ($input: RecordsInput!) { sendRecords(input: $input) { results { outcome } } }`,
      { input },
    );
    expect(sent).toMatchObject({ data: { sendRecords: { results: [{ outcome: "SENT" }] } } });
    await reader.row("PO-002").waitFor({ state: "detached" });
    await reader.leave();
  });
});
