import fc from "fast-check";
import { ambiguityIn, encodingFault } from "../../../src/server/limits/i-json";
import { stubServer, type Stub } from "../support/stub-server";

const codeOf = (text: string) => ambiguityIn(text, JSON.parse(text))?.message ?? null;

describe("a body that two readers would read differently", () => {
  it.each([
    '{"a":1,"a":2}',
    '{"a" : 1, "b":{"a":1,"a":1}}',
    '[{"x":"\\":","a":1,"a":2}]',
    '{"a":1,"\\u0061":2}',
    '{"a":1,"b":":","a":":"}',
  ])("has a name twice: %s", (text) => {
    expect(codeOf(text)).toMatch(/same name twice/);
  });

  it.each(['{"a":"\\ud83d"}', '{"\\uDE00":1}', '["\\ud83d\\ud83d\\ude00"]'])("holds half a character: %s", (text) => {
    expect(codeOf(text)).toMatch(/surrogate/);
  });

  it.each([
    '{"a":"\\ud83d\\ude00"}',
    '{"a":"\\\\ud83d"}',
    '{"a":"\\":","b":"x\\": y"}',
    '"a:b"',
    `${"[".repeat(15_000)}${"]".repeat(15_000)}`,
    '{"a":{"a":{"a":[{"a":1},{"a":2}]}}}',
  ])("is not this one: %.40s", (text) => {
    expect(codeOf(text)).toBeNull();
  });

  it("is none that a program writes, however it is laid out", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(0, 2), (value, space) => {
        const text = JSON.stringify(value, null, space);
        expect(ambiguityIn(text, JSON.parse(text))?.message ?? null).toBeNull();
      }),
    );
  });

  it("may be one of bytes that are no UTF-8", () => {
    expect(encodingFault(Buffer.from([0x22, 0xc3, 0x28, 0x22]))?.message).toMatch(/not UTF-8/);
    expect(encodingFault(Buffer.from('"é😀"'))).toBeNull();
  });
});

describe("over HTTP", () => {
  let stub: Stub;
  beforeAll(async () => {
    stub = await stubServer();
  });
  afterAll(() => stub.app.close());

  const post = async (payload: string | Buffer, language = "en") => {
    const headers = { "content-type": "application/json", "accept-language": language };
    const answer = await stub.app.inject({ method: "POST", url: "/graphql", headers, payload });
    const { errors } = answer.json<{ errors?: [{ message: string; extensions: { code: string } }] }>();
    return { status: answer.statusCode, code: errors?.[0].extensions.code, message: errors?.[0].message };
  };

  it("it is 400, in the reader's language, and nothing is done", async () => {
    const twice = '{"query":"{ __typename }","query":"{ __typename }"}';
    expect(await post(twice)).toMatchObject({ status: 400, code: "BAD_INPUT" });
    expect((await post(twice, "fr")).message).toMatch(/deux fois le même nom/);
    const bytes = Buffer.concat([Buffer.from('{"query":"'), Buffer.from([0xff]), Buffer.from('"}')]);
    expect(await post(bytes)).toMatchObject({ status: 400, code: "BAD_INPUT" });
  });
});
