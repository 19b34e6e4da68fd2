import { compileMessage } from "@lingui/message-utils/compileMessage";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";
import { PROOF_TEXTS } from "../../src/authorization/texts/proof-texts";
import { fill } from "../../src/kernel/catalogue";
import { LOCALES, type Bilingual } from "../../src/kernel/locale";

/** What a person reads is a key of a catalogue: there in each language, with the same parameters, and used. */
const ROOT = path.join(__dirname, "../..");

/** Where refusals are in English alone, and why. */
const FOR_OPERATORS: readonly (readonly [RegExp, string])[] = [
  [/^src\/(cli|config|dev)\//, "the command line, the variables of the server, development: English as their log"],
  [/^src\/infra\/db\//, "opening, backing up and restoring the database, from the command line or at the start"],
  [/^src\/server\/limits\/trusted-documents\.ts$/, "the server does not start with such a file"],
  [/^src\/server\/authentication\/development-issuer\.ts$/, "tokens for development"],
  [/^src\/tenant\/audit\/audit-file\.ts$/, "`audit verify` of a file"],
  [/^src\/authorization\/review\/review-file\.ts$/, "`review verify` of a file"],
  [/^src\/authorization\/proof\/rights-acceptance\.ts$/, "`audit accept`"],
];
/** What may be a refusal besides the two in kernel/errors.ts: each says its words in each language by itself. */
const KINDS = ["AuthenticationFailure", "BilingualRefusal", "OperatorRefusal", "Refusals", "UnfitItem"];
/** Elided words of French before a straight apostrophe; the T of a date format, as in yyyy-MM-dd'T'HH:mm, is no word. */
const STRAIGHT = /(?<![\p{L}'])(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quelqu|aujourd)'\p{L}/iu;

const FILES = execFileSync("git", ["ls-files", "src"], { cwd: ROOT, encoding: "utf8" })
  .split("\n")
  .filter((file) => file.endsWith(".ts") && !file.startsWith("src/console/"))
  .map((file) => {
    const text = readFileSync(path.join(ROOT, file), "utf8");
    return { file, text, tree: () => ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true) };
  });

function nodesOf(tree: ts.SourceFile): ts.Node[] {
  const found: ts.Node[] = [];
  const visit = (node: ts.Node): void => {
    found.push(node);
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

interface Entry {
  readonly catalogue: string;
  readonly key: string;
  readonly texts: Bilingual;
}

function textsOf(value: ts.Expression): Bilingual {
  const texts: Record<string, string> = {};
  for (const property of ts.isObjectLiteralExpression(value) ? value.properties : [])
    if (ts.isPropertyAssignment(property) && ts.isStringLiteralLike(property.initializer))
      texts[property.name.getText()] = property.initializer.text;
  return texts as Bilingual;
}

/** The entries of `const NAME = catalogue({ ... })`. */
function entriesOf(declaration: ts.VariableDeclaration): Entry[] {
  const call = declaration.initializer;
  if (!call || !ts.isCallExpression(call) || call.expression.getText() !== "catalogue") return [];
  const [object] = call.arguments;
  if (!object || !ts.isObjectLiteralExpression(object)) throw new Error(`${declaration.name.getText()} is no literal`);
  return object.properties.map((property) => {
    if (!ts.isPropertyAssignment(property)) throw new Error(`${property.getText()} is no entry`);
    const [catalogue, key] = [declaration.name.getText(), property.name.getText()];
    return { catalogue, key, texts: textsOf(property.initializer) };
  });
}

const ENTRIES = FILES.filter(({ text }) => text.includes("catalogue({")).flatMap(({ tree }) =>
  nodesOf(tree()).filter(ts.isVariableDeclaration).flatMap(entriesOf),
);
const NAMES = [...new Set(ENTRIES.map(({ catalogue }) => catalogue))];

/** The names that a reader of ICU's format finds in the pattern, plurals marked. */
function namesIn(pattern: string): string[] {
  const parts = compileMessage(pattern);
  const named = (typeof parts === "string" ? [] : parts).filter((part) => typeof part !== "string");
  return [...new Set(named.map((part) => [part[0], part[1] ?? ""].join(" ").trim()))].sort();
}

/** Whether the entry goes through `fill`, at once or under a name of its own. */
function isFilled(access: ts.Node, text: string): boolean {
  let node = access;
  while (ts.isConditionalExpression(node.parent) || ts.isParenthesizedExpression(node.parent)) node = node.parent;
  const { parent } = node;
  if (ts.isCallExpression(parent)) return parent.expression.getText() === "fill" && parent.arguments[0] === node;
  return ts.isVariableDeclaration(parent) && text.includes(`fill(${parent.name.getText()},`);
}

interface Use {
  readonly file: string;
  readonly name: string;
  /** Null: the catalogue is used otherwise than by a key that is written out. */
  readonly key: string | null;
  readonly filled: boolean;
}

function usesIn({ file, text, tree }: (typeof FILES)[number]): Use[] {
  const names = NAMES.filter((name) => text.includes(name));
  if (names.length === 0) return [];
  const uses = nodesOf(tree()).filter(
    (node): node is ts.Identifier =>
      ts.isIdentifier(node) &&
      names.includes(node.text) &&
      !ts.isImportSpecifier(node.parent) &&
      !ts.isVariableDeclaration(node.parent),
  );
  return uses.map((node) => {
    const { parent } = node;
    const key = ts.isPropertyAccessExpression(parent) && parent.expression === node ? parent.name.text : null;
    return { file, name: node.text, key, filled: key !== null && isFilled(parent, text) };
  });
}

const USES = FILES.flatMap(usesIn);

test("catalogues are found, each name once", () => {
  expect(NAMES.length).toBeGreaterThan(7);
  expect(ENTRIES.length).toBeGreaterThan(150);
  const keys = ENTRIES.map(({ catalogue, key }) => `${catalogue}.${key}`);
  expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
});

test("each entry says the same in each language, in ICU's format", () => {
  const wrong = ENTRIES.filter(({ texts }) => {
    const said = LOCALES.map((locale) => texts[locale] ?? "");
    if (said.some((text) => text === "")) return true;
    const [en, ...others] = said.map((text) => namesIn(text).join());
    return others.some((names) => names !== en);
  });
  expect(wrong).toEqual([]);
});

test("French is written with ’, not with a straight apostrophe", () => {
  const straight = FILES.filter(({ text }) => STRAIGHT.test(text)).flatMap(({ file, tree }) =>
    nodesOf(tree())
      .filter((node) => ts.isStringLiteralLike(node) || ts.isTemplateLiteralToken(node))
      .filter(({ text }) => STRAIGHT.test(text))
      .map(({ text }) => `${file}: ${text}`),
  );
  expect(straight).toEqual([]);
});

test("what a reader of ICU's format finds in an entry is what is filled in", () => {
  const wrong = ENTRIES.flatMap(({ catalogue, key, texts }) => {
    const names = namesIn(texts.en).map((name) => name.split(" ")[0]!);
    const filled = fill(texts, Object.fromEntries(names.map((name) => [name, `<${name}>`])) as never);
    return LOCALES.filter((locale) => /[{}]/.test(filled[locale])).map((locale) => `${catalogue}.${key} ${locale}`);
  });
  expect(wrong).toEqual([]);
});

test("each entry is used by its written key, with its parameters", () => {
  const used = new Set(USES.map(({ name, key }) => `${name}.${key}`));
  const unused = ENTRIES.map(({ catalogue, key }) => `${catalogue}.${key}`).filter((key) => !used.has(key));
  expect(unused).toEqual([]);
  expect(USES.filter(({ key }) => key === null)).toEqual([]);
  const needsFilling = new Set(
    ENTRIES.filter(({ texts }) => namesIn(texts.en).length > 0).map(({ catalogue, key }) => `${catalogue}.${key}`),
  );
  expect(USES.filter(({ name, key, filled }) => needsFilling.has(`${name}.${key}`) !== filled)).toEqual([]);
});

test("only operators are refused in English alone", () => {
  const english = FILES.filter(({ text }) => /new OperatorRefusal\(/.test(text)).map(({ file }) => file);
  expect(english.filter((file) => !FOR_OPERATORS.some(([where]) => where.test(file)))).toEqual([]);
  expect(FOR_OPERATORS.filter(([where]) => !english.some((file) => where.test(file)))).toEqual([]);
});

test("there is no other way to make a refusal", () => {
  const kinds = FILES.flatMap(({ text }) =>
    [...text.matchAll(/class (\w+)(?:<[^>]*>)? extends Refusal\b/g)].map(([, name]) => name!),
  );
  expect(kinds.sort()).toEqual(KINDS);
});

test("a count takes the form that its language has for it", () => {
  const text = {
    en: "{count, plural, one {# day} other {# days}} of {month}",
    fr: "{count, plural, one {# jour} other {# jours}} de {month}",
  } as const;
  const month = { en: "May", fr: "mai" };
  expect([0, 1, 2].map((count) => fill(text, { count, month }).en)).toEqual([
    "0 days of May",
    "1 day of May",
    "2 days of May",
  ]);
  expect([0, 1, 2].map((count) => fill(text, { count, month }).fr)).toEqual([
    "0 jour de mai",
    "1 jour de mai",
    "2 jours de mai",
  ]);
});

test("a sentence has several counts, each in its form, beside plain parameters", () => {
  const lost = (missing: number, all: number) =>
    fill(PROOF_TEXTS.decisionsMissing, { missing, all, until: "2026-11-24" });
  expect(lost(1, 3)).toEqual({
    en: "1 of 3 decisions, the newest of 2026-11-24, is gone.",
    fr: "Sur 3 décisions, la plus récente du 2026-11-24, 1 a disparu.",
  });
  expect(lost(2, 2).fr).toBe("Sur 2 décisions, la plus récente du 2026-11-24, 2 ont disparu.");
  expect(lost(1, 1).en).toBe("1 of 1 decision, the newest of 2026-11-24, is gone.");
});
