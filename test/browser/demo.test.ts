import path from "node:path";
import type { Browser } from "playwright-core";
import { DEMO_PEOPLE } from "../../src/dev/demo/demo-people";
import { TestServer } from "../support/server";
import { describeInChromium } from "./support/chromium";
import { Graphiql, launch } from "./support/graphiql";

jest.setTimeout(240_000);

const titleOf = (email: string) => DEMO_PEOPLE.find((person) => person.email === email)!.title;

describeInChromium("the demo, explored in a real browser", (executable) => {
  let server: TestServer;
  let browser: Browser;
  let address: string;

  beforeAll(async () => {
    server = await TestServer.start();
    address = await server.http.listen({ port: 0, host: "127.0.0.1" });
    browser = await launch(executable);
  }, 240_000);
  afterAll(async () => {
    await browser.close();
    await server.stop();
  });

  test("the first tab answers each person, with the reason", async () => {
    const graphiql = await Graphiql.open(browser, address);
    await graphiql.askAs(titleOf("commitments-only@demo.test"));
    expect((await graphiql.run()).body).toMatchObject({
      data: { commitments: { allowed: true }, invoices: { allowed: false, code: "FEATURE_NOT_GRANTED" } },
    });
    await graphiql.see('"code":"FEATURE_NOT_GRANTED"');
    await graphiql.askAs(titleOf("commitments-and-invoices@demo.test"));
    await graphiql.run();
    await graphiql.see('"allowed":true');
    await graphiql.askAs(titleOf("read-only@demo.test"));
    expect((await graphiql.run()).body).toMatchObject({ data: { commitments: { code: "TOOL_LEVEL_TOO_LOW" } } });
    await graphiql.see('"code":"TOOL_LEVEL_TOO_LOW"');
    const folder = process.env["SCREENSHOTS"];
    if (folder) await graphiql.page.screenshot({ path: path.join(folder, "demo.png") });
    expect(graphiql.requested.filter((url) => !url.startsWith(address) && !url.startsWith("data:"))).toEqual([]);
    expect(graphiql.complaints).toEqual([]);
  });
});
