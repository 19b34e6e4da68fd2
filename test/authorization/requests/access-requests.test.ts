import { ADMIN, BRUNO, forget, letterHouse, letters, told } from "../letters/letter-house";
import { person, SEED, type House } from "../../support/house";

const SECOND = "second@acme.test";
const GRANTER = { directoryLevel: "admin", canPushToAccounting: true } as const;
const SHOWN = `accessRequest { id version state refusedCode reason decidedBy agreedBy decisionReason lapsesAt
  asked { projectIds ceiling { value } validUntil } agreed { ceiling { value } validUntil }
  member { email } grant { ceiling { value } validUntil } } userErrors { code field message } decision { code }`;
const ASK = `mutation ($input: RequestAccessInput!) { answer: requestAccess(input: $input) { ${SHOWN} } }`;
const DECIDE = `mutation ($input: DecideAccessRequestInput!) { answer: decideAccessRequest(input: $input) { ${SHOWN} } }`;
const WITHDRAW = `mutation ($input: WithdrawAccessRequestInput!) { answer: withdrawAccessRequest(input: $input) { ${SHOWN} } }`;
const LIST = `query ($state: AccessRequestState) { company(id: "acme") {
  accessRequests(state: $state) { totalCount edges { node { state member { email } } } } } }`;

interface Shown {
  readonly id: string;
  readonly version: number;
  readonly state: string;
}
interface Answer {
  readonly accessRequest: Shown | null;
  readonly userErrors: readonly { readonly code: string; readonly field: readonly string[] | null }[];
}

let house: House;
beforeEach(async () => {
  house = await letterHouse();
  await house.services.member.add(SEED, "acme", { email: SECOND, name: "Second", ...GRANTER });
  await house.services.member.add(SEED, "acme", { email: "carla@acme.test", name: "Carla" });
  await forget(house);
});
afterEach(() => house.database.close());

async function mutate(email: string, source: string, input: object): Promise<Answer> {
  const { data, errors } = await house.ask(email, source, { input: { company: "acme", ...input } });
  if (errors) throw errors[0]!;
  return data!["answer"] as unknown as Answer;
}

const ceiling = (value: string) => ({ value, currency: "USD" });
const RIGHT = {
  ...{ feature: "COMMITMENT", ceiling: ceiling("10000.00"), validUntil: "2026-12-31" },
  reason: "Covers for Aline",
};

const ask = (email = BRUNO, more: object = {}) => mutate(email, ASK, { ...RIGHT, ...more });
async function asked(email = BRUNO, more: object = {}): Promise<Shown> {
  const { accessRequest, userErrors } = await ask(email, more);
  expect(userErrors).toEqual([]);
  return accessRequest!;
}
const decide = (email: string, { id, version }: Shown, more: object = { verdict: "GRANT" }) =>
  mutate(email, DECIDE, { request: id, expectedVersion: version, ...more });

test("goes to those who could give it, with what exactly, why and until when", async () => {
  expect(await asked()).toMatchObject({
    state: "PENDING",
    version: 1,
    refusedCode: expect.stringMatching(/^[A-Z_]+$/) as unknown,
    reason: "Covers for Aline",
    asked: {
      ceiling: { value: "10000.00" },
      projectIds: null,
      validUntil: expect.stringContaining("2027-01-01") as unknown,
    },
    member: { email: BRUNO },
    grant: null,
  });
  const written = await letters(house);
  expect(written.map(({ kind, toEmail }) => `${kind} ${toEmail}`).sort()).toEqual([
    `access_request ${ADMIN}`,
    `access_request ${SECOND}`,
  ]);
  expect((await told(house))[0]).toContain("Covers for Aline");
  expect((await house.trail("acme")).at(-1)).toMatchObject({ action: "access_request.made", actorName: "Bruno" });
  expect((await ask()).userErrors).toMatchObject([{ code: "ALREADY_EXISTS" }]);
});

test.each([
  ["without an end", { validUntil: null }, { code: "BAD_INPUT", field: ["input", "validUntil"] }],
  ["without a reason", { reason: " " }, { code: "BAD_INPUT", field: ["input", "reason"] }],
  ["for a project that is not there", { projects: ["P-9"] }, { code: "NOT_FOUND" }],
])("is refused %s", async (_what, more, error) => {
  expect((await ask(BRUNO, more)).userErrors).toMatchObject([error]);
  expect(await letters(house)).toEqual([]);
});

