import { DEMO_PLATFORM_COMPANY as COMPANY } from "../../src/dev/platform/tool/world-parts";
import { PLATFORM_USERS } from "../../src/dev/platform/tool/world";
import { SANDBOX_CREDENTIALS } from "../../src/dev/platform/platform-parts";
import { objectOf, textOf } from "../../src/dev/platform/platform-store";
import { MailMessageEntity } from "../../src/infra/mail/mail-message.entity";
import { PlatformEventEntity } from "../../src/platform/inbox/platform-event.entity";
import { PlatformConnectionEntity } from "../../src/platform/connect/platform-connection.entity";
import { Bridge } from "./support/bridge";

let bridge: Bridge;

beforeEach(async () => {
  bridge = await Bridge.start();
});
afterEach(() => bridge.stop());

const ADMIN = "admin@demo.test";
const PLATFORM =
  "platform { state problems { code message } deciding version openRequests failedRequests lastEventAt }";

const mutation = (name: string, fields: string) => `mutation { ${name}(input: {company: "demo", ${fields}})
  { userErrors { code message field } decision { code } ${PLATFORM} } }`;

async function change(name: string, fields: string, email = ADMIN) {
  const answer = await bridge.server.ask(email, mutation(name, fields));
  if (answer.errors) throw new Error(JSON.stringify(answer.errors));
  return (answer.data as unknown as Record<string, Changed>)[name]!;
}

interface Changed {
  readonly userErrors: readonly { readonly code: string; readonly message: string; readonly field: string[] | null }[];
  readonly platform: Shown | null;
}
interface Shown {
  readonly state: string;
  readonly problems: readonly { readonly code: string; readonly message: string }[];
  readonly version: number;
  readonly deciding: string;
}

const row = () => bridge.app.database.read().findOneByOrFail(PlatformConnectionEntity, {});
const connect = (fields: object) => {
  const given = { platformCompanyId: String(COMPANY), ...SANDBOX_CREDENTIALS, ...fields };
  const text = Object.entries(given).map(([name, value]) => `${name}: ${JSON.stringify(value)}`);
  return change("connectPlatform", [...text, "deciding: THERE"].join(", ").replace(/"(\d+)V"/, "$1"));
};

/** The hook over there, and what it sends as its authorization. */
function hook() {
  const [found] = bridge.platform.store.list("hook", COMPANY);
  return { id: found?.id ?? 0, secret: textOf(objectOf(found?.body["destination_headers"])["Authorization"]) };
}

let eventId = 0;

async function send(authorization: string, more: object = {}): Promise<number> {
  const payload = {
    ...{ id: (eventId += 1), ulid: `01K0000000000000000000000${eventId}`, timestamp: "2026-11-30T10:00:00Z" },
    ...{ user_id: 1, company_id: COMPANY, project_id: null, api_version: "v2", event_type: "update" },
    ...{ resource_name: "Company Vendors", resource_id: 401, ...more },
  };
  const headers = { authorization };
  return (await bridge.server.http.inject({ method: "POST", url: "/webhooks/platform", headers, payload })).statusCode;
}

test("a company is connected: the ERP connection, the hook and its triggers are made over there", async () => {
  const { store } = bridge.platform;
  const metadata = JSON.stringify(store.list("erp_connection", COMPANY)[0]?.body);
  for (const part of ["vendors", "commitments", "requisitions", "max_length"]) expect(metadata).toContain(part);
  expect(store.list("hook", COMPANY)).toHaveLength(1);
  const triggers = store
    .under("trigger", hook().id)
    .map(({ body }) => `${textOf(body["resource_name"])} ${textOf(body["event_type"])}`);
  expect(triggers).toEqual(expect.arrayContaining(["ERP Requests create", "Company Users update", "Projects delete"]));
  const kept = JSON.stringify(await row());
  expect(kept).not.toContain(SANDBOX_CREDENTIALS.clientSecret);
  expect(kept).not.toContain(hook().secret.replace("Bearer ", ""));
  const shown = await bridge.server.ask("read-only@demo.test", `{ company(id: "demo") { ${PLATFORM} } }`);
  expect(shown).toMatchObject({
    data: { company: { platform: { state: "CONNECTED", problems: [], deciding: "THERE" } } },
  });
});

