import { parse, print } from "graphql";
import { comparisonsIn, FieldRepetition, MAX_COMPARISONS } from "../../../src/server/limits/field-repetition";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { stubServer } from "../support/stub-server";

const OPERATIONS = path.join(__dirname, "../../../schema/operations");
const repetition = () => new FieldRepetition(2000);
const fragments = (count: number, more: (index: number) => string) =>
  Array.from({ length: count }, (_, i) => `fragment f${i} on Query { viewer { kind } ${more(i)} }`).join(" ");

describe("operations that repeat their fields", () => {
  it.each([
    ["one beside the other", `{ ${"viewer { kind } ".repeat(400)} }`],
    ["within one another", `{ ${`viewer { ${"kind ".repeat(30)} } `.repeat(30)} }`],
    [
      "by fragments that spread two more each",
      `{ ...f0 } ${fragments(100, (i) => `...f${Math.min(i + 1, 99)} deep { ...f${Math.min(i + 2, 99)} }`)}`,
    ],
    ["by fragments in a circle", `{ ...f0 } ${fragments(140, (i) => `...f${(i + 1) % 140} ...f${(i + 7) % 140}`)}`],
    ["by inline fragments", `{ ${"... { viewer { kind } } ".repeat(250)} }`],
  ])("%s are refused", (_how, query) => {
    expect(repetition().isTooMuch(query)).toBe(true);
  });

  it("count each pair once, fragments laid open", () => {
    expect(comparisonsIn(parse("{ a a a b }"))).toBe(4 + 3);
    expect(comparisonsIn(parse("{ a { b } a { b } }"))).toBe(2 + 1 + 2 + 1);
    expect(comparisonsIn(parse("{ ...f ...f } fragment f on Query { a }"))).toBe(2 + 1 + 1);
  });

  it("pass as any sensible operation does, and as one that cannot be parsed", () => {
    for (const name of readdirSync(OPERATIONS).filter((file) => file.endsWith(".graphql"))) {
      const text = readFileSync(path.join(OPERATIONS, name), "utf8");
      expect(comparisonsIn(parse(text))).toBeLessThan(MAX_COMPARISONS / 20);
      expect(repetition().isTooMuch(`${print(parse(text))}${" ".repeat(2000)}`)).toBe(false);
    }
    expect(repetition().isTooMuch(`{ ${"viewer { kind } ".repeat(200)}`)).toBe(false);
    expect(repetition().isTooMuch(`{ ${"a ".repeat(3000)} }`)).toBe(false);
  });

  it("are told with a code over HTTP", async () => {
    const stub = await stubServer();
    const { status, errors } = await stub.graphql(`{ ${"viewer { kind } ".repeat(400)} }`);
    expect(status).toBe(400);
    expect(errors?.[0]?.extensions).toMatchObject({ code: "LIMIT_EXCEEDED", limit: "repetition" });
    await stub.app.close();
  });
});
