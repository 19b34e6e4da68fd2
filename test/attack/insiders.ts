import type { Attack, Target } from "./attack";

const MEMBER = "a member";
const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/** What tells ids of most kinds to who may see them. */
const SEEN = `{ company(id: "demo") { id features { id } stakeholders { id } apiKeys { id } implementation { id items { id } }
  members(first: 50) { edges { node { id } } } projects(first: 50) { edges { node { id } } }
  grants(first: 50) { edges { node { id } } } auditTrail(first: 50) { edges { node { id } } }
  erpIntegration { id records(first: 50) { edges { node { id } } } } } }`;

/** Doors that take an id or the name of a company, each asked with what is another's. */
const DOORS = [
  "query ($id: ID!) { node(id: $id) { id } }",
  "query ($id: ID!) { company(id: $id) { id name } }",
  "query ($id: ID!) { decision(input: {company: $id, action: SEND, feature: COMMITMENT}) { allowed } }",
  "query ($id: ID!) { verifyAudit(company: $id, after: 0) { entries } }",
  "mutation ($id: ID!) { revokeApiKey(input: {id: $id}) { apiKey { id } userErrors { code } } }",
  `mutation ($id: ID!) { addProject(input: {company: $id, code: "X", name: "X"}) { project { id } userErrors { code } } }`,
  `mutation ($id: ID!) { createApiKey(input: {name: "x", companies: [$id], scopes: ["decisions:read"]})
    { key userErrors { code } } }`,
];

/** Whether an answer holds something: an object, a yes, a key; an error or a refusal holds nothing. */
function holdsSomething(text: string): boolean {
  const { data } = JSON.parse(text) as { data?: Record<string, unknown> | null };
  const values = Object.values(data ?? {}).filter((value) => value !== null);
  return values.some((value) =>
    Object.entries(value as object).some(([name, held]) => name !== "userErrors" && held !== null && held !== false),
  );
}

async function acrossCompanies(target: Target): Promise<void> {
  const { server } = target;
  const { text } = await target.graphql(SEEN, {}, await server.token("admin@demo.test"));
  const ids = [...new Set(text.match(UUID) ?? [])];
  if (ids.length < 20) throw new Error(`the administrator saw ${ids.length} ids only: ${text.slice(0, 200)}`);
  const stranger = await server.token("admin@other.test");
  for (const id of ["demo", ...ids])
    for (const door of DOORS) {
      if (!target.more()) return;
      const answer = await target.graphql(door, { id }, stranger);
      // A door that is not there keeps nobody out.
      if (/GRAPHQL_(VALIDATION|PARSE)_FAILED/.test(answer.text)) throw new Error(`${door}: ${answer.text}`);
      if (holdsSomething(answer.text)) throw new Error(`${door.slice(0, 60)} with ${id}: ${answer.text.slice(0, 200)}`);
    }
}

async function inputs(target: Target): Promise<void> {
  const token = await target.server.token("commitments-only@demo.test");
  const key = "mutation ($input: CreateApiKeyInput!) { createApiKey(input: $input) { key userErrors { code } } }";
  for (const count of [45_000, 30_000, 100]) {
    const input = { name: "n", scopes: ["decisions:read"], companies: Array<string>(count).fill("demo") };
    const { text } = await target.graphql(key, { input }, token);
    if (!/LIMIT_EXCEEDED|DIRECTORY_LEVEL_TOO_LOW/.test(text)) throw new Error(text.slice(0, 200));
  }
}

async function accessList(target: Target): Promise<void> {
  const token = await target.server.token("read-only@demo.test");
  const rows = Array.from({ length: 150_000 }, (_, row) => `p${row}@x.test,P,none,`);
  const input = { company: "demo", csv: `E-mail,Name,Role,Features\n${rows.join("\n")}` };
  const mutation =
    "mutation ($input: ImportAccessListInput!) { importAccessList(input: $input) { userErrors { code } } }";
  const { text } = await target.graphql(mutation, { input }, token);
  if (!text.includes("DIRECTORY_LEVEL_TOO_LOW")) throw new Error(text.slice(0, 200));
}

async function decisions(target: Target): Promise<void> {
  const token = await target.server.token("read-only@demo.test");
  const one = { company: "demo", action: "SEND", feature: "SUBCONTRACTOR_INVOICE" };
  const inputs = Array.from({ length: 100 }, () => one);
  const many = Array.from({ length: 30 }, (_, n) => `a${n}: decisions(inputs: $inputs) { code gates { code passed } }`);
  const query = `query ($inputs: [DecisionInput!]!) { ${many.join(" ")} }`;
  for (let index = 0; index < 5 && target.more(); index += 1) await target.graphql(query, { inputs }, token);
}

async function searches(target: Target): Promise<void> {
  const token = await target.server.token("admin@demo.test");
  const query = `query ($text: String!) { company(id: "demo") { members(first: 5, filter: {search: $text}) { totalCount } } }`;
  for (const text of ["%".repeat(200), "_%".repeat(100), "\\".repeat(199), "%".repeat(100_000), "\u0000", "\ud800"])
    await target.graphql(query, { text }, token);
}

export const INSIDERS: readonly Attack[] = [
  {
    who: "another company's administrator",
    name: "every id and name of a company, at every door",
    run: acrossCompanies,
  },
  { who: MEMBER, name: "a key for one company, named 45,000 times", run: inputs },
  { who: MEMBER, name: "an access list of 150,000 rows without the right to import one", run: accessList },
  { who: MEMBER, name: "3,000 decisions with their reasons in one operation", run: decisions },
  { who: MEMBER, name: "searches for patterns", run: searches },
];