test("whoever may not configure the company connects nothing, and credentials that are refused are not kept", async () => {
  const { version } = await row();
  const refused = await change(
    "setPlatformDeciding",
    `deciding: HERE, expectedVersion: ${version}`,
    "read-only@demo.test",
  );
  expect(refused).toMatchObject({
    platform: null,
    userErrors: [{ code: expect.stringMatching(/LEVEL|DENIED|ADMIN/) as string }],
  });
  const wrong = await connect({ clientSecret: "wrong", expectedVersion: `${version}V` });
  expect(wrong.userErrors).toMatchObject([{ code: "BAD_INPUT", field: ["input", "clientSecret"] }]);
  expect((await row()).version).toBe(version);
  const elsewhere = await connect({ platformCompanyId: "77", expectedVersion: `${version}V` });
  expect(elsewhere.userErrors).toMatchObject([
    { code: "BAD_INPUT", message: expect.stringContaining(String(COMPANY)) as string },
  ]);
  const other = mutation("connectPlatform", "").replace(
    '"demo", ',
    `"other", platformCompanyId: "${COMPANY}", clientId: "${SANDBOX_CREDENTIALS.clientId}", clientSecret: "${SANDBOX_CREDENTIALS.clientSecret}", deciding: HERE, expectedVersion: 0`,
  );
  const taken = await bridge.server.ask("admin@other.test", other);
  expect(taken).toMatchObject({ data: { connectPlatform: { userErrors: [{ code: "ALREADY_EXISTS" }] } } });
});

test("a change of what somebody else has changed is refused, and shown as it is now", async () => {
  const { version } = await row();
  expect((await change("setPlatformDeciding", `deciding: HERE, expectedVersion: ${version}`)).platform?.deciding).toBe(
    "HERE",
  );
  const stale = await change("setPlatformDeciding", `deciding: THERE, expectedVersion: ${version}`);
  expect(stale).toMatchObject({
    userErrors: [{ code: "STALE_EDIT" }],
    platform: { deciding: "HERE", version: version + 1 },
  });
});

test("events carry the company's secret, and none is lost while it is changed", async () => {
  const before = hook().secret;
  expect([await send("Bearer guessed"), await send(""), await send(before)]).toEqual([401, 401, 204]);
  const { version } = await row();
  await change("rotatePlatformEventSecret", `expectedVersion: ${version}`);
  const after = hook().secret;
  expect(after).not.toBe(before);
  expect([await send(before), await send(after)]).toEqual([204, 204]);
  const { database } = bridge.app;
  await database.write((manager) =>
    manager.update(PlatformConnectionEntity, { deciding: "there" }, { formerSecretUntil: "2026-01-01T00:00:00.000Z" }),
  );
  expect([await send(before), await send(after)]).toEqual([401, 204]);
  expect(await database.read().countBy(PlatformEventEntity, { resource: "Company Vendors" })).toBe(4);
});

test("what is taken away over there is noticed, told, and waits; what is given back goes on by itself", async () => {
  const { app, platform } = bridge;
  const letters = async () => (await app.database.read().findBy(MailMessageEntity, { kind: "platform_lost" })).length;
  platform.store.drop("hook", hook().id);
  await app.platform.setUp.checkAll();
  expect(await row()).toMatchObject({ state: "incomplete", problems: ["HOOK_MISSING"] });
  expect(await letters()).toBeGreaterThan(0);
  expect((await change("checkPlatform", "")).platform).toMatchObject({ state: "CONNECTED", problems: [] });

  platform.tool.send("commitment", 702);
  platform.tool.export(PLATFORM_USERS.commitmentsOnly, "commitment", [702]);
  await platform.events.settled();
  const company = platform.store.get("company", COMPANY)!;
  platform.store.put("company", { ...company, body: { ...company.body, app_connected: false } });
  await bridge.settle();
  const lost = await row();
  expect(lost).toMatchObject({ state: "lost", problems: ["APP_NOT_CONNECTED"] });
  const shown = await bridge.server.ask(ADMIN, `{ company(id: "demo") { ${PLATFORM} } }`);
  expect(shown).toMatchObject({ data: { company: { platform: { state: "LOST", openRequests: 1 } } } });

  platform.store.put("company", company);
  await app.platform.setUp.checkAll();
  await bridge.settle();
  expect((await row()).state).toBe("connected");
  expect(platform.store.list("detail", COMPANY).map(({ body }) => body["status"])).toEqual(["success"]);
});

