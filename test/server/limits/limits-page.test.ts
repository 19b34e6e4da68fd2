import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { createSchema } from "../../../src/app";
import { loadConfig } from "../../../src/config/config";
import { inputsOf, type InputBound, MAX_LIST_ITEMS, MAX_TEXT_LENGTHS } from "../../../src/infra/graphql/input-bounds";

const FILE = path.join(__dirname, "../../../docs/limits.md");
const grouped = (count: number) => count.toLocaleString("en-US");

/** What the schema says, as the table of the page. */
function inputTable(): string {
  const rows = [
    ["any list", grouped(MAX_LIST_ITEMS), ""],
    ...Object.entries(MAX_TEXT_LENGTHS).map(([type, length]) => [`any text of type ${type}`, "", grouped(length)]),
  ];
  const add = (name: string, { maxItems, maxLength }: InputBound) => {
    if (maxItems !== undefined || maxLength !== undefined)
      rows.push([`\`${name}\``, maxItems ? grouped(maxItems) : "", maxLength ? grouped(maxLength) : ""]);
  };
  const places = inputsOf(createSchema(null)).sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const { name, bound } of places) add(name, bound);
  const lines = [["input", "items", "characters"], ["---", "---", "---"], ...rows];
  return lines.map((cells) => `| ${cells.join(" | ")} |`.replaceAll("  |", " |")).join("\n");
}

describe("docs/limits.md", () => {
  it("names every bound of an input that is not the usual one; UPDATE_GOLDEN=1 writes the table anew", () => {
    const page = readFileSync(FILE, "utf8");
    const table = `<!-- inputs -->\n\n${inputTable()}\n\n<!-- /inputs -->`;
    const written = page.replace(/<!-- inputs -->[^]*<!-- \/inputs -->/, () => table);
    if (process.env["UPDATE_GOLDEN"] === "1") writeFileSync(FILE, written);
    else expect(page).toBe(written);
  });

  it("names the settings' defaults as they are", () => {
    const page = readFileSync(FILE, "utf8");
    const { limits } = loadConfig({});
    const settings = {
      GRAPHQL_MAX_QUERY_BYTES: limits.queryBytes,
      GRAPHQL_MAX_TOKENS: limits.tokens,
      GRAPHQL_MAX_DEPTH: limits.depth,
      GRAPHQL_MAX_ALIASES: limits.aliases,
      GRAPHQL_MAX_DIRECTIVES: limits.directives,
      GRAPHQL_MAX_COST: limits.cost,
      BODY_LIMIT_BYTES: limits.bodyBytes,
      REQUEST_TIMEOUT_SECONDS: limits.requestSeconds,
      OPERATION_TIMEOUT_SECONDS: limits.operationSeconds,
    };
    for (const [name, value] of Object.entries(settings)) expect(page).toContain(`| ${grouped(value)} | \`${name}\` |`);
  });
});