test("is granted as asked or smaller, never wider, and only as it was seen", async () => {
  const request = await asked();
  for (const [field, wider] of [
    ["ceiling", { ceiling: ceiling("10000.01") }],
    ["validUntil", { validUntil: "2027-02-01" }],
  ] as const)
    expect((await decide(ADMIN, request, { verdict: "GRANT", ...wider })).userErrors).toMatchObject([
      { code: "BAD_INPUT", field: ["input", field] },
    ]);
  expect(await decide(ADMIN, { ...request, version: 7 })).toMatchObject({
    accessRequest: { state: "PENDING", version: 1 },
    userErrors: [{ code: "STALE_EDIT" }],
  });
  await forget(house);
  const smaller = { ceiling: ceiling("5000.00"), validUntil: "2026-12-15" };
  expect(await decide(ADMIN, request, { verdict: "GRANT", ...smaller })).toMatchObject({
    accessRequest: { state: "GRANTED", decidedBy: "Admin of acme", grant: { ceiling: { value: "5000.00" } } },
    userErrors: [],
  });
  // What they have from now on is told with their rights.
  expect((await letters(house)).map(({ kind, toEmail }) => `${kind} ${toEmail}`)).toEqual([`rights_changed ${BRUNO}`]);
  const actions = (await house.trail("acme")).slice(-2).map(({ action }) => action);
  expect(actions).toEqual(["grant.given", "access_request.granted"]);
  expect((await decide(SECOND, { ...request, version: 2 })).userErrors).toMatchObject([{ code: "CONFLICT" }]);
});

test("is refused with a reason, which the asker reads", async () => {
  const request = await asked();
  expect((await decide(ADMIN, request, { verdict: "REFUSE" })).userErrors).toMatchObject([{ code: "BAD_INPUT" }]);
  await forget(house);
  expect(await decide(ADMIN, request, { verdict: "REFUSE", reason: "Aline is back" })).toMatchObject({
    accessRequest: { state: "REFUSED", decisionReason: "Aline is back", grant: null },
  });
  expect(await told(house)).toEqual([
    expect.stringMatching(new RegExp(`^access_request to ${BRUNO}.*Aline is back`, "s")),
  ]);
});

test("is decided by nobody for themselves, and by nobody who may not give rights", async () => {
  const own = await asked(SECOND);
  expect((await decide(SECOND, own)).userErrors).toMatchObject([{ code: "SELF_GRANT" }]);
  const of = await asked();
  for (const email of [BRUNO, "carla@acme.test"]) expect((await decide(email, of)).userErrors).toHaveLength(1);
  expect((await house.services.grantReading.byId(of.id)) ?? null).toBeNull();
  expect(await decide(ADMIN, own)).toMatchObject({ accessRequest: { state: "GRANTED" } });
});

test("takes two people above the amount of the two-person rule", async () => {
  await house.services.company.update(SEED, "acme", { twoPersonAbove: { minor: 500_000, currency: "USD" } });
  await house.services.member.add(SEED, "acme", { email: "third@acme.test", name: "Third", ...GRANTER });
  const request = await asked();
  const first = await decide(ADMIN, request, { verdict: "GRANT", ceiling: ceiling("8000.00") });
  expect(first).toMatchObject({
    accessRequest: { state: "AGREED", agreedBy: "Admin of acme", version: 2, grant: null },
  });
  expect((await decide(ADMIN, first.accessRequest!)).userErrors).toMatchObject([{ code: "CONFLICT" }]);
  const wider = { verdict: "GRANT", ceiling: ceiling("9000.00") };
  expect((await decide(SECOND, first.accessRequest!, wider)).userErrors).toMatchObject([{ code: "BAD_INPUT" }]);
  expect(await decide(SECOND, first.accessRequest!)).toMatchObject({
    accessRequest: { state: "GRANTED", decidedBy: "Second", grant: { ceiling: { value: "8000.00" } } },
  });
});

