import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";

const ROOT = path.join(__dirname, "../..");
const GLOSSARY = readFileSync(path.join(ROOT, "docs/glossary.md"), "utf8");
const SCHEMA = readFileSync(path.join(ROOT, "schema/schema.graphql"), "utf8");

interface Entry {
  readonly word: string;
  readonly not: readonly string[];
}

const ENTRIES: readonly Entry[] = [...GLOSSARY.matchAll(/^\| ([^|]+) \| [^|]+ \|([^|]*)\|$/gm)]
  .map(([, word, not]) => ({ word: word!.trim(), not: not!.split(",").map((one) => one.trim()) }))
  .filter(({ word }) => word !== "Word" && !word.startsWith("-"));
/** A word of several is not a name. */
const REFUSED = ENTRIES.flatMap(({ not }) => not).filter((word) => word !== "" && !word.includes(" "));

const sources = execFileSync("git", ["ls-files", "src", "bench", "*.ts"], { cwd: ROOT, encoding: "utf8" })
  .split("\n")
  .filter((file) => /^(src|bench)\/.*\.tsx?$/.test(file) && !file.includes("/migrations/"))
  .map((file) => ({ file, text: readFileSync(path.join(ROOT, file), "utf8") }));

/** What a file declares at its top: types in capitals, functions, constants. */
const declared = sources.flatMap(({ file, text }) =>
  [...text.matchAll(/^(?:export )?(?:abstract )?(?:async )?(?:class|interface|type|enum|function|const) (\w+)/gm)].map(
    ([, name]) => ({ file, name: name! }),
  ),
);
const inSchema = [...SCHEMA.matchAll(/^(?:type|enum|input|interface|union|scalar) (\w+)/gm)].map(([, name]) => ({
  file: "schema/schema.graphql",
  name: name!,
}));

/** "RecordKind" and "RECORD_KIND" are record and kind. */
function wordsOf(name: string): string[] {
  return name
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .split(/[\s_]+/)
    .map((word) => word.toLowerCase());
}

/** A refused word in capitals is refused of constants: `MOST_ROWS`, not `mostRecent`. */
function contains(name: string, refused: string): boolean {
  if (refused === refused.toUpperCase() && name !== name.toUpperCase()) return false;
  return ` ${wordsOf(name).join(" ")} `.includes(` ${wordsOf(refused).join(" ")} `);
}

describe("docs/glossary.md", () => {
  test("is read", () => {
    expect(ENTRIES.length).toBeGreaterThan(30);
    expect(REFUSED).toEqual(expect.arrayContaining(["Duty", "LONGEST"]));
  });

  test("explains each word once", () => {
    const words = ENTRIES.map(({ word }) => word);
    expect(words.filter((word, index) => words.indexOf(word) !== index)).toEqual([]);
  });

  test("a refused word is in no name that is declared, in code or schema", () => {
    const found = [...declared, ...inSchema].flatMap(({ file, name }) =>
      REFUSED.filter((word) => contains(name, word)).map((word) => `${name} in ${file} has "${word}"`),
    );
    expect(found).toEqual([]);
  });

  test("each word names something that exists", () => {
    const everything = `${sources.map(({ text }) => text).join("\n")}\n${SCHEMA}`.toLowerCase();
    const missing = ENTRIES.map(({ word }) => word).filter(
      (word) => !word.includes(" ") && !everything.includes(word.toLowerCase()),
    );
    expect(missing).toEqual([]);
  });
});
