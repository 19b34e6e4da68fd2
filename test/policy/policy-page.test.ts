import { readFileSync } from "node:fs";
import { join } from "node:path";
import { EN } from "../../src/policy/texts/en";
import { REMEDIES } from "../../src/policy/model/remedies";
import { ACTIONS, DECISION_CODES, GATE_CODES } from "../../src/policy/model/vocabulary";

const PAGE = readFileSync(join(__dirname, "../../docs/policy.md"), "utf8");

/** The cells of every table row that begins with one of the names. */
const rows = (pattern: RegExp): string[][] =>
  PAGE.split("\n")
    .map((line) => line.split("|").map((text) => text.trim()))
    .filter(([, first = ""]) => pattern.test(first));

describe("docs/policy.md", () => {
  it("lists the gates, in their order", () => {
    expect(rows(/^[A-Z_]{5,}$/).map(([, code]) => code)).toEqual([...GATE_CODES]);
  });

  it("names the same people as the remedies do", () => {
    const said = new Map(rows(/^[A-Z_]{5,}$/).map(([, code = "", , who = ""]) => [code, who]));
    for (const code of GATE_CODES) {
      const words = EN.roles[REMEDIES[code].role].replace(/^(an?|the) /, "");
      const short = REMEDIES[code].role.replaceAll("_", " ");
      expect([code, said.get(code)]).toEqual([code, expect.stringMatching(new RegExp(`${short}|${words}`))]);
    }
  });

  it("mentions every other code and every action", () => {
    for (const code of DECISION_CODES) expect(PAGE).toContain(code);
    const actions = rows(/^[a-z_]+\b/).flatMap(([, cell = ""]) => cell.replace(/\(.*\)/, "").split(/,\s*/));
    expect(new Set(actions.map((name) => name.trim()))).toEqual(new Set(["action", "code", ...ACTIONS]));
  });
});