test("needs somebody else where the first who agreed could not give the right any more", async () => {
  await house.services.company.update(SEED, "acme", { twoPersonAbove: { minor: 500_000, currency: "USD" } });
  const first = await decide(SECOND, await asked());
  const { member } = house.services;
  await member.update(SEED, "acme", { member: SECOND, directoryLevel: "none" });
  expect(await decide(ADMIN, first.accessRequest!)).toMatchObject({
    accessRequest: { state: "AGREED", agreedBy: "Admin of acme", grant: null },
  });
});

test("lapses by itself, and is taken back by who asked alone", async () => {
  const request = await asked();
  const { id, version } = request;
  const own = { request: id, expectedVersion: version };
  expect((await mutate("carla@acme.test", WITHDRAW, own)).userErrors).toMatchObject([{ code: "NOT_FOUND" }]);
  expect(await mutate(BRUNO, WITHDRAW, own)).toMatchObject({ accessRequest: { state: "WITHDRAWN" } });
  const again = await asked();
  house.clock.set("2026-12-09T00:00:00.000Z");
  expect((await decide(ADMIN, again)).userErrors).toMatchObject([{ code: "CONFLICT" }]);
  const states = async (state: string | null) => (await house.ask(ADMIN, LIST, { state })).data!["company"];
  expect(await states("LAPSED")).toMatchObject({ accessRequests: { totalCount: 1 } });
  expect(await states("PENDING")).toMatchObject({ accessRequests: { totalCount: 0 } });
  expect(await states(null)).toMatchObject({ accessRequests: { totalCount: 2 } });
});

test("is seen by who may review rights, and by who asked", async () => {
  const { id } = await asked();
  const seen = async (email: string) => (await house.ask(email, LIST)).data!["company"];
  expect(await seen(BRUNO)).toMatchObject({ accessRequests: { totalCount: 1 } });
  expect(await seen(ADMIN)).toMatchObject({ accessRequests: { edges: [{ node: { member: { email: BRUNO } } }] } });
  expect(await seen("carla@acme.test")).toMatchObject({ accessRequests: { totalCount: 0 } });
  const { accessRequests } = house.services;
  expect(await accessRequests.byId(person("carla@acme.test"), id)).toBeNull();
  expect(await accessRequests.byId(person("admin@other.test"), id)).toBeNull();
});

test("tells each reader whether they may decide on it, and what its scope means in the company", async () => {
  await house.services.project.add(SEED, "acme", { code: "P-7", name: "Bridge" });
  await asked(BRUNO, { projects: ["P-7"] });
  await asked(SECOND);
  const query = `query ($mine: Boolean) { company(id: "acme") { accessRequests(mine: $mine) { edges { node {
    member { email } decision { allowed code } asked { lastDay projects { code name } } } } } } }`;
  const nodes = async (email: string, mine: boolean | null) => {
    const { data } = await house.ask(email, query, { mine });
    const { company } = data as unknown as { company: { accessRequests: { edges: readonly { node: object }[] } } };
    return company.accessRequests.edges.map(({ node }) => node);
  };
  const seen = await nodes(SECOND, null);
  expect(seen).toHaveLength(2);
  expect(seen).toEqual(
    expect.arrayContaining([
      {
        member: { email: BRUNO },
        decision: { allowed: true, code: "ALLOWED" },
        asked: { lastDay: "2026-12-31", projects: [{ code: "P-7", name: "Bridge" }] },
      },
      {
        member: { email: SECOND },
        decision: { allowed: false, code: "SELF_GRANT" },
        asked: { lastDay: "2026-12-31", projects: null },
      },
    ]),
  );
  expect(await nodes(SECOND, true)).toMatchObject([{ member: { email: SECOND } }]);
  expect(await nodes(BRUNO, true)).toMatchObject([{ member: { email: BRUNO }, decision: { allowed: false } }]);
  expect(await nodes(ADMIN, true)).toEqual([]);
});

test("is asked for by members only, where somebody could give it", async () => {
  expect((await ask("admin@other.test")).userErrors).toMatchObject([{ code: "NOT_FOUND" }]);
  await house.services.member.update(SEED, "acme", { member: SECOND, directoryLevel: "none" });
  expect((await ask(ADMIN)).userErrors).toMatchObject([{ code: "CONFLICT" }]);
});
