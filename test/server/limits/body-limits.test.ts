import fc from "fast-check";
import { excessOf, MAX_ANONYMOUS_BODY_BYTES, MAX_BODY_VALUES } from "../../../src/server/limits/body-limits";
import { stubServer, type Stub } from "../support/stub-server";

const long = (text: string) => text.padEnd(40_000, " ");

describe("the body of a request", () => {
  it("may hold as many values as it may, and go as deep, whatever its texts say", () => {
    expect(excessOf(JSON.stringify(Array(MAX_BODY_VALUES - 1).fill(0)))).toBeNull();
    expect(excessOf(JSON.stringify(Array(MAX_BODY_VALUES + 1).fill(0)))).toBe("values");
    expect(excessOf(long(`${"[".repeat(64)}${"]".repeat(64)}`))).toBeNull();
    expect(excessOf(long(`${"[".repeat(65)}${"]".repeat(65)}`))).toBe("depth");
    expect(excessOf(JSON.stringify({ text: '[[{{,,"\\'.repeat(100_000) }))).toBeNull();
    expect(excessOf(`"${"x".repeat(50_000)}`)).toBeNull();
  });

  it("is counted as the parser sees it", () => {
    const size = (value: unknown): number =>
      Array.isArray(value)
        ? 1 + Math.max(0, value.length - 1) + value.reduce<number>((sum, item) => sum + size(item), 0)
        : typeof value === "object" && value !== null
          ? size(Object.values(value)) + Object.keys(value).length
          : 0;
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), (value) => {
        const most = Math.floor(MAX_BODY_VALUES / (size(value) + 1));
        expect(excessOf(JSON.stringify(Array(most).fill(value)))).toBeNull();
        expect(excessOf(JSON.stringify(Array(most + 1).fill(value)))).toBe("values");
      }),
      { numRuns: 20 },
    );
  });
});

describe("over HTTP", () => {
  let stub: Stub;
  beforeAll(async () => {
    stub = await stubServer();
  });
  afterAll(() => stub.app.close());

  const post = async (payload: string, more: Record<string, string> = {}) => {
    const headers = { "content-type": "application/json", ...more };
    const answer = await stub.app.inject({ method: "POST", url: "/graphql", headers, payload });
    return {
      status: answer.statusCode,
      code: answer.json<{ errors?: [{ extensions: { code: string } }] }>().errors?.[0].extensions.code,
    };
  };

  it("nobody's is smaller than somebody's", async () => {
    const body = (bytes: number) => JSON.stringify({ query: "{ __typename }" }).padEnd(bytes, " ");
    const token = await stub.tokens.token();
    const authorization = `Bearer ${token}`;
    expect(await post(body(MAX_ANONYMOUS_BODY_BYTES))).toEqual({ status: 200 });
    expect(await post(body(MAX_ANONYMOUS_BODY_BYTES + 1))).toEqual({ status: 413, code: "PAYLOAD_TOO_LARGE" });
    expect(await post(body(MAX_ANONYMOUS_BODY_BYTES + 1), { authorization })).toEqual({ status: 200 });
  });

  it("is refused before it is parsed where it is all brackets", async () => {
    const authorization = `Bearer ${await stub.tokens.token()}`;
    const nested = `{"query":"{ __typename }","variables":{"a":${"[".repeat(50_000)}${"]".repeat(50_000)}}}`;
    expect(await post(nested, { authorization })).toEqual({ status: 400, code: "BAD_REQUEST" });
    const many = `{"query":"{ __typename }","variables":{"a":[${"0,".repeat(100_000)}0]}}`;
    expect(await post(many, { authorization })).toEqual({ status: 413, code: "PAYLOAD_TOO_LARGE" });
    expect(await post('{"query":"{ __typename }","__proto__":{}}')).toEqual({ status: 400, code: "BAD_REQUEST" });
  });
});
