import { compileMessage, type CompiledMessage } from "@lingui/message-utils/compileMessage";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

const CONSOLE = path.join(__dirname, "../../src/console");
type Catalogue = Readonly<Record<string, string>>;
const catalogue = (name: string) => JSON.parse(readFileSync(path.join(CONSOLE, `${name}.json`), "utf8")) as Catalogue;
/** Parts that are loaded with the screens of some folders; all others have to do without. */
const PARTS: readonly (readonly [string, RegExp])[] = [
  ["messages/access-", /^(access|people)[/\\]/],
  ["messages/set-up-", /^set-up[/\\]/],
];
const whole = (language: string): Catalogue =>
  Object.assign(
    {},
    ...["messages/", "generated/words-", ...PARTS.map(([part]) => part)].map((part) => catalogue(part + language)),
  ) as Catalogue;
const english = whole("en");
const french = whole("fr");

function sources(belongs: (name: string) => boolean): string {
  return readdirSync(CONSOLE, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/.test(name) && !name.startsWith("generated") && belongs(name))
    .map((name) => readFileSync(path.join(CONSOLE, name), "utf8"))
    .join("\n");
}

/** Names of the places that a message fills. */
function placesOf(message: CompiledMessage): string[] {
  if (typeof message === "string") return [];
  const names = message.flatMap((token): string[] => {
    if (typeof token === "string") return [];
    const [name, , options] = token;
    const inner = typeof options === "object" ? Object.values(options as object) : [];
    return [name, ...inner.flatMap((each) => (Array.isArray(each) ? placesOf(each as CompiledMessage) : []))];
  });
  return [...new Set(names)].filter((name) => name !== "#").sort();
}

test("each message is there in English and French", () => {
  expect(Object.keys(french)).toEqual(Object.keys(english));
  expect(Object.entries({ ...english, ...french }).filter(([, text]) => text.trim() === "")).toEqual([]);
});

test("both have the same places to fill", () => {
  const differing = Object.keys(english).filter(
    (key) =>
      String(placesOf(compileMessage(english[key] ?? ""))) !== String(placesOf(compileMessage(french[key] ?? ""))),
  );
  expect(differing).toEqual([]);
});

test("each message is used", () => {
  const all = sources(() => true);
  const isUsed = (key: string) => {
    const family = key.split(".")[0] ?? "";
    return all.includes(`"${key}"`) || all.includes(`\`${family}.\${`) || all.includes(`code("${family}"`);
  };
  expect(Object.keys(english).filter((key) => !isUsed(key))).toEqual([]);
});

test.each(PARTS)("what is in %sen.json is needed by no screen that does not load it", (part, folders) => {
  const others = sources((name) => !folders.test(name));
  const own = Object.keys(catalogue(`${part}en`));
  const isNeeded = (key: string) =>
    others.includes(`"${key}"`) || others.includes(`code("${key.split(".")[0]}"`) || key in catalogue("messages/en");
  expect(own.filter(isNeeded)).toEqual([]);
});
