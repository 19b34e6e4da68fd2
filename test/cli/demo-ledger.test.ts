import { startSandboxDelivery } from "../../src/dev/demo/sandbox-delivery";
import type { RunningDelivery } from "../../src/records/delivery/delivery-loop";
import { TestServer } from "../support/server";

const ADMIN = "admin@demo.test";
const IMPORT = `mutation { importFromErp(input: { company: "demo" }) { results { feature outcome read staged imported reason } userErrors { code message } } }`;
const TOOL = `{ company(slug: "demo") { erpIntegration {
  read: records(direction: IMPORT, first: 20) { edges { node { number title state history { edges { node { event } } } } } }
  bills: records(search: "INV-1001", direction: EXPORT) { edges { node { paidState } } } } } }`;
const COMPARE = `mutation { reconcile(input: { company: "demo" }) { reconciliation { complete reason rows { totalCount } } } }`;

let server: TestServer;
let delivery: RunningDelivery;

beforeAll(async () => {
  server = await TestServer.start();
  delivery = await startSandboxDelivery(server.app, () => undefined);
}, 120_000);
afterAll(async () => {
  await delivery.stop();
  await server.stop();
});

/** The delivery that runs beside it may read the same ledger just then: whoever asks again is answered. */
async function answered(mutation: string): Promise<unknown> {
  let { data } = await server.ask(ADMIN, mutation);
  for (let tries = 0; tries < 50 && /PUT_OFF|allowance is in use/.test(JSON.stringify(data)); tries++) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    ({ data } = await server.ask(ADMIN, mutation));
  }
  return data;
}

test("the demo's two books agree: what waits to be imported is in the ledger, and nothing else is", async () => {
  const data = await answered(IMPORT);
  const complete = ["PROJECT", "VENDOR", "JOB_COST", "COMMITMENT_PAYMENT"].map((feature) => ({
    feature,
    outcome: "COMPLETE",
  }));
  expect(data).toMatchObject({ importFromErp: { results: complete, userErrors: [] } });
  const tool = JSON.parse(JSON.stringify((await server.ask(ADMIN, TOOL)).data)) as Tool;
  const read = tool.company.erpIntegration.read.edges.map(({ node }) => ({
    ...node,
    history: node.history.edges.map(({ node: { event } }) => event),
  }));
  // Each is told once, and what nobody has to accept has come.
  expect(read.sort((a, b) => a.title.localeCompare(b.title))).toEqual([
    { number: "Bright Painting", title: "Bright Painting", state: "STAGED", history: ["STAGE"] },
    { number: "Crane hire", title: "Crane hire", state: "SYNCED", history: ["STAGE", "IMPORT"] },
    // The bill's line is a cost of its job, as any approved bill's.
    { number: "INV-1001", title: "Harbour Bridge", state: "SYNCED", history: ["STAGE", "IMPORT"] },
    { number: "INV-1001", title: "Payment INV-1001", state: "SYNCED", history: ["STAGE", "IMPORT"] },
    { number: "Riverside Depot", title: "Riverside Depot", state: "STAGED", history: ["STAGE"] },
  ]);
  expect(tool.company.erpIntegration.bills.edges).toEqual([{ node: { paidState: "PAID" } }]);
  expect(await answered(COMPARE)).toEqual({
    reconcile: { reconciliation: { complete: true, reason: null, rows: { totalCount: 0 } } },
  });
});

test("the ledger's page shows the payment, and its bill paid", async () => {
  const page = await (await fetch(delivery.ledger!)).text();
  expect(page).toContain("Payments (1)");
  expect(page).toMatch(/INV-1001<\/a>.*PAID.*42,000\.00<\/td><td class="n">0\.00/u);
});

interface Tool {
  readonly company: {
    readonly erpIntegration: {
      readonly read: { readonly edges: readonly { readonly node: Read }[] };
      readonly bills: { readonly edges: readonly unknown[] };
    };
  };
}
interface Read {
  readonly number: string;
  readonly title: string;
  readonly state: string;
  readonly history: { readonly edges: readonly { readonly node: { readonly event: string } }[] };
}
