import { createHash } from "node:crypto";
import { htmlPage, template, type Html } from "../../../kernel/html";
import type { Locale } from "../../../kernel/locale";
import type { Choice } from "../consent.service";
import type { ConsentProblem } from "../consent-refused";
import { CONSENT_TEXTS } from "./consent-texts";

const STYLE = `
:root { color-scheme: light dark; }
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 36rem; margin: 4rem auto; padding: 0 1.5rem; }
h1 { font-size: 1.4rem; }
fieldset { border: 1px solid; border-radius: 6px; margin: 1.5rem 0; padding: 1rem; }
label { display: block; padding: 0.3rem 0; }
button { font: inherit; padding: 0.5rem 1.5rem; border: 0; border-radius: 6px; background: #0b5cad; color: #fff; }
button:focus-visible, input:focus-visible { outline: 3px solid #f5a623; outline-offset: 2px; }
code { opacity: 0.7; }
`;

/** No script, nothing from elsewhere, and a form that goes back to this server alone. */
export const CONSENT_HEADERS = {
  "content-security-policy": [
    "default-src 'none'",
    `style-src 'sha256-${createHash("sha256").update(STYLE).digest("base64")}'`,
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join("; "),
  "cache-control": "no-store",
  // The address carries the code of the consent.
  "referrer-policy": "no-referrer",
} as const;

type Texts = (typeof CONSENT_TEXTS)[Locale];

const choice = template<Choice & { readonly texts: Texts; readonly action: string }>(`<h1><%= it.texts.title %></h1>
    <p><%= it.texts.choose(it.company, it.person) %></p>
    <p><%= it.texts.warning %></p>
    <form method="post" action="<%= it.action %>">
      <input type="hidden" name="choice" value="<%= it.token %>" />
      <fieldset><legend><%= it.texts.organisations %></legend>
      <% for (const { tenantId, name } of it.tenants) { %>
        <label><input type="radio" name="organisation" value="<%= tenantId %>" required<% if (it.tenants.length === 1) { %> checked<% } %> /> <%= name %></label>
      <% } %></fieldset>
      <button type="submit"><%= it.texts.confirm %></button>
    </form>`);

/** Which organisation it is to be; who began the consent and for which company is said first. */
export function choicePage(locale: Locale, chosen: Choice, action: string): string {
  return page(locale, choice({ ...chosen, texts: CONSENT_TEXTS[locale], action }));
}

const done = template<{
  readonly title: string;
  readonly done: string;
  readonly close: string;
}>(`<h1><%= it.title %></h1>
    <p role="status"><%= it.done %></p>
    <p><%= it.close %></p>`);

export function donePage(locale: Locale, company: string, organisation: string): string {
  const texts = CONSENT_TEXTS[locale];
  return page(locale, done({ ...texts, done: texts.done(company, organisation) }));
}

interface Problem {
  readonly title: string;
  readonly problem: string;
  readonly detail: string | null;
  readonly code: string;
}

const problem = template<Problem>(`<h1><%= it.title %></h1>
    <p role="alert"><%= it.problem %></p>
    <% if (it.detail !== null) { %><p><%= it.detail %></p><% } %>
    <p><code><%= it.code %></code></p>`);

/** @param detail what the policy said, where it refused */
export function problemPage(locale: Locale, code: ConsentProblem | "INTERNAL", detail: string | null): string {
  const texts = CONSENT_TEXTS[locale];
  return page(locale, problem({ title: texts.problem, problem: texts.problems[code], detail, code }));
}

// The policy of the page knows the style by its digest: it holds no character that would be escaped.
const head = template<{ readonly style: string }>(`<meta name="robots" content="noindex" />
    <style><%= it.style %></style>`);

function page(locale: Locale, body: Html): string {
  const title = `Ledgergate · ${CONSENT_TEXTS[locale].title}`;
  return String(htmlPage({ locale, title, head: head({ style: STYLE }), body }));
}
