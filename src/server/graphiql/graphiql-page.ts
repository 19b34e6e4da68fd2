import type { FastifyInstance } from "fastify";
import { createHash } from "node:crypto";
import { htmlPage, template } from "../../kernel/html";
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
  const settings = JSON.stringify(settingsOf(locale, tabs));
  const body = content({ tabs, personas, texts });
  return String(htmlPage({ locale, title: "Ledgergate · GraphiQL", head: head({ settings }), body }));
}

/** The settings stand in an attribute, where the template's escaping is right: a script's text is not unescaped. */
const head = template<{ readonly settings: string }>(`<link rel="icon" type="image/svg+xml" href="/graphiql/mark.svg" />
    <link rel="stylesheet" href="/graphiql/graphiql.css" />
    <link rel="stylesheet" href="/graphiql/page.css" />
    <meta name="settings" id="settings" content="<%= it.settings %>" />
    <script src="/graphiql/boot.js" defer></script>`);

interface Content {
  readonly tabs: readonly OperationTab[];
  readonly personas: readonly Persona[];
  readonly texts: (typeof GRAPHIQL_TEXTS)[Locale];
}

const content = template<Content>(`<header class="bar">
      <h1><img src="/graphiql/mark.svg" alt="" />Ledgergate</h1>
      <span class="place">GraphiQL</span>
      <% if (it.tabs.length > 0) { %>
      <select id="example" aria-label="<%= it.texts.example %>">
        <option value=""><%= it.texts.chooseExample %></option><% for (const { name, title } of it.tabs) { %><option value="<%= name %>"><%= title %></option><% } %>

      </select>
      <% } %>
      <div class="who">
        <% if (it.personas.length > 0) { %>
        <label for="persona"><%= it.texts.askAs %></label>
        <select id="persona"><% for (const { email, title } of it.personas) { %><option value="<%= email %>" data-title="<%= title %> (<%= email %>)"><%= title %></option><% } %><option value="" data-title=""><%= it.texts.nobody %></option></select>
        <% } else { %>
        <label for="token"><%= it.texts.token %></label>
        <input id="token" type="password" autocomplete="off" spellcheck="false" placeholder="<%= it.texts.tokenHint %>" />
        <% } %>
        <button type="button" id="reset" title="<%= it.texts.resetTitle %>"><%= it.texts.reset %></button>
      </div>
    </header>
    <div id="status" role="status" aria-live="polite"></div>
    <main id="root" aria-label="GraphiQL"><p class="waiting"><%= it.texts.loading %></p></main>
    <noscript><%= it.texts.noScript %></noscript>`);
