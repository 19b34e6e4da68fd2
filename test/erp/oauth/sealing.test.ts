import fc from "fast-check";
import { randomBytes } from "node:crypto";
import { keyIdOf, SealBroken, Sealing, type SealingKey } from "../../../src/erp/oauth/sealing";
import { runs } from "../../policy/runs";

const key = (id: string): SealingKey => ({ id, secret: randomBytes(32) });
const [old, young] = [key("2025"), key("2026")];
const before = new Sealing([old]);
const after = new Sealing([young, old]);
const text = fc.string({ unit: "binary", maxLength: 300 });

test("what was sealed opens to the same text, in its place only, and shows nothing of it", () => {
  fc.assert(
    fc.property(text, text, text, (secret, place, other) => {
      const sealed = before.seal(secret, place);
      expect(before.open(sealed, place)).toBe(Buffer.from(secret, "utf8").toString("utf8"));
      expect(sealed).toMatch(/^v1\.2025\.[\w-]{16}\.[\w-]+$/);
      if (secret.length > 3) expect(sealed).not.toContain(secret);
      if (other !== place) expect(() => before.open(sealed, other)).toThrow(SealBroken);
    }),
    runs(200),
  );
});

test("no character of it can be changed", () => {
  fc.assert(
    fc.property(text, fc.nat(), fc.constantFrom(..."ABCabc019-_."), (secret, at, character) => {
      const sealed = before.seal(secret, "place");
      const index = at % sealed.length;
      const changed = `${sealed.slice(0, index)}${character}${sealed.slice(index + 1)}`;
      if (changed !== sealed) expect(() => before.open(changed, "place")).toThrow(SealBroken);
    }),
    runs(400),
  );
});

test("the same secret is never sealed to the same text", () => {
  const seals = Array.from({ length: 100 }, () => before.seal("secret", "place"));
  expect(new Set(seals).size).toBe(100);
});

test("an older key opens, the newest seals, and what is brought under it opens without the older", () => {
  const sealed = before.seal("secret", "place");
  expect(after.open(sealed, "place")).toBe("secret");
  const again = after.resealed(sealed, "place") ?? "";
  expect([keyIdOf(sealed), keyIdOf(again)]).toEqual(["2025", "2026"]);
  expect(new Sealing([young]).open(again, "place")).toBe("secret");
  expect(after.resealed(again, "place")).toBeNull();
  expect(() => new Sealing([young]).open(sealed, "place")).toThrow(/there is no key "2025"/);
});

test("a key of the wrong length, without a name, or of a name that is taken, is no key", () => {
  expect(() => new Sealing([{ id: "a", secret: randomBytes(31) }])).toThrow();
  expect(() => new Sealing([key("a.b")])).toThrow();
  expect(() => new Sealing([key("a"), key("a")])).toThrow();
});
