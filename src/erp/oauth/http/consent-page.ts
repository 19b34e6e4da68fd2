import { createHash } from "node:crypto";
import { escapeHtml } from "../../../kernel/html";
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

/** Which organisation it is to be; who began the consent and for which company is said first. */
export function choicePage(locale: Locale, { token, company, person, tenants }: Choice, action: string): string {
  const texts = CONSENT_TEXTS[locale];
  const options = tenants.map(({ tenantId, name }, index) => {
    const checked = tenants.length === 1 && index === 0 ? " checked" : "";
    const value = escapeHtml(tenantId);
    return `<label><input type="radio" name="organisation" value="${value}" required${checked} /> ${escapeHtml(name)}</label>`;
  });
  return page(
    locale,
    `<h1>${escapeHtml(texts.title)}</h1>
    <p>${escapeHtml(texts.choose(company, person))}</p>
    <p>${escapeHtml(texts.warning)}</p>
    <form method="post" action="${escapeHtml(action)}">
      <input type="hidden" name="choice" value="${escapeHtml(token)}" />
      <fieldset><legend>${escapeHtml(texts.organisations)}</legend>${options.join("")}</fieldset>
      <button type="submit">${escapeHtml(texts.confirm)}</button>
    </form>`,
  );
}

export function donePage(locale: Locale, company: string, organisation: string): string {
  const texts = CONSENT_TEXTS[locale];
  return page(
    locale,
    `<h1>${escapeHtml(texts.title)}</h1>
    <p role="status">${escapeHtml(texts.done(company, organisation))}</p>
    <p>${escapeHtml(texts.close)}</p>`,
  );
}

/** @param detail what the policy said, where it refused */
export function problemPage(locale: Locale, code: ConsentProblem | "INTERNAL", detail: string | null): string {
  const texts = CONSENT_TEXTS[locale];
  return page(
    locale,
    `<h1>${escapeHtml(texts.problem)}</h1>
    <p role="alert">${escapeHtml(texts.problems[code])}</p>
    ${detail === null ? "" : `<p>${escapeHtml(detail)}</p>`}
    <p><code>${code}</code></p>`,
  );
}

function page(locale: Locale, body: string): string {
  return `<!doctype html>
<html lang="${locale}">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="robots" content="noindex" />
    <title>Ledgergate · ${escapeHtml(CONSENT_TEXTS[locale].title)}</title>
    <style>${STYLE}</style>
  </head>
  <body>
    ${body}
  </body>
</html>
`;
}
