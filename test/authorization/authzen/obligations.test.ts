import { AuthzenPolicy } from "../../../src/authorization/authzen/authzen-policy";
import { SEED } from "../../support/house";
import { TestServer } from "../../support/server";
import { askerOf } from "./world";

/* The working group's Obligations Profile, a draft: told to those who say that they carry obligations out, by the policy itself. */

let server: TestServer;
let key: string;
beforeAll(async () => {
  server = await TestServer.start();
  const asked = { name: "PEP", companyIds: ["demo"], scopes: ["decisions:read"] };
  key = (await server.app.apiKey.create(SEED, asked)).key;
  await server.app.company.update(SEED, "demo", { twoPersonAbove: { minor: 100_000, currency: "USD" } });
  server.tampered = true;
}, 60_000);
afterAll(() => server.stop());

const ask = askerOf(() => ({ http: server.http, headers: { authorization: `Bearer ${key}` } }));
const properties = { company: "demo" };
const CARLA = { type: "user", id: "commitments-only@demo.test" };
const send = { subject: CARLA, action: { name: "send" } };
const permitted = { ...send, resource: { type: "feature", id: "commitment", properties } };
const large = {
  ...send,
  resource: {
    ...{ type: "commitment", id: "k-2" },
    properties: {
      ...{ ...properties, project: "P-100", state: "awaiting", submittedBy: "project-manager@demo.test" },
      amount: { value: "120000.00", currency: "USD" },
    },
  },
};
const supported = { obligations_supported: ["notification", "custom"] };

interface Told {
  readonly decision: boolean;
  readonly context?: { readonly obligations?: { id: string; type: string; properties: Record<string, unknown> }[] };
}
const evaluate = async (question: object) => (await ask("evaluation", question)).body as unknown as Told;

test("limits of a permission are obligations, with the condition that the policy judges by", async () => {
  const { decision, context } = await evaluate({ ...permitted, context: supported });
  expect(decision).toBe(true);
  const { obligations = [] } = context ?? {};
  expect(obligations).toContainEqual({
    id: expect.any(String) as string,
    type: "custom",
    properties: {
      ...{ vendor: "ledgergate", action: "keep_limit", code: "SECOND_APPROVAL_NEEDED" },
      message: expect.any(String) as string,
      condition: {
        kind: "any",
        of: [
          { kind: "at_most", fact: "amount", amount: { value: "1000.00", currency: "USD" } },
          expect.objectContaining({ kind: "all" }),
        ],
      },
    },
  });
  expect(new Set(obligations.map(({ id }) => id)).size).toBe(obligations.length);
});

test("a second approval is an obligation of who may give the first one", async () => {
  const { decision, context } = await evaluate({ ...large, context: supported });
  expect(decision).toBe(false);
  expect(context?.obligations).toEqual([
    { id: "obligation-1", type: "custom", properties: { vendor: "ledgergate", action: "second_approval" } },
  ]);
});

test("who does not say that they carry it out gets none of the profile's", async () => {
  for (const context of [undefined, {}, { obligations_supported: null }, { obligations_supported: ["step-up"] }]) {
    expect((await evaluate({ ...large, context })).context?.obligations).toEqual(["second_approval"]);
    expect((await evaluate({ ...permitted, context })).context?.obligations).toBeUndefined();
  }
  for (const wrong of ["custom", [7], {}])
    expect((await ask("evaluation", { ...large, context: { obligations_supported: wrong } })).status).toBe(400);
});

test("in a batch they are told also without reasons, and nothing else is", async () => {
  const { body } = await ask("evaluations", {
    context: supported,
    evaluations: [large, { ...permitted, context: {} }],
  });
  const [first, second] = body.evaluations as Told[];
  expect(Object.keys(first?.context ?? {})).toEqual(["obligations"]);
  expect(second).toEqual({ decision: true });
});

test("the metadata say so, beside the types of subjects", async () => {
  const { body } = await server.http.inject({ method: "GET", url: "/.well-known/authzen-configuration" });
  expect(JSON.parse(body)).toMatchObject({
    obligations_supported: ["custom"],
    ledgergate_subject_types: ["user", "service"],
  });
});

test("what is malformed about them is refused before anything is asked, so that no refusal is left to nobody", () => {
  const decide = jest.fn();
  const policy = new AuthzenPolicy({ decide } as never, {} as never);
  const asker = { caller: { kind: "anonymous" }, locale: "en", requestId: "r" } as const;
  const wrong = { ...permitted, context: { obligations_supported: "custom" } };
  expect(() => policy.evaluate(asker as never, wrong as never)).toThrow("obligations_supported");
  expect(decide).not.toHaveBeenCalled();
});
