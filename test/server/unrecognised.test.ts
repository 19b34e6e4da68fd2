import { UNRECOGNISED_REASONS } from "../../src/infra/graphql/caller";
import { unrecognisedText } from "../../src/infra/graphql/unrecognised";
import { type Stub, stubServer } from "./support/stub-server";

let stub: Stub;
beforeAll(async () => {
  stub = await stubServer();
});
afterAll(() => stub.app.close());

describe("a good token of somebody without an address", () => {
  it("is told in the answer and in the log, with names of claims and nothing of their content", async () => {
    const claims = { email_verified: false, "https://demo.test/secret": "hunter2" };
    const authorization = `Bearer ${await stub.tokens.token(claims)}`;
    const answer = await stub.graphql("{ viewer { kind email } }", { headers: { authorization } });
    expect(answer.data).toEqual({ viewer: { kind: "person", email: null } });
    expect(answer.headers["x-ledgergate-unrecognised"]).toBe("EMAIL_NOT_VERIFIED");
    const line = stub.lines.map((text) => JSON.parse(text) as Record<string, unknown>).find((one) => one.unrecognised);
    expect(line).toMatchObject({
      unrecognised: "EMAIL_NOT_VERIFIED",
      claims: ["email_verified"],
      present: expect.arrayContaining(["iss", "email", "https://demo.test/secret"]) as unknown,
    });
    expect(stub.lines.join("\n")).not.toMatch(/hunter2|aline@|Aline|eyJ/);
  });

  it("is not told of whom somebody may know", async () => {
    const authorization = `Bearer ${await stub.tokens.token()}`;
    const answer = await stub.graphql("{ viewer { kind } }", { headers: { authorization } });
    expect(answer.headers["x-ledgergate-unrecognised"]).toBeUndefined();
  });

  it("has words for each reason, in both languages", () => {
    for (const reason of UNRECOGNISED_REASONS) {
      const texts = (["en", "fr"] as const).map((locale) =>
        unrecognisedText({ reason, claims: ["upn"], present: [] }, locale),
      );
      expect(new Set(texts).size).toBe(2);
      expect(texts.join("")).not.toContain("{");
    }
  });
});
