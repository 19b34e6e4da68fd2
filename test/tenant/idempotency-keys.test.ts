import { IdempotencyKeyEntity } from "../../src/infra/idempotency/idempotency-key.entity";
import { KEPT_HOURS } from "../../src/infra/idempotency/idempotency-keys";
import { ApiKeyEntity } from "../../src/directory/api-keys/api-key.entity";
import { MailMessageEntity } from "../../src/infra/mail/mail-message.entity";
import { QuestionEntity } from "../../src/onboarding/questions/question/question.entity";
import { HOUR_MS } from "../../src/kernel/clock";
import { TestServer } from "../support/server";

/* A client's own key: what is asked for twice is made once. */

const ADMIN = "admin@demo.test";
const READER = "read-only@demo.test";

let now = new Date();
let server: TestServer;
beforeAll(async () => (server = await TestServer.start({}, { now: () => now })), 60_000);
afterAll(() => server.stop());

interface Asked {
  readonly question: { readonly id: string; readonly text: string } | null;
  readonly policyRevision: number | null;
  readonly company: { readonly slug: string } | null;
  readonly questionEdge: { readonly node: { readonly id: string } } | null;
  readonly userErrors: readonly {
    readonly code: string;
    readonly field: readonly string[];
    readonly message: string;
  }[];
}

const ASK = `mutation ($input: AskQuestionInput!) { askQuestion(input: $input) {
  question { id text } policyRevision company { slug } questionEdge { node { id } } userErrors { code field message } } }`;

async function ask(input: object, email = ADMIN): Promise<Asked> {
  const answer = await server.ask(email, ASK, { input: { company: "demo", ...input } });
  expect(answer.errors).toBeUndefined();
  return (answer.data as unknown as { askQuestion: Asked }).askQuestion;
}

function count(entity: typeof QuestionEntity | typeof MailMessageEntity | typeof ApiKeyEntity): Promise<number> {
  return server.app.database.read().count(entity);
}

test("the same key and input answer what was made, and write no second letter", async () => {
  const input = { text: "Which day is the kick-off?", idempotencyKey: "form-1" };
  const first = await ask(input);
  const [questions, letters] = [await count(QuestionEntity), await count(MailMessageEntity)];
  expect(first).toMatchObject({ userErrors: [], company: { slug: "demo" } });
  expect(await ask(input)).toEqual(first);
  // A company by its id is the same company.
  const { data } = await server.ask(ADMIN, `{ company(id: "demo") { id } }`, {});
  const { id } = (data as unknown as { company: { id: string } }).company;
  expect(await ask({ ...input, company: id })).toEqual(first);
  expect([await count(QuestionEntity), await count(MailMessageEntity)]).toEqual([questions, letters]);
});

test("the same key with another input is refused, in the reader's language, and makes nothing", async () => {
  await ask({ text: "One?", idempotencyKey: "form-2" });
  const before = await count(QuestionEntity);
  const refused = await ask({ text: "Two?", idempotencyKey: "form-2" });
  expect(refused).toMatchObject({ question: null, userErrors: [{ code: "IDEMPOTENCY_KEY_REUSED" }] });
  expect(refused.userErrors[0]?.field).toEqual(["input", "idempotencyKey"]);
  expect(await ask({ text: "Two?", idempotencyKey: " " })).toMatchObject({ userErrors: [{ code: "BAD_INPUT" }] });
  expect(await count(QuestionEntity)).toBe(before);
});

test("a key is its caller's own, and each mutation's", async () => {
  const [own, others] = [
    await ask({ text: "Whose?", idempotencyKey: "form-3" }),
    await ask({ text: "Mine?", idempotencyKey: "form-3" }, READER),
  ];
  expect(others.userErrors).toEqual([]);
  expect(others.question?.id).not.toBe(own.question?.id);
});

test("of several at once one makes it", async () => {
  const before = await count(QuestionEntity);
  const input = { text: "At once?", idempotencyKey: "form-4" };
  const answers = await Promise.all([ask(input), ask(input), ask(input)]);
  expect(new Set(answers.map(({ question }) => question?.id)).size).toBe(1);
  expect(answers.flatMap(({ userErrors }) => userErrors)).toEqual([]);
  expect(await count(QuestionEntity)).toBe(before + 1);
});

test("what is run anew and finds its key taken answers what was kept, not what was taken back", async () => {
  const { database, idempotencyKeys } = server.app;
  const [write, once] = [database.write.bind(database), idempotencyKeys.once.bind(idempotencyKeys)];
  const input = { text: "Who was first?", idempotencyKey: "form-7" };
  const lost = new Error("lost to the other");
  const others: Asked[] = [];
  const racing = jest.spyOn(idempotencyKeys, "once").mockImplementationOnce((...call) => {
    jest.spyOn(database, "write").mockImplementationOnce(async (work) => {
      const loses = write(async (manager) => {
        await work(manager);
        throw lost;
      });
      await expect(loses).rejects.toBe(lost);
      others.push(await ask(input));
      return write(work);
    });
    return once(...call);
  });
  const before = await count(QuestionEntity);
  const answer = await ask(input);
  racing.mockRestore();
  jest.mocked(database.write).mockRestore();
  expect(others).toEqual([answer]);
  expect(answer.userErrors).toEqual([]);
  expect(await count(QuestionEntity)).toBe(before + 1);
});

test("what is refused keeps no key: the same key serves when it is mended", async () => {
  const kept = await server.app.database.read().count(IdempotencyKeyEntity);
  expect(await ask({ text: "  ", idempotencyKey: "form-5" })).toMatchObject({ userErrors: [{ code: "BAD_INPUT" }] });
  expect(await server.app.database.read().count(IdempotencyKeyEntity)).toBe(kept);
  expect((await ask({ text: "Now?", idempotencyKey: "form-5" })).userErrors).toEqual([]);
});

test("a secret is shown once: the second answer holds the key's row without it, and nothing of it is kept", async () => {
  const create = `mutation { createApiKey(input: { name: "twice", companies: ["demo"], scopes: ["decisions:read"],
    idempotencyKey: "key-form" }) { key apiKey { id name } userErrors { code message } } }`;
  const made = async () => (await server.ask(ADMIN, create, {})).data as unknown as { createApiKey: Made };
  interface Made {
    readonly key: string | null;
    readonly apiKey: { readonly id: string };
    readonly userErrors: readonly object[];
  }
  const { createApiKey: first } = await made();
  expect(first.userErrors).toEqual([]);
  const keys = await count(ApiKeyEntity);
  const { createApiKey: second } = await made();
  expect(second).toEqual({ ...first, key: null });
  expect(await count(ApiKeyEntity)).toBe(keys);
  const rows = await server.app.database.read().find(IdempotencyKeyEntity);
  expect(JSON.stringify(rows)).not.toContain(first.key);
});

test("a key is kept for a day, then forgotten", async () => {
  const input = { text: "Tomorrow?", idempotencyKey: "form-6" };
  const first = await ask(input);
  const began = now;
  now = new Date(began.getTime() + KEPT_HOURS * HOUR_MS - 1_000);
  await server.app.idempotencyKeys.trim();
  expect((await ask(input)).question).toEqual(first.question);
  now = new Date(began.getTime() + KEPT_HOURS * HOUR_MS + 1_000);
  const again = await ask(input);
  expect(again.userErrors).toEqual([]);
  expect(again.question?.id).not.toBe(first.question?.id);
  await server.app.idempotencyKeys.trim();
  expect(await server.app.database.read().count(IdempotencyKeyEntity)).toBe(1);
});
