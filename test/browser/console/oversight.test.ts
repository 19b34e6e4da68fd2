import { describeInChromium } from "../support/chromium";
import { ConsoleHouse } from "../support/console";

jest.setTimeout(240_000);

const ALMA = "admin@demo.test";
const CARLA = "commitments-only@demo.test";

describeInChromium("keys, logs and reviews at the console, in a real browser", (executable) => {
  let house: ConsoleHouse;
  beforeAll(async () => {
    house = await ConsoleHouse.open(executable);
  }, 240_000);
  afterAll(() => house.close());

  test("a key is shown once, works, and is good for nothing once it is revoked", async () => {
    const reader = await house.as(ALMA, "/keys/demo");
    const { page } = reader;
    await page.getByText("No service has a key.").waitFor();
    await page.getByRole("button", { name: "Make a key" }).click();
    const dialog = page.getByRole("dialog", { name: "Make a key" });
    await dialog.getByLabel("What it is for").fill("Nightly report");
    await dialog.getByRole("button", { name: "Make it" }).click();
    const secret = dialog.getByLabel("The key");
    await secret.waitFor();
    const key = await secret.inputValue();
    expect(key).toMatch(/^lg_/);
    expect(await reader.barriers()).toEqual([]);
    await dialog.getByRole("button", { name: "I have kept it" }).click();
    await dialog.waitFor({ state: "detached" });
    await page.getByText("Nightly report").waitFor();
    expect(await page.content()).not.toContain(key);
    const asked = async () => {
      const query = `{ decision(input: { company: "demo", subject: "${CARLA}", action: SEND, feature: COMMITMENT }) { allowed } }`;
      const headers = { "content-type": "application/json", authorization: `Bearer ${key}` };
      const answer = await fetch(`${house.address}/graphql`, {
        method: "POST",
        headers,
        body: JSON.stringify({ query }),
      });
      return (await answer.json()) as object;
    };
    expect(await asked()).toMatchObject({ data: { decision: { allowed: true } } });
    await page.getByRole("button", { name: "Revoke: Nightly report" }).click();
    const sure = page.getByRole("dialog", { name: "Revoke the key “Nightly report”" });
    await sure.getByRole("button", { name: "Revoke" }).click();
    await page.getByText("Revoked", { exact: true }).waitFor();
    expect(await asked()).not.toMatchObject({ data: { decision: { allowed: true } } });
    expect(await reader.barriers()).toEqual([]);
    await reader.screenshot("keys");
    await reader.leave();
  });

  test("the audit trail is searched, and its proof checked", async () => {
    const reader = await house.as(ALMA, "/audit-trail/demo");
    const { page } = reader;
    const trail = page.getByRole("list", { name: "Audit trail" });
    await trail.getByText("grant.given").first().waitFor();
    await page.getByLabel("Action, such as grant.given").fill("grant.given");
    await page.getByRole("button", { name: "Search" }).click();
    await trail.getByText("member.added").first().waitFor({ state: "detached" });
    await trail.getByText("What was changed").first().click();
    await trail.getByRole("rowheader", { name: "feature" }).first().waitFor();
    await page.getByRole("button", { name: "Check it" }).click();
    await page.getByText(/entries are whole and in order/).waitFor();
    expect(await reader.barriers()).toEqual([]);
    await reader.screenshot("audit-trail");
    await reader.leave();
  });

  test("a review is opened, and what is signed is kept or ends", async () => {
    const reader = await house.as(ALMA, "/reviews/demo");
    const { page } = reader;
    await page.getByText("No review was opened yet.").waitFor();
    await page.getByRole("button", { name: "Open a review" }).click();
    const dialog = page.getByRole("dialog", { name: "Open a review" });
    await dialog.getByLabel("Name").fill("Year end");
    await dialog.getByLabel("To be signed off by").fill("2030-12-31");
    await dialog.getByLabel("Rights on").selectOption("COMMITMENT");
    await dialog.getByRole("button", { name: "Open it" }).click();
    await page.getByRole("link", { name: "Year end" }).click();
    const revoke = page.getByRole("button", { name: /^Revoke: Carla Singh, .*commitment/i }).first();
    await revoke.click();
    const why = page.getByRole("dialog", { name: "End what Carla Singh holds" });
    await why.getByLabel("Reason, which is signed along").fill("Moves to the site");
    expect(await reader.barriers()).toEqual([]);
    await why.getByRole("button", { name: "Revoke" }).click();
    await revoke.waitFor({ state: "detached" });
    await page.getByRole("button", { name: "Signed", exact: true }).click();
    await page.getByText("Moves to the site").waitFor();
    expect(await reader.barriers()).toEqual([]);
    await reader.screenshot("review");
    await reader.leave();
  });

  test("whoever may not look into them is not led there, and told why at the address", async () => {
    const reader = await house.as(CARLA, "/keys/demo");
    await reader.page.getByRole("heading", { name: "Not for you: API keys" }).waitFor();
    expect(await reader.page.getByRole("button", { name: "Make a key" }).count()).toBe(0);
    await reader.context.close();
  });
});
