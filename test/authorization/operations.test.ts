import { Kind, parse } from "graphql";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { TestServer } from "../support/server";

const DIRECTORY = path.join(__dirname, "../../schema/operations");
const FILES = readdirSync(DIRECTORY).filter((name) => name.endsWith(".graphql"));

interface Answered {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: unknown;
}

let server: TestServer;
beforeAll(async () => (server = await TestServer.start()), 60_000);
afterAll(() => server.stop());

async function run(file: string, email: string, operationName: string, variables = {}): Promise<Answered> {
  const answer = await server.http.inject({
    method: "POST",
    url: "/graphql",
    headers: { authorization: `Bearer ${await server.token(email)}` },
    payload: { query: readFileSync(path.join(DIRECTORY, file), "utf8"), operationName, variables },
  });
  return answer.json<Answered>();
}

const OPERATIONS = FILES.flatMap((file) =>
  parse(readFileSync(path.join(DIRECTORY, file), "utf8")).definitions.flatMap((definition) =>
    definition.kind === Kind.OPERATION_DEFINITION ? [[file, definition.name?.value ?? ""] as const] : [],
  ),
);

test("there are ready operations, each with a title and an explanation", () => {
  expect(FILES.length).toBeGreaterThanOrEqual(8);
  for (const file of FILES) expect(readFileSync(path.join(DIRECTORY, file), "utf8")).toMatch(/^# .+\n# .+/);
});

test.each(OPERATIONS)("%s, %s: works as it stands for the demo's administrator", async (file, name) => {
  const { data, errors } = await run(file, "admin@demo.test", name);
  expect(errors).toBeUndefined();
  const refused = Object.values(data ?? {}).flatMap(
    (field) => (field as { userErrors?: unknown[] } | null)?.userErrors ?? [],
  );
  expect(refused).toEqual([]);
  expect(Object.values(data ?? {})).not.toContain(null);
});

test.each([
  ["commitments-and-invoices@demo.test", true, true],
  // The ready mutation has given it by now.
  ["commitments-only@demo.test", true, true],
  ["read-only@demo.test", false, false],
  ["admin@other.test", false, false],
])("the first tab tells %s", async (email, commitments, invoices) => {
  const { data } = await run("01-may-i-send.graphql", email, "MayISend");
  expect(data).toMatchObject({ commitments: { allowed: commitments }, invoices: { allowed: invoices } });
});

test("the last tab tells a record that goes, one's own, and one of which too little is known", async () => {
  const { data } = await run("08-this-record.graphql", "admin@demo.test", "ThisRecord");
  expect(data).toMatchObject({
    sent: { allowed: true },
    own: { allowed: false, code: "OWN_RECORD" },
    unknown: { allowed: false, code: "NOT_EVALUABLE" },
  });
});

describe("offering again and unlinking", () => {
  const FILE = "21-offer-again-and-unlink.graphql";
  interface Offered {
    readonly edges: readonly {
      readonly node: { id: string; version: number; number: string; resubmit: object; unlink: object };
    }[];
  }
  const found = async (email: string) => {
    const { data } = await run(FILE, email, "FindOffered");
    const company = data?.["company"] as { erpIntegration: { rejected: Offered; held: Offered } };
    const { rejected, held } = company.erpIntegration;
    return { rejected: rejected.edges[0]!.node, held: held.edges[0]!.node };
  };
  const ALLOWED = { allowed: true };
  const LEVEL = { allowed: false, code: "PROJECT_LEVEL_TOO_LOW" };

  test.each([
    ["commitments-and-invoices@demo.test", ALLOWED],
    ["commitments-only@demo.test", LEVEL],
  ])("%s learns what he may", async (email, answer) => {
    expect(await found(email)).toMatchObject({
      rejected: { number: "PO-004", resubmit: answer },
      held: { number: "SC-001", unlink: answer },
    });
  });

  test("one approver does both as the tab says", async () => {
    const email = "commitments-and-invoices@demo.test";
    const { rejected, held } = await found(email);
    const unlinked = await run(FILE, email, "Unlink", { ...held, record: held.id, really: true });
    expect(unlinked.data).toMatchObject({ unlinkRecord: { userErrors: [{ code: "COUNTERPART_STILL_THERE" }] } });
    const offered = await run(FILE, email, "OfferAgain", { ...rejected, record: rejected.id, really: true });
    expect(offered.data).toMatchObject({ resubmitRecord: { outcome: "RESUBMITTED", record: { number: "PO-004" } } });
  });
});
