import { PATHS, requestsOf, type Ask, type World } from "./world";

/** What is expected beyond the text. */
export function duties(world: () => World, ask: Ask): void {
  describe("Beyond the text", () => {
    test.each([...PATHS])("%s: what is malformed is refused, and the answer says where", async (path) => {
      const request = requestsOf(world())[path];
      const key = path === "evaluations" ? "evaluations" : "subject";
      const broken: [unknown, string][] = [
        [{ ...request, [key]: "alice" }, `/${key}`],
        [{ ...request, context: "now" }, "/context"],
        ["[1,2]", "object"],
        ["", "read"],
        ["{", "read"],
        ['"text"', "object"],
      ];
      if (path !== "evaluations") broken.push([{}, "subject"]);
      if ("action" in request && path !== "evaluations")
        broken.push([{ ...request, action: { name: 7 } }, "/action/name"]);
      for (const [payload, where] of broken) {
        const answer = await ask(path, payload);
        expect([payload, answer.status]).toEqual([payload, 400]);
        expect((answer.body.error as { message: string }).message).toContain(where);
      }
    });

    test.each([...PATHS])("%s: JSON in any dress, and nothing else", async (path) => {
      const text = JSON.stringify(requestsOf(world())[path]);
      for (const type of ["application/json", "application/json; charset=utf-8", "Application/JSON;charset=UTF-8"])
        expect((await ask(path, text, { "content-type": type })).status).toBe(200);
      for (const type of ["text/plain", "application/x-www-form-urlencoded", "application/xml"])
        expect([400, 415]).toContain((await ask(path, text, { "content-type": type })).status);
    });

    test.each([...PATHS])("%s: takes POST only", async (path) => {
      for (const method of ["GET", "PUT", "DELETE"] as const) {
        const { http, headers } = world();
        const { statusCode } = await http.inject({ method, url: `/access/v1/${path}`, headers });
        expect([404, 405]).toContain(statusCode);
      }
    });

    test.each([...PATHS])("%s: gives X-Request-ID back as it was sent, also with an error", async (path) => {
      const request = requestsOf(world())[path];
      for (const id of ["bfe9eb29-ab87-4ca3-be83-a1d5d8305716", "7", 'a "quoted" one; with spaces', "x".repeat(500)]) {
        for (const payload of [request, {}, "{"]) {
          const { headers } = await ask(path, payload, { "x-request-id": id });
          expect(headers["x-request-id"]).toBe(id);
        }
      }
    });
  });
}
