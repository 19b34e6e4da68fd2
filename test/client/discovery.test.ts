import { AccessClient, type AccessClientSettings } from "../../src/client/access-client";
import { failure, question } from "./faulty-client";

/* Where the endpoints are, asked of the server; what is not to be believed is not used. */

const URL_ = "https://pdp.example/tenant";
const METADATA = "https://pdp.example/.well-known/authzen-configuration/tenant";
const endpoint = (path: string) => `https://pdp.example${path}`;
const GOOD = {
  policy_decision_point: URL_,
  access_evaluation_endpoint: endpoint("/tenant/decide"),
  access_evaluations_endpoint: endpoint("/tenant/decide-many"),
};

/** A fetch that serves these metadata, and permits whatever is asked; with the addresses that were called. */
function serving(metadata: unknown, status = 200) {
  const called: string[] = [];
  const request = (async (address: string) => {
    called.push(address);
    const body = address === METADATA ? metadata : { decision: true };
    return new Response(typeof body === "string" ? body : JSON.stringify(body), { status });
  }) as unknown as typeof fetch;
  const settings: AccessClientSettings = { url: URL_, token: "t", fetch: request, retry: { attempts: 1 } };
  return { called, discover: () => AccessClient.discover(settings) };
}

test("the endpoints are those that the metadata name", async () => {
  const { called, discover } = serving(GOOD);
  expect(await (await discover()).isAllowed(question("a"))).toBe(true);
  expect(called).toEqual([METADATA, GOOD.access_evaluation_endpoint]);
});

test.each([
  ["of another decision point", { ...GOOD, policy_decision_point: "https://other.example" }],
  ["with an endpoint elsewhere", { ...GOOD, search_subject_endpoint: "https://evil.example/x" }],
  ["with an endpoint without TLS", { ...GOOD, access_evaluation_endpoint: "http://pdp.example/x" }],
  ["without an endpoint", { policy_decision_point: URL_ }],
  ["that are no object", "[]x"],
])("metadata %s are not used", async (_what, metadata) => {
  const { called, discover } = serving(metadata);
  expect(await failure(discover())).toMatchObject({ name: "AccessFailure", kind: "malformed" });
  expect(called).toEqual([METADATA]);
});

test("a server that does not tell is a failure", async () => {
  expect(await failure(serving(GOOD, 404).discover())).toMatchObject({ kind: "refused", status: 404 });
  expect(await failure(serving(GOOD, 500).discover())).toMatchObject({ kind: "server", status: 500 });
});
