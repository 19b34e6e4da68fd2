import type { Entity } from "../../../src/authorization/authzen/transport/messages";
import { requestsOf, type Answer, type Ask, type Triple, type World } from "./world";

type Found = Record<string, string>[];

/** Level Search of the standard. */
export function search(world: () => World, ask: Ask): void {
  const found = ({ body }: Answer) => body.results as Found;
  const pages = async (path: string, request: object, limit: number) => {
    const all: Found = [];
    let token: string | undefined;
    for (let count = 0; count < 100 && token !== ""; count++) {
      const answer = await ask(path, { ...request, page: { limit, ...(token ? { token } : {}) } });
      expect(answer.status).toBe(200);
      expect(found(answer).length).toBeLessThanOrEqual(limit);
      all.push(...found(answer));
      token = (answer.body.page as { next_token: string }).next_token;
    }
    expect(token).toBe("");
    return all;
  };

  describe("Search", () => {
    test("Core: each search finds what the evaluation allows, and nothing that it denies", async () => {
      const { yes, kind } = world();
      const requests = requestsOf(world());
      const subjects = found(await ask("search/subject", requests["search/subject"]));
      expect(subjects).toContainEqual({ type: yes.subject.type, id: yes.subject.id });
      const resources = found(await ask("search/resource", requests["search/resource"]));
      expect(resources).toContainEqual({ type: kind.type, id: yes.resource.id });
      const actions = found(await ask("search/action", requests["search/action"]));
      expect(actions).toContainEqual({ name: yes.action.name });
      const { properties } = kind;
      const questions = [
        ...subjects.map((subject) => ({ ...yes, subject })),
        ...resources.map((resource) => ({ ...yes, resource: { ...resource, ...(properties ? { properties } : {}) } })),
        ...actions.map((action) => ({ ...yes, action })),
      ];
      for (const question of questions)
        expect(await ask("evaluation", question)).toMatchObject({ body: { decision: true } });
    });

    test("Core: results have the standard's keys in its order, and no others", async () => {
      for (const path of ["search/subject", "search/resource", "search/action"] as const)
        for (const result of found(await ask(path, requestsOf(world())[path])))
          expect(Object.keys(result)).toEqual(path === "search/action" ? ["name"] : ["type", "id"]);
    });

    test("Core: the id of what is searched is ignored, whatever it is", async () => {
      for (const [path, key] of [
        ["search/subject", "subject"],
        ["search/resource", "resource"],
      ] as const)
        for (const id of ["nobody", 7, { odd: true }]) {
          const request = requestsOf(world())[path];
          const named = { ...request, [key]: { ...(request[key] as object), id } };
          expect(found(await ask(path, named))).toEqual(found(await ask(path, request)));
        }
      const request = requestsOf(world())["search/action"];
      const withAction = { ...request, action: { name: "nothing" } };
      expect(found(await ask("search/action", withAction))).toEqual(found(await ask("search/action", request)));
    });

    test("Core: unknown identifiers and types are found by nothing", async () => {
      for (const path of ["search/subject", "search/resource", "search/action"] as const)
        for (const key of ["subject", "resource", "action"] as const)
          for (const field of ["id", "type", "name"])
            for (const odd of ["nobody", "no-\u0000-body", "constructor"]) {
              const request = requestsOf(world())[path];
              const entity = request[key] as Record<string, unknown> | undefined;
              if (entity?.[field] === undefined) continue;
              if (key === "resource" && field === "id" && path === "search/action" && !world().no) continue;
              const answer = await ask(path, { ...request, [key]: { ...entity, [field]: odd } });
              expect(answer).toMatchObject({ status: 200, body: { results: [] } });
            }
    });

    test("Core: an input entity without its id is refused, and the answer says where", async () => {
      const requests = requestsOf(world());
      for (const [path, key] of [
        ["search/subject", "resource"],
        ["search/resource", "subject"],
        ["search/action", "subject"],
        ["search/action", "resource"],
      ] as const) {
        const { id: _none, ...entity } = requests[path][key] as Entity;
        const answer = await ask(path, { ...requests[path], [key]: entity });
        expect(answer.status).toBe(400);
        expect((answer.body.error as { message: string }).message).toContain(`/${key}`);
      }
    });

    test("Core: pages add up to the whole, whatever their size", async () => {
      for (const path of ["search/subject", "search/resource", "search/action"] as const) {
        const request = requestsOf(world())[path];
        const whole = found(await ask(path, { ...request, page: { limit: 200 } }));
        for (const limit of [1, 2]) expect(await pages(path, request, limit)).toEqual(whole);
      }
    });

    test("Core: a token that somebody made himself asks for no more than a request may", async () => {
      const request = requestsOf(world())["search/action"];
      const { body } = await ask("search/action", { ...request, page: { limit: 1 } });
      const [after, , digest] = partsOf((body.page as { next_token: string }).next_token);
      for (const parts of [
        [after, 201, digest],
        [after, 1e9, digest],
        ["\u0000", 1, digest],
      ]) {
        const token = Buffer.from(JSON.stringify(parts)).toString("base64url");
        const answer = await ask("search/action", { ...request, page: { token } });
        expect([parts, answer.status]).toEqual([parts, 400]);
        expect((answer.body.error as { message: string }).message).toContain("/page/token");
      }
    });

    test("Core: what is nested without end is malformed, not a failure", async () => {
      const deep = `${"[".repeat(20_000)}${"]".repeat(20_000)}`;
      for (const path of ["search/subject", "search/resource", "search/action"] as const) {
        const request = JSON.stringify({ ...requestsOf(world())[path], page: { limit: 1 }, context: { deep: 0 } });
        const answer = await ask(path, request.replace('"deep":0', `"deep":${deep}`));
        expect([200, 400]).toContain(answer.status);
      }
      const paged = JSON.stringify({
        ...requestsOf(world())["search/action"],
        page: { limit: 1 },
        context: { deep: 0 },
      });
      expect((await ask("search/action", paged.replace('"deep":0', `"deep":${deep}`))).status).toBe(400);
    });

    test("Core: a token goes with its request, its limit and its search", async () => {
      const requests = requestsOf(world());
      const request = requests["search/action"];
      const first = await ask("search/action", { ...request, page: { limit: 1 } });
      const token = (first.body.page as { next_token: string }).next_token;
      expect(token).not.toBe("");
      const again = { ...request, page: { token } };
      expect((await ask("search/action", again)).status).toBe(200);
      // The order of keys is no part of a request.
      const { subject, resource } = request;
      expect((await ask("search/action", { page: { token, limit: 1 }, resource, subject })).status).toBe(200);
      for (const changed of [
        { ...again, context: { other: true } },
        { ...again, subject: { ...(subject as object), id: "nobody" } },
        { ...again, page: { token, limit: 2 } },
        { ...again, page: { token: `${token.slice(0, -4)}AAAA` } },
        { ...again, page: { token: "none" } },
      ]) {
        const answer = await ask("search/action", changed);
        expect(answer.status).toBe(400);
        expect(answer.text).toContain("/page/");
      }
      const foreign = await ask("search/subject", { ...requests["search/subject"], page: { token } });
      expect(foreign.status).toBe(400);
    });

    test("Core: a limit is a whole number from one on; a large one is brought down", async () => {
      const request = requestsOf(world())["search/subject"];
      for (const limit of [0, -1, 1.5, "2"])
        expect((await ask("search/subject", { ...request, page: { limit } })).status).toBe(400);
      expect((await ask("search/subject", { ...request, page: { limit: 1_000_000 } })).status).toBe(200);
    });

    test("Properties: they decide what is found", async () => {
      const { yesByProperties, noByProperties } = world();
      const subjects = async ({ subject, action, resource }: Triple) =>
        found(await ask("search/subject", { subject: { type: subject.type }, action, resource }));
      const actions = async ({ subject, resource }: Triple) => found(await ask("search/action", { subject, resource }));
      const { subject, action } = yesByProperties;
      const named = { type: subject.type, id: subject.id };
      expect(await subjects(yesByProperties)).toContainEqual(named);
      expect(await actions(yesByProperties)).toContainEqual({ name: action.name });
      expect(await subjects(noByProperties)).not.toContainEqual({ ...named, id: noByProperties.subject.id });
      expect(await actions(noByProperties)).not.toContainEqual({ name: noByProperties.action.name });
    });
  });
}

function partsOf(token: string): unknown[] {
  return JSON.parse(Buffer.from(token, "base64url").toString()) as unknown[];
}