test("a connection that is given up leaves nothing over there, takes no event, and can be made anew", async () => {
  const secret = hook().secret;
  const { version } = await row();
  const ended = await change("disconnectPlatform", `expectedVersion: ${version}`);
  expect(ended.platform).toMatchObject({ state: "LOST", problems: [{ code: "DISCONNECTED" }] });
  const { store } = bridge.platform;
  expect([store.list("hook", COMPANY), store.list("erp_connection", COMPANY)]).toEqual([[], []]);
  expect(await send(secret)).toBe(401);
  await bridge.app.platform.setUp.checkAll();
  expect((await row()).problems).toEqual(["DISCONNECTED"]);
  const again = await connect({ expectedVersion: `${ended.platform?.version}V` });
  expect(again).toMatchObject({ userErrors: [], platform: { state: "CONNECTED", problems: [] } });
  expect(await send(hook().secret)).toBe(204);
});

test("what is missing is said in words, each thing by itself", async () => {
  const { store } = bridge.platform;
  const service = store.get("user", PLATFORM_USERS.service)!;
  const permissions = { ...objectOf(service.body["permissions"]), Admin: "Read Only", "ERP Integrations": "Standard" };
  store.put("user", { ...service, body: { ...service.body, permissions } });
  const { platform } = await change("checkPlatform", "");
  expect(platform?.state).toBe("INCOMPLETE");
  expect(platform?.problems.map(({ code }) => code)).toEqual(["ADMIN_LEVEL_MISSING", "ERP_TOOL_LEVEL_MISSING"]);
  for (const { message } of platform?.problems ?? []) expect(message).toMatch(/needs Admin/);
});

test("requests are listed with what failed and why, for those who may see the company's people", async () => {
  bridge.platform.tool.raise(PLATFORM_USERS.admin, COMPANY, {
    request_name: "create_payment",
    request_data: { request_detail_id: 61_000 },
  });
  await bridge.settle();
  const query = `{ company(id: "demo") { platform { failedRequests lagSeconds waitingAnswers
    requests(only: FAILED) { totalCount edges { node { name state outcome problem details { status messages toldAt } } } } } } }`;
  expect(await bridge.server.ask(ADMIN, query)).toMatchObject({
    data: {
      company: {
        platform: {
          failedRequests: 1,
          lagSeconds: 0,
          waitingAnswers: 0,
          requests: {
            totalCount: 1,
            edges: [
              {
                node: {
                  name: "create_payment",
                  state: "CLOSED",
                  outcome: "REFUSED",
                  problem: expect.stringContaining("Payments are not sent") as string,
                  details: [{ status: "FAILED" }],
                },
              },
            ],
          },
        },
      },
    },
  });
  const hidden = await bridge.server.ask("project-manager@demo.test", query);
  expect(hidden.errors?.[0]?.extensions.code).toBeDefined();
});

test("an event with what no database keeps is unreadable, and costs neither an error nor those that came with it", async () => {
  const { secret } = hook();
  const sent = [
    {},
    { resource_id: "4\0" },
    { ulid: "\0", user_id: "\0" },
    { company_id: COMPANY, resource_name: "\0" },
    {},
  ];
  const before = await bridge.app.database.read().count(PlatformEventEntity);
  expect(await Promise.all(sent.map((more) => send(secret, more)))).toEqual(sent.map(() => 204));
  expect(await bridge.app.database.read().count(PlatformEventEntity)).toBe(before + sent.length);
  expect(await bridge.app.database.read().countBy(PlatformEventEntity, { resource: "unreadable" })).toBe(3);
  expect(await send("Bearer nobody's", { company_id: `${COMPANY}\0` })).toBe(401);
});
