import { duties } from "./conformance-duties";
import { search } from "./conformance-search";
import { askerOf, type Answer, type Ask, type Triple, type World } from "./world";

/* The standard's demands on any policy, after the public certification scenario's levels: Basic, Batch, Search, each
 * Core and Properties, and Discovery, with the duties that lie beyond the text. */

/** Declares the tests of all levels over the world. */
export function conformance(world: () => World): void {
  const ask = askerOf(world);
  basic(world, ask);
  batch(world, ask);
  search(world, ask);
  duties(world, ask);
  discovery(world);
}

function basic(world: () => World, ask: Ask): void {
  describe("Basic", () => {
    test("Core: allows and denies, as a boolean, in JSON", async () => {
      const allowed = await ask("evaluation", world().yes);
      expect(allowed).toMatchObject({ status: 200, body: { decision: true } });
      expect(allowed.headers["content-type"]).toMatch(/^application\/json/);
      expect(await ask("evaluation", world().no)).toMatchObject({ status: 200, body: { decision: false } });
    });

    test("Core: says the same again, and ignores what it does not know", async () => {
      const question = { ...world().yes, context: { time: "2026-11-24T09:00:00Z" }, unknown: { deep: [1] } };
      const [first, second] = [await ask("evaluation", question), await ask("evaluation", question)];
      expect([first.body.decision, second.body.decision]).toEqual([true, true]);
    });

    test("Core: unknown subjects, actions and resources are denied, not refused", async () => {
      const { subject, action, resource } = world().yes;
      for (const odd of ["nobody", "no-\u0000-body", "constructor", "x".repeat(1000), "été 漢字"])
        for (const question of [
          { subject: { ...subject, id: odd }, action, resource },
          { subject: { ...subject, type: odd }, action, resource },
          { subject, action: { name: odd }, resource },
          { subject, action, resource: { ...resource, type: odd } },
        ])
          expect(await ask("evaluation", question)).toMatchObject({ status: 200, body: { decision: false } });
    });

    test("Properties: they decide", async () => {
      const { yesByProperties, noByProperties } = world();
      expect(await ask("evaluation", yesByProperties)).toMatchObject({ body: { decision: true } });
      expect(await ask("evaluation", noByProperties)).toMatchObject({ body: { decision: false } });
    });
  });
}

function batch(world: () => World, ask: Ask): void {
  const decisions = ({ body }: Answer) => (body.evaluations as { decision: boolean }[]).map((one) => one.decision);
  describe("Batch", () => {
    test("Core: answers in order, each with a decision", async () => {
      const { yes, no } = world();
      const answer = await ask("evaluations", { evaluations: [no, yes, no] });
      expect([answer.status, decisions(answer)]).toEqual([200, [false, true, false]]);
      expect(answer.body).not.toHaveProperty("decision");
    });

    test("Core: defaults are merged, and an entry's own key wins", async () => {
      const { yes, no } = world();
      const answer = await ask("evaluations", { ...no, evaluations: [yes, {}, { ...yes }] });
      expect(decisions(answer)).toEqual([true, false, true]);
    });

    test("Core: no entries are a single evaluation", async () => {
      expect((await ask("evaluations", world().yes)).body.decision).toBe(true);
      expect((await ask("evaluations", { ...world().no, evaluations: [] })).body.decision).toBe(false);
    });

    test("Core: the three semantics", async () => {
      const { yes, no } = world();
      const under = async (evaluations_semantic: string, evaluations: Triple[]) =>
        decisions(await ask("evaluations", { evaluations, options: { evaluations_semantic } }));
      expect(await under("execute_all", [no, yes, no])).toEqual([false, true, false]);
      expect(await under("deny_on_first_deny", [yes, no, yes])).toEqual([true, false]);
      expect(await under("permit_on_first_permit", [no, yes, no])).toEqual([false, true]);
      const unknown = { evaluations: [yes], options: { evaluations_semantic: "perhaps" } };
      expect((await ask("evaluations", unknown)).status).toBe(400);
    });

    test("Core: an incomplete entry is false at its place", async () => {
      const { yes } = world();
      const { action: _none, ...incomplete } = yes;
      const answer = await ask("evaluations", { evaluations: [yes, incomplete, yes] });
      expect([answer.status, decisions(answer)]).toEqual([200, [true, false, true]]);
    });

    test("Properties: they decide in each entry", async () => {
      const { yesByProperties, noByProperties } = world();
      expect(decisions(await ask("evaluations", { evaluations: [noByProperties, yesByProperties] }))).toEqual([
        false,
        true,
      ]);
    });
  });
}

function discovery(world: () => World): void {
  describe("Discovery", () => {
    test("the metadata names the endpoints, from configuration and not from the Host header", async () => {
      const { http, publicUrl, metadata = {} } = world();
      const headers = { host: "evil.test", "x-forwarded-host": "evil.test" };
      const answer = await http.inject({ url: "/.well-known/authzen-configuration", headers });
      expect(answer.headers["content-type"]).toMatch(/^application\/json/);
      expect(answer.json()).toEqual({
        policy_decision_point: publicUrl,
        access_evaluation_endpoint: `${publicUrl}/access/v1/evaluation`,
        access_evaluations_endpoint: `${publicUrl}/access/v1/evaluations`,
        search_subject_endpoint: `${publicUrl}/access/v1/search/subject`,
        search_resource_endpoint: `${publicUrl}/access/v1/search/resource`,
        search_action_endpoint: `${publicUrl}/access/v1/search/action`,
        ...metadata,
        ledgergate_limits: { evaluations: 100, text_length: 1024, page_results: 200 },
      });
    });

    test("the endpoints that it names are there", async () => {
      const { http, headers, publicUrl } = world();
      const metadata = (await http.inject("/.well-known/authzen-configuration")).json<Record<string, string>>();
      for (const [key, address] of Object.entries(metadata)) {
        if (!key.endsWith("_endpoint")) continue;
        const answer = await http.inject({
          method: "POST",
          url: address.slice(publicUrl.length),
          headers,
          payload: {},
        });
        expect(answer.statusCode).toBe(400);
      }
    });
  });
}
