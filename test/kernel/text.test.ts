import fc from "fast-check";
import { normalText, readText, textFrom, type TextForm } from "../../src/kernel/text";

const FORMS: readonly TextForm[] = ["code", "name", "prose"];
const problem = (form: TextForm, text: string, max = 200) => readText(form, text, max).problem?.code ?? null;

describe("the one rule for texts", () => {
  it.each([
    ["code", " \uff11\uff12\u2011A\u00a0 7 ", "12\u2010A 7"],
    ["name", "  Dube\u0301   &\u00a0Fils ", "Dub\u00e9 & Fils"],
    ["prose", " one\r\ntwo  three ", "one\ntwo  three"],
    ["name", "Steel \u2082 \u00bd", "Steel \u2082 \u00bd"],
  ] as const)("a %s %j is kept as %j", (form, text, kept) => {
    expect(readText(form, text, 200)).toEqual({ value: kept, problem: null });
  });

  it.each([
    "a\u200bb",
    "a\u202eb",
    "\u2066a",
    "a\u00adb",
    "a\u0000b",
    "a\u001bb",
    "a\ufeffb",
    "a\ud800b",
    "a\ue000b",
    "a\u3164b",
    "a\u200db",
    "a\u034fb",
  ])("%j holds something invisible, in every form", (text) => {
    for (const form of FORMS) expect(problem(form, text)).toBe("INVISIBLE");
  });

  it.each(["a\nb", "a\tb", "a\u2028b", "a\u0085b", "a\r\nb"])("%j is no name and no code", (text) => {
    expect([problem("name", text), problem("code", text)]).toEqual(["NOT_ONE_LINE", "NOT_ONE_LINE"]);
  });

  it("lets joiners be where a script or a picture needs them", () => {
    expect(problem("name", "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645")).toBeNull();
    expect(problem("name", "Team \u2764\ufe0f \u{1f469}\u200d\u{1f527}")).toBeNull();
  });

  it("counts what is kept, and names what is wrong in both languages", () => {
    expect(readText("name", "x".repeat(201), 200).problem).toEqual({ code: "TOO_LONG", values: ["200", "201"] });
    expect(problem("name", " \u00a0 ")).toBe("EMPTY");
    expect(() => textFrom("name", "a\u202eb", 200, ["input", "name"])).toThrow("U+202E");
  });

  it("has one normal form, which is its own", () => {
    fc.assert(
      fc.property(fc.constantFrom(...FORMS), fc.string({ unit: "binary", maxLength: 20 }), (form, text) => {
        const { value } = readText(form, text, 1000);
        if (value === null) return;
        expect(readText(form, value, 1000).value).toBe(value);
        expect(normalText(form, value.normalize("NFD"))).toBe(value);
      }),
    );
  });
});
