import { DecisionEntryEntity } from "../../../src/authorization/log/decision-entry.entity";
import { insertRows } from "../../../src/infra/db/query/rows";
import { ProjectEntity } from "../../../src/directory/projects/project.entity";
import { RecordEntity } from "../../../src/records/record/record.entity";
import { recordRow } from "../search/crowd";
import { SEED } from "../../support/house";
import { TestServer } from "../../support/server";
import { askerOf, type Triple } from "./world";

/* Records that we hold, asked about by a service over the real server with the demo. */

const CARLA = "commitments-only@demo.test";
const MANAGER = "project-manager@demo.test";
let server: TestServer;
let key: string;
beforeAll(async () => {
  server = await TestServer.start();
  const scopes = ["decisions:read"];
  key = (await server.app.apiKey.create(SEED, { name: "Sync", companyIds: ["demo"], scopes })).key;
}, 60_000);
afterAll(() => server.stop());

const properties = { company: "demo" };
const user = (id: string) => ({ type: "user", id });
const waiting = { ...properties, project: "P-100", state: "awaiting", amount: { value: "120.00", currency: "USD" } };
const send = { name: "send" };
const ask = askerOf(() => ({ http: server.http, headers: { authorization: `Bearer ${key}` } }));
const evaluate = async (question: object, headers: Record<string, string> = {}) =>
  (await ask("evaluation", question, headers)).body as { decision: boolean; context: Record<string, unknown> };

describe("A stored record", () => {
  const store = async (changes: Partial<RecordEntity>): Promise<string> => {
    const { database } = server.app;
    const { id: companyId } = (await server.app.companies.find("demo"))!;
    const { id: projectId } = await database.read().findOneByOrFail(ProjectEntity, { companyId, code: "P-100" });
    const manager = (await server.app.subjects.find(companyId, MANAGER))!.id;
    const made = { feature: "commitment", project: 0, amount: null, submittedBy: 0, state: "awaiting" } as const;
    const rest = { firstApprover: null, prerequisitesBlocked: false, workflowCompleted: false };
    const people = { id: (index: number | null) => (index === null ? null : manager), project: () => projectId };
    const row = Object.assign(recordRow({ id: companyId }, { ...made, ...rest }, people), changes);
    await database.write((one) => insertRows(one, RecordEntity, [row as never]));
    return row.id;
  };
  const about = (id: string, more: object = {}): Triple => ({
    ...{ subject: user(CARLA), action: send },
    resource: { type: "commitment", id, properties: { ...properties, ...more } },
  });

  test("speaks for itself: what the caller says of it does not count", async () => {
    const open = await store({});
    const blocked = await store({ prerequisitesBlocked: true });
    const sent = await store({ state: "synced" });
    const own = { submittedBy: CARLA };
    expect((await evaluate(about(open))).decision).toBe(true);
    expect((await evaluate(about(open, { ...own, state: "draft" }))).decision).toBe(true);
    expect((await evaluate(about(blocked, waiting))).context.code).toBe("PREREQUISITE_NOT_SYNCED");
    expect((await evaluate(about(sent, { ...waiting, submittedBy: MANAGER }))).context.code).toBe("RECORD_STATE");
  });

  test("of another feature is not the one asked about", async () => {
    const invoice = await store({ feature: "subcontractor_invoice" });
    for (const _again of [1, 2])
      expect(await evaluate(about(invoice), { "accept-language": "fr" })).toMatchObject({
        decision: false,
        context: { code: "WRONG_RECORD", message: expect.stringContaining("L’enregistrement") as string },
      });
    const { body } = await ask("search/action", { subject: user(CARLA), resource: about(invoice).resource });
    expect(body.results).toEqual([]);
    await server.app.decisionLog.flush();
    const logged = await server.app.database.read().findOneByOrFail(DecisionEntryEntity, { recordId: invoice });
    expect(logged).toMatchObject({ allowed: false, code: "WRONG_RECORD", grantId: null });
  });

  test("is found by the search of resources, and only where it may be acted on", async () => {
    const open = await store({});
    const blocked = await store({ prerequisitesBlocked: true });
    const { body } = await ask("search/resource", {
      ...{ subject: user(CARLA), action: send },
      resource: { type: "commitment", properties },
    });
    expect(body.results).toContainEqual({ type: "commitment", id: open });
    expect(body.results).not.toContainEqual({ type: "commitment", id: blocked });
  });
});
