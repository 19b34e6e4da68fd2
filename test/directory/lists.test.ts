import { TestServer } from "../support/server";

/* What tables offer: other orders, and parts of a list. */

let server: TestServer;
beforeAll(async () => {
  server = await TestServer.start();
  for (const [name, email] of [
    ["Zoe", "a.zoe@demo.test"],
    ["élodie", "b.elodie@demo.test"],
  ])
    await data(
      `mutation { addMember(input: { company: "demo", name: "${name}", email: "${email}" }) { userErrors { code } } }`,
    );
  for (const [code, name] of [
    ["X-1", "zinc works"],
    ["X-2", "Atrium"],
  ])
    await data(
      `mutation { addProject(input: { company: "demo", code: "${code}", name: "${name}" }) { userErrors { code } } }`,
    );
}, 60_000);
afterAll(() => server.stop());

interface Lists {
  readonly company: Readonly<Record<string, { readonly edges: readonly { readonly node: Record<string, string> }[] }>>;
}

async function data<T>(query: string): Promise<T> {
  const answer = await server.ask("admin@demo.test", query);
  expect(answer.errors).toBeUndefined();
  return answer.data as T;
}

/** The field of each entry, in the list's order. */
async function listed(list: string, field: string): Promise<string[]> {
  const { company } = await data<Lists>(`{ company(id: "demo") { list: ${list} { edges { node { ${field} } } } } }`);
  return company["list"]!.edges.map(({ node }) => node[field]!);
}

const asPeopleSort = (names: readonly string[]) => [...names].sort(new Intl.Collator("en").compare);

test("a directory is sorted by name, e-mail or arrival, either way", async () => {
  const names = await listed("members", "name");
  expect(names).toEqual(asPeopleSort(names));
  expect(await listed("members(sort: NAME, descending: true)", "name")).toEqual([...names].reverse());
  const emails = await listed("members(sort: EMAIL)", "email");
  expect(emails).toEqual([...emails].sort());
  expect((await listed("members(sort: CREATED, descending: true, first: 2)", "name")).sort()).toEqual([
    "Zoe",
    "élodie",
  ]);
});

test("projects are sorted by code, name or arrival, and narrowed", async () => {
  const codes = await listed("projects", "code");
  expect(codes).toEqual([...codes].sort());
  const names = await listed(`projects(sort: NAME, filter: { search: "x-" })`, "name");
  expect(names).toEqual(["Atrium", "zinc works"]);
  expect(await listed(`projects(filter: { search: "ATRI", active: true })`, "code")).toEqual(["X-2"]);
  expect(await listed("projects(filter: { active: false })", "code")).toEqual([]);
});

test("a page goes on in its own order", async () => {
  const all = await listed("members(sort: EMAIL, descending: true)", "email");
  const first = `{ company(id: "demo") { members(sort: EMAIL, descending: true, first: 2) { pageInfo { endCursor } } } }`;
  interface First {
    readonly company: { readonly members: { readonly pageInfo: { readonly endCursor: string } } };
  }
  const { company } = await data<First>(first);
  const rest = `members(sort: EMAIL, descending: true, after: "${company.members.pageInfo.endCursor}")`;
  expect(await listed(rest, "email")).toEqual(all.slice(2));
});

test("the audit trail is found by who did it, and by the company's days", async () => {
  const admin = (await listed(`members(filter: { search: "admin@demo.test" })`, "id"))[0]!;
  const own = await listed(`auditTrail(filter: { actorId: "${admin}" })`, "action");
  expect(own).toEqual(expect.arrayContaining(["member.added", "project.added"]));
  expect(await listed(`auditTrail(filter: { actorId: "${admin}", until: "2020-01-01" })`, "action")).toEqual([]);
  expect(await listed(`auditTrail(filter: { actorId: "${admin}", from: "2020-01-01" })`, "action")).toEqual(own);
});

test("a day that is none is refused", async () => {
  const answer = await server.ask(
    "admin@demo.test",
    `{ company(id: "demo") { auditTrail(filter: { from: "soon" }) { totalCount } } }`,
  );
  expect(answer.errors?.[0]?.extensions.code).toBe("BAD_INPUT");
});
