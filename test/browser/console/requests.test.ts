import { describeInChromium } from "../support/chromium";
import { ConsoleHouse } from "../support/console";

jest.setTimeout(240_000);

const ALMA = "admin@demo.test";
const CARLA = "commitments-only@demo.test";
const DMITRI = "read-only@demo.test";
const TOOL = "/erp-integrations/demo";

describeInChromium("asking for a right at the console, in a real browser", (executable) => {
  let house: ConsoleHouse;
  beforeAll(async () => {
    house = await ConsoleHouse.open(executable);
  }, 240_000);
  afterAll(() => house.close());

  const ask = async (email: string, feature: string) => {
    const input = `{ company: "demo", feature: ${feature}, validUntil: "2030-01-31", reason: "Covers for Bruno" }`;
    const answer = await house.server.ask(
      email,
      `mutation { requestAccess(input: ${input}) { userErrors { message } } }`,
    );
    expect(answer).toMatchObject({ data: { requestAccess: { userErrors: [] } } });
  };

  test("from where one was refused, filled in; granted smaller by who can give it, after seeing what it changes", async () => {
    const carla = await house.as(CARLA, TOOL);
    await carla.row("INV-1002").getByText("INV-1002").click();
    const drawer = carla.page.getByRole("dialog", { name: "INV-1002" });
    await drawer.getByRole("button", { name: "Ask for it" }).first().click();
    const dialog = carla.page.getByRole("dialog", { name: "Ask for a right" });
    await dialog.getByLabel("Kind of record").waitFor();
    expect(await dialog.getByLabel("Kind of record").inputValue()).toBe("SUBCONTRACTOR_INVOICE");
    expect(await dialog.getByLabel(/Up to this amount/).inputValue()).toMatch(/^\d+\.\d\d$/);
    expect(await dialog.getByLabel("Last day").inputValue()).toMatch(/^\d{4}-\d\d-\d\d$/);
    await dialog.getByLabel("Why, for those who decide").fill("Bruno is away");
    await dialog.getByLabel(/Up to this amount/).fill("9000");
    expect(await carla.barriers()).toEqual([]);
    await carla.screenshot("ask");
    await dialog.getByRole("button", { name: "Ask for it" }).click();
    await drawer.getByText("Those who can give it have been told").waitFor();
    await drawer.getByRole("link", { name: "See your requests" }).click();
    await carla.page.getByRole("region", { name: "Yours" }).getByText("Bruno is away").waitFor();
    expect(await carla.barriers()).toEqual([]);

    const alma = await house.as(ALMA, "/requests/demo");
    await alma.page.getByRole("button", { name: "Decide on Carla Singh: Subcontractor invoice" }).click();
    const decide = alma.page.getByRole("dialog", { name: "What Carla Singh asks for" });
    await decide.getByText("Gains").first().waitFor();
    await decide.getByRole("button", { name: "Grant as asked" }).waitFor();
    expect(await decide.getByRole("button", { name: "Refuse" }).isDisabled()).toBe(true);
    await decide.getByLabel(/Up to this amount/).fill("5000");
    expect(await alma.barriers()).toEqual([]);
    await alma.screenshot("decide");
    await decide.getByRole("button", { name: "Grant less" }).click();
    await decide.waitFor({ state: "detached" });
    await alma.page.getByText("No colleague waits for a decision.").waitFor();
    await alma.leave();
    expect(await house.maySendInvoices(CARLA)).toEqual({ decision: { allowed: true } });

    await carla.page.reload();
    const own = carla.page.getByRole("region", { name: "Yours" });
    await own.getByText("Granted", { exact: true }).waitFor();
    await own.getByText(/up to \$5,000\.00/).waitFor();
    await carla.leave();
  });

  test("is refused with a reason, which the asker reads; nobody decides on their own; it can be taken back", async () => {
    await ask(CARLA, "COMMITMENT_CHANGE_ORDER");
    const carla = await house.as(CARLA, "/requests/demo", { locale: "fr-FR" });
    await carla.page.getByRole("heading", { name: "Demandes de droits" }).waitFor();
    await carla.page.getByText("Aucun collègue n’attend de décision.").waitFor();
    expect(await carla.page.getByRole("button", { name: /Décider/ }).count()).toBe(0);
    const alma = await house.as(ALMA, "/requests/demo");
    await alma.page.getByRole("button", { name: "Decide on Carla Singh: Commitment change order" }).click();
    const decide = alma.page.getByRole("dialog", { name: "What Carla Singh asks for" });
    await decide.getByLabel("Reason, for whoever asked").fill("Bruno is back on Monday");
    await decide.getByRole("button", { name: "Refuse" }).click();
    await decide.waitFor({ state: "detached" });
    await alma.leave();
    await carla.page.reload();
    await carla.page.getByText("Bruno is back on Monday").waitFor();
    await ask(CARLA, "COMMITMENT_CHANGE_ORDER");
    await carla.page.reload();
    await carla.page.getByRole("button", { name: /^Retirer/ }).click();
    await carla.page.getByText("Retiré", { exact: true }).waitFor();
    await carla.leave();
  });

  test("who would need more than a right is told what besides", async () => {
    const reader = await house.as(DMITRI, TOOL);
    await reader.row("PO-002").getByText("PO-002").click();
    const drawer = reader.page.getByRole("dialog", { name: "PO-002" });
    await drawer.getByRole("button", { name: "Ask for it" }).first().click();
    const dialog = reader.page.getByRole("dialog", { name: "Ask for a right" });
    await dialog.getByText("A right alone is not enough.").waitFor();
    await dialog.getByText("Raise the level on the ERP Integrations tool to Standard.").waitFor();
    await reader.page.keyboard.press("Escape");
    await dialog.waitFor({ state: "detached" });
    await drawer.waitFor();
    await reader.leave();
  });
});
