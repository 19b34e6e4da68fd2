import { BilingualRefusal, Refusal, localizeError } from "../../src/kernel/errors";
import { readFields, Refusals } from "../../src/kernel/refusals";

const bad = (field: string) => () => {
  throw new BilingualRefusal("BAD_INPUT", { en: `${field} is bad`, fr: `${field} est mauvais` }, ["input", field]);
};

function refusedBy(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    return error;
  }
}

test("what is well-formed is read", () => {
  expect(readFields({ name: () => "Ann", age: () => 7 })).toEqual({ name: "Ann", age: 7 });
});

test("all that is wrong is told at once, in the order of the input and the reader's language", () => {
  const inner = () => readFields({ street: bad("street"), town: bad("town") });
  const refused = refusedBy(() => readFields({ name: bad("name"), age: () => 7, address: inner, mail: bad("mail") }));
  expect(refused).toBeInstanceOf(Refusals);
  expect((refused as Refusals).all.map(({ field }) => field?.at(-1))).toEqual(["name", "street", "town", "mail"]);
  const french = localizeError(refused, "fr") as Refusals;
  expect(french.all.map(({ message }) => message)).toContain("town est mauvais");
  expect(french.message).toBe("name est mauvais");
});

test("one fault is that refusal, and what is no refusal is thrown on", () => {
  const one = refusedBy(() => readFields({ name: bad("name"), age: () => 7 }));
  expect(one).toBeInstanceOf(Refusal);
  expect(one).not.toBeInstanceOf(Refusals);
  const broken = new Error("broken");
  const thrown = () => {
    throw broken;
  };
  expect(refusedBy(() => readFields({ name: bad("name"), age: thrown }))).toBe(broken);
});
