import { AccessClient, type AccessClientSettings } from "../../src/client/access-client";
import { client, failure, question, stopServers } from "./faulty-client";
import { allow } from "./faulty-server";

afterEach(stopServers);

const never = () => new Promise<string>(() => undefined);

describe("the token", () => {
  test.each([["se\ncret"], ["geh€im"], ["two words"], [""], [undefined as never]])(
    "%j is none, and is not told",
    async (token) => {
      const { access, server } = await client(allow, { token });
      const failed = await failure(access.evaluate(question("a")));
      expect(failed).toMatchObject({ kind: "refused", message: "There is no token to ask with." });
      expect(server.asked).toHaveLength(0);
    },
  );

  test("may end with the line of its file", async () => {
    const { access, server } = await client(allow, { token: "secret\n" });
    await access.evaluate(question("a"));
    expect(server.asked[0]!.headers.authorization).toBe("Bearer secret");
  });

  test("that is not there in time is a failure, and so is a call within the time that is left", async () => {
    const { access, server } = await client(allow, { token: never, timeout: 20, retry: { attempts: 2 } });
    expect(await failure(access.evaluate(question("a")))).toMatchObject({ kind: "timeout" });
    expect(server.asked).toHaveLength(0);
  });

  test("is not waited for by who has left", async () => {
    const leaving = new AbortController();
    const fetching = () => {
      leaving.abort(new Error("enough"));
      return never();
    };
    const { access } = await client(allow, { token: fetching });
    const { subject, action } = question("a");
    const search = { subject, action, resource: { type: "feature" } };
    const found = access.searchResources(search, { signal: leaving.signal });
    expect(await failure(found.next())).toMatchObject({ message: "enough" });
  });
});

describe("settings", () => {
  const made = (settings: Partial<AccessClientSettings>) =>
    new AccessClient({ url: "http://127.0.0.1:9", token: "secret", ...settings });

  test.each<[string, Partial<AccessClientSettings>]>([
    ["timeout", { timeout: NaN }],
    ["timeout", { timeout: 0 }],
    ["timeout", { timeout: "2000" as never }],
    ["retry.attempts", { retry: { attempts: 0 } }],
    ["retry.attempts", { retry: { attempts: NaN } }],
    ["retry.backOff", { retry: { backOff: -1 } }],
    ["retry.longestBackOff", { retry: { longestBackOff: NaN } }],
    ["retry.deadline", { retry: { deadline: -1 } }],
  ])("%s that is none is told at once: %j", (name, settings) => {
    expect(() => made(settings)).toThrow(new RegExp(`^${name} must be a number from`));
  });

  test.each(["access.example.com", "ftp://a.test", "https://me:pass@a.test", "https://a.test?x=1", undefined as never])(
    "%s is no address, and no password is told",
    (url) => {
      expect(() => made({ url })).toThrow(TypeError);
      expect(() => made({ url })).not.toThrow(/pass/);
    },
  );

  test("that are left out are as usual, also by name", async () => {
    const retry = { attempts: undefined, backOff: undefined, longestBackOff: undefined, deadline: undefined };
    const { access, server, waits } = await client((_asked, response) => void response.destroy(), { retry });
    expect(await failure(access.evaluate(question("a")))).toMatchObject({ kind: "network" });
    expect(server.asked).toHaveLength(3);
    expect(waits).toEqual([50, 100]);
  });

  test.each([Infinity, 2 ** 31, 29_999.5])("time may be %s", async (time) => {
    const { access } = await client(allow, { timeout: time, retry: { deadline: time } });
    expect(await access.isAllowed(question("a"))).toBe(true);
  });
});
