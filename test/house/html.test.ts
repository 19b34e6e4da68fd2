import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";
import { template } from "../../src/kernel/html";

const SRC = path.join(__dirname, "../../src");
/** What runs in the browser makes its page by React and by the document, not by text. */
const BROWSER = /^(console|server\/graphiql\/client)\//;
const TAGS =
  "a|b|body|br|button|code|div|fieldset|form|h[1-6]|head|header|html|img|input|label|legend|li|link|main|meta|noscript|" +
  "option|p|pre|script|select|small|span|strong|style|table|td|th|title|tr|ul";
/** How the command line names the value of an option. */
const OPTION = /--[\w-]+ <[\w-]+>/g;
const HTML = new RegExp(`<!doctype|</?(?:${TAGS})(?:\\s[^>]*)?/?>`, "i");

type Literal = ts.StringLiteral | ts.TemplateExpression | ts.NoSubstitutionTemplateLiteral;

/** HTML in a text that is no template's, in a template into which text is put before it is escaped, or that escapes nothing. */
function faultOf(node: Literal): string | null {
  const text = node.getText();
  const isTemplate = ts.isCallExpression(node.parent) && node.parent.expression.getText() === "template";
  if (isTemplate && ts.isTemplateExpression(node)) return "puts something into a template by ${}";
  if (isTemplate) return text.includes("<%~") ? "does not escape (<%~)" : null;
  return HTML.test(text.replace(OPTION, "")) ? "makes HTML outside of a template" : null;
}

function faultsIn(name: string, source: string): string[] {
  const file = ts.createSourceFile(name, source, ts.ScriptTarget.ES2022, true);
  const faults: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteral(node) || ts.isTemplateExpression(node) || ts.isNoSubstitutionTemplateLiteral(node)) {
      const fault = faultOf(node);
      const { line } = file.getLineAndCharacterOfPosition(node.getStart());
      if (fault !== null) faults.push(`${name}:${line + 1} ${fault}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return faults;
}

test("HTML is made by templates that escape, and nowhere else", () => {
  const files = readdirSync(SRC, { recursive: true, encoding: "utf8" }).filter((file) => /\.(ts|cjs|js)$/.test(file));
  const ours = files.filter((file) => !BROWSER.test(file));
  expect(ours.length).toBeGreaterThan(500);
  expect(ours.flatMap((file) => faultsIn(file, readFileSync(path.join(SRC, file), "utf8")))).toEqual([]);
});

test.each([
  ["const page = `<p>${name}</p>`;", "planted.ts:1 makes HTML outside of a template"],
  ['const page = "<h1>" + name + "</h1>";', "planted.ts:1 makes HTML outside of a template"],
  ["const page = template(`<p>${name}</p>`);", "planted.ts:1 puts something into a template by ${}"],
  ["const page = template(`<p><%~ it.name %></p>`);", "planted.ts:1 does not escape (<%~)"],
])("%s is found", (source, fault) => {
  expect(faultsIn("planted.ts", source)).toContain(fault);
});

test("a template escapes all but what another one made", () => {
  const inner = template<{ name: string }>(`<b title="<%= it.name %>"><%= it.name %></b>`);
  const outer = template<{ first: unknown; second: unknown }>(`<p><%= it.first %>, <%= it.second %></p>`);
  const mark = `"'<&>`;
  const escaped = "&quot;&#39;&lt;&amp;&gt;";
  expect(String(outer({ first: inner({ name: mark }), second: mark }))).toBe(
    `<p><b title="${escaped}">${escaped}</b>, ${escaped}</p>`,
  );
  expect(String(outer({ first: { toString: () => mark }, second: [mark] }))).toBe(`<p>${escaped}, ${escaped}</p>`);
});
