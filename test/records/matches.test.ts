import fc from "fast-check";
import { matchesOf, similarName, type Matchable } from "../../src/records/matching/matches";
import { runs } from "../policy/runs";

const one = (id: string, title: string, payload: Record<string, unknown> = {}, number = ""): Matchable => ({
  id,
  title,
  number,
  payload,
});

test.each([
  ["Bâtir S.A.S.", "BATIR"],
  ["Steel & Works, Inc.", "Steel and Works"],
  ["The Harbour Steel Company Ltd", "harbour  steel"],
  ["Müller GmbH", "muller"],
])("%s and %s are written alike", (a, b) => expect(similarName(a)).toBe(similarName(b)));

test("a name of legal forms alone stays a name", () => expect(similarName("Co. Ltd")).toBe("co ltd"));

test("each reason has its weight, and several make it surer", () => {
  const [byTax, ...rest] = matchesOf(
    [one("r1", "Northside", { taxNumber: "FR 12-345", email: "Ap@North.test" }), one("r2", "Bright Painting")],
    [one("c1", "Northside SARL", { taxNumber: "fr12345", email: "ap@north.test" }), one("c2", "BRIGHT PAINTING")],
  );
  expect(byTax).toMatchObject({ record: { id: "r1" }, reasons: ["tax_number", "email", "similar_name"], score: 100 });
  expect(rest).toMatchObject([{ record: { id: "r2" }, reasons: ["name"], score: 90, ambiguous: false }]);
});

test("what is rivalled or outdone is for a person to decide", () => {
  const twins = matchesOf([one("r", "Steel")], [one("a", "Steel"), one("b", "STEEL")]);
  expect(twins.map(({ ambiguous }) => ambiguous)).toEqual([true, true]);
  const outdone = matchesOf([one("r", "Steel")], [one("a", "Steel"), one("b", "Steel Ltd")]);
  expect(outdone.map(({ counterpart, ambiguous }) => [counterpart.id, ambiguous])).toEqual([
    ["a", false],
    ["b", true],
  ]);
});

test("law: unambiguous pairs name nobody twice, the order of the lists says nothing, and equal names are always found", () => {
  const name = fc.constantFrom("Steel", "STEEL ", "Steel Ltd", "Concrete", "Concrète S.A.", "Paint", "");
  const side = (prefix: string) =>
    fc
      .array(fc.tuple(name, fc.constantFrom("", "a@x.test", "b@x.test"), fc.constantFrom("", "1", "2")), {
        maxLength: 6,
      })
      .map((rows) =>
        rows.map(([title, email, taxNumber], index) => one(`${prefix}${index}`, title, { email, taxNumber })),
      );
  const property = fc.property(side("r"), side("c"), (records, counterparts) => {
    const matches = matchesOf(records, counterparts);
    const sure = matches
      .filter(({ ambiguous }) => !ambiguous)
      .flatMap(({ record, counterpart }) => [record.id, counterpart.id]);
    expect(new Set(sure).size).toBe(sure.length);
    const turned = matchesOf([...records].reverse(), [...counterparts].reverse());
    expect(turned).toEqual(matches);
    for (const record of records)
      for (const counterpart of counterparts) {
        const equal =
          record.title.trim() !== "" && record.title.trim().toLowerCase() === counterpart.title.trim().toLowerCase();
        const found = matches.some((match) => match.record === record && match.counterpart === counterpart);
        if (equal) expect(found).toBe(true);
      }
    expect(matches.every(({ score, reasons }) => score > 0 && score <= 100 && reasons.length > 0)).toBe(true);
  });
  fc.assert(property, runs(200));
});
