import { TestServer } from "../../support/server";

test("an answer whose work has written a letter tells how many more there may be", async () => {
  const server = await TestServer.start();
  const headers = { authorization: `Bearer ${await server.token("commitments-only@demo.test")}` };
  const post = (query: string) => server.http.inject({ method: "POST", url: "/graphql", headers, payload: { query } });
  expect((await post("{ viewer { kind } }")).headers["ratelimit"] ?? "").not.toContain("letters");
  const asked = await post(
    'mutation { askQuestion(input: { company: "demo", text: "When?" }) { userErrors { code } } }',
  );
  expect(asked.json()).toEqual(expect.objectContaining({ data: { askQuestion: { userErrors: [] } } }));
  expect(asked.headers["ratelimit-policy"]).toContain('"letters-to-reader";q=100;w=86400');
  expect(asked.headers["ratelimit"]).toContain('"letters-to-reader";r=99;t=86400');
  expect(asked.headers["ratelimit"]).toContain('"letters";r=4999;t=86400');
});
