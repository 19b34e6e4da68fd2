import type { FastifyInstance } from "fastify";
import { createHash } from "node:crypto";
import { escapeHtml } from "../../kernel/html";
import type { Config } from "../../config/config";
import type { Locale } from "../../kernel/locale";
import { mayBecomeDemoPerson } from "../authentication/development-access";
import { addGraphiqlAssets } from "./graphiql-assets";
import { GRAPHIQL_TEXTS } from "./graphiql-texts";
import { GRAPHQL_PATH, localeOf, sendProblem } from "../../infra/http/http-problem";
import { type OperationTab, readOperationTabs } from "./operation-tabs";

/** A demo person whom the reader of the GraphiQL page can be. */
export interface Persona {
  readonly email: string;
  readonly name?: string;
  /** What the person may do, in a few words: "approver of commitments only". */
  readonly title: string;
}

export interface GraphiqlParts {
  readonly config: Pick<Config, "production" | "publicUrl" | "host" | "corsOrigins" | "developmentTokensAskedFor">;
  readonly personas: readonly Persona[];
  readonly issueToken?: (email: string) => Promise<string>;
  readonly operationsDirectory: string;
}

const NO_EXAMPLE = { query: "{\n  __typename\n}\n" };
const TOKEN_PATH = "/graphiql/token";

/** Scripts and workers of this origin only. The editor writes style elements of its own, hence 'unsafe-inline' there. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");
const HEADERS = { "content-security-policy": POLICY };

/** /graphiql: ready tabs, and in development a choice of demo people. Everything on it comes from this server. */
export async function addGraphiqlPage(app: FastifyInstance, parts: GraphiqlParts): Promise<void> {
  const tabs = await readOperationTabs(parts.operationsDirectory);
  const issueToken = parts.config.production ? undefined : parts.issueToken;
  const personas = issueToken ? parts.personas : [];
  app.get("/graphiql", async (request, reply) =>
    reply
      .headers({ ...HEADERS, "cache-control": "no-store" })
      .type("text/html; charset=utf-8")
      .send(pageOf(localeOf(request), tabs, personas)),
  );
  app.get("/graphiql/", async (_request, reply) => reply.redirect("/graphiql"));
  addGraphiqlAssets(app, HEADERS);
  if (issueToken && personas.length > 0) addPersonaTokens(app, parts, issueToken);
}

/** Tokens for the demo people only, and only to the page itself: a foreign site must not get one from its visitor. */
function addPersonaTokens(app: FastifyInstance, parts: GraphiqlParts, issueToken: (email: string) => Promise<string>) {
  app.post<{ Body: { email?: unknown } | null }>(TOKEN_PATH, async (request, reply) => {
    const ours = mayBecomeDemoPerson(request, parts.config);
    const persona = parts.personas.find(({ email }) => email === request.body?.email);
    if (!ours || !persona) return sendProblem(request, reply, { status: 404, code: "NOT_FOUND" });
    void reply.header("cache-control", "no-store");
    return { token: await issueToken(persona.email) };
  });
}

/** What the page's script needs to know. */
function settingsOf(locale: Locale, tabs: readonly OperationTab[]) {
  return {
    endpoint: GRAPHQL_PATH,
    tokenPath: TOKEN_PATH,
    bundle: "/graphiql/graphiql.js",
    language: locale,
    texts: GRAPHIQL_TEXTS[locale],
    tabs: tabs.length > 0 ? tabs.map(({ query, variables }) => ({ query, variables })) : [NO_EXAMPLE],
    storage: `ledgergate:${createHash("sha256").update(JSON.stringify(tabs)).digest("hex").slice(0, 8)}:`,
    workers: {
      editorWorkerService: "/graphiql/editor-worker.js",
      json: "/graphiql/json-worker.js",
      graphql: "/graphiql/graphql-worker.js",
    },
  };
}

function pageOf(locale: Locale, tabs: readonly OperationTab[], personas: readonly Persona[]): string {
  const texts = GRAPHIQL_TEXTS[locale];
  const settings = JSON.stringify(settingsOf(locale, tabs)).replaceAll("<", "\\u003c");
  return `<!doctype html>
<html lang="${locale}">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Ledgergate · GraphiQL</title>
    <link rel="icon" type="image/svg+xml" href="/graphiql/mark.svg" />
    <link rel="stylesheet" href="/graphiql/graphiql.css" />
    <link rel="stylesheet" href="/graphiql/page.css" />
    <script type="application/json" id="settings">${settings}</script>
    <script src="/graphiql/boot.js" defer></script>
  </head>
  <body>
    <header class="bar">
      <h1><img src="/graphiql/mark.svg" alt="" />Ledgergate</h1>
      <span class="place">GraphiQL</span>
      ${tabs.length > 0 ? exampleChoice(tabs, texts) : ""}
      <div class="who">
        ${personas.length > 0 ? personaChoice(personas, texts) : tokenField(texts)}
        <button type="button" id="reset" title="${escapeHtml(texts.resetTitle)}">${escapeHtml(texts.reset)}</button>
      </div>
    </header>
    <div id="status" role="status" aria-live="polite"></div>
    <main id="root" aria-label="GraphiQL"><p class="waiting">${escapeHtml(texts.loading)}</p></main>
    <noscript>${escapeHtml(texts.noScript)}</noscript>
  </body>
</html>
`;
}

type Texts = (typeof GRAPHIQL_TEXTS)[Locale];

function exampleChoice(tabs: readonly OperationTab[], texts: Texts): string {
  const options = tabs.map(({ name, title }) => `<option value="${escapeHtml(name)}">${escapeHtml(title)}</option>`);
  return `<select id="example" aria-label="${escapeHtml(texts.example)}">
        <option value="">${escapeHtml(texts.chooseExample)}</option>${options.join("")}
      </select>`;
}

function personaChoice(personas: readonly Persona[], texts: Texts): string {
  const options = personas.map(
    ({ email, title }) =>
      `<option value="${escapeHtml(email)}" data-title="${escapeHtml(`${title} (${email})`)}">${escapeHtml(title)}</option>`,
  );
  return `<label for="persona">${escapeHtml(texts.askAs)}</label>
        <select id="persona">${options.join("")}<option value="" data-title="">${escapeHtml(texts.nobody)}</option></select>`;
}

function tokenField(texts: Texts): string {
  return `<label for="token">${escapeHtml(texts.token)}</label>
        <input id="token" type="password" autocomplete="off" spellcheck="false" placeholder="${escapeHtml(texts.tokenHint)}" />`;
}
