import type { FastifyReply } from "fastify";
import { escapeHtml } from "../../kernel/html";
import type { Locale } from "../../kernel/locale";
import type { Persona } from "../graphiql/graphiql-page";
import { SIGN_IN_TEXTS } from "./sign-in-texts";

export const STYLE_PATH = "/sign-in/style.css";

/** Light and dark, for a telephone's width and more; fonts of the system. */
export const STYLE = `:root { color-scheme: light dark; }
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 34rem; margin: 3rem auto; padding: 0 1rem; }
ul { list-style: none; padding: 0; }
li { margin: 0.5rem 0; }
a, button { font: inherit; display: block; width: 100%; box-sizing: border-box; min-height: 2.75rem; padding: 0.6rem 1rem;
  text-align: start; text-decoration: none; cursor: pointer; color: inherit; background: transparent;
  border: 1px solid color-mix(in srgb, currentColor 40%, transparent); border-radius: 0.4rem; }
a:hover, button:hover { border-color: currentColor; }
:focus-visible { outline: 3px solid Highlight; outline-offset: 2px; }
small { display: block; opacity: 0.75; }
`;

export interface Choice {
  readonly href: string;
  readonly label: string;
}

interface SignInPage {
  readonly choices: readonly Choice[];
  readonly personas: readonly Persona[];
  readonly returnTo: string;
}

/** Where to sign in; in development, whom to be. */
export function signInPage(locale: Locale, { choices, personas, returnTo }: SignInPage): string {
  const texts = SIGN_IN_TEXTS[locale];
  const parts: string[] = [];
  if (choices.length > 0) {
    const links = choices.map(
      ({ href, label }) => `<li><a href="${escapeHtml(href)}">${escapeHtml(texts.with(label))}</a></li>`,
    );
    parts.push(paragraph(texts.choose), `<ul>${links.join("")}</ul>`);
  }
  if (personas.length > 0) {
    const buttons = personas.map(({ email, title, name = email }) => personaButton({ email, title, name }, returnTo));
    parts.push(paragraph(texts.demo), `<ul>${buttons.join("")}</ul>`);
  }
  if (parts.length === 0) parts.push(paragraph(texts.nowhere));
  return html(locale, texts.title, parts);
}

export type SignInFailure = "begunElsewhere" | "refused" | "unavailable";

export function failedPage(locale: Locale, failure: SignInFailure): string {
  const texts = SIGN_IN_TEXTS[locale];
  const again = `<p><a href="/sign-in">${escapeHtml(texts.again)}</a></p>`;
  return html(locale, texts.failedTitle, [paragraph(texts[failure]), again]);
}

/** Looking changes nothing: the buttons do. */
export function signOutPage(locale: Locale, isSignedIn: boolean): string {
  const texts = SIGN_IN_TEXTS[locale];
  if (!isSignedIn) return html(locale, texts.outTitle, [paragraph(texts.notIn)]);
  const here = `<button type="submit">${escapeHtml(texts.out)}</button>`;
  const everywhere = `<button type="submit" name="everywhere" value="true">${escapeHtml(texts.outEverywhere)}</button>`;
  return html(locale, texts.outTitle, [
    `<form method="post" action="/sign-out"><ul><li>${here}</li><li>${everywhere}</li></ul></form>`,
  ]);
}

/** @param origin of the issuer, where a form's answer may lead besides this server; null: nowhere else */
export function sendPage(reply: FastifyReply, page: string, status = 200, origin: string | null = null): FastifyReply {
  const targets = ["'self'", ...(origin === null ? [] : [origin])].join(" ");
  const policy = `default-src 'none'; style-src 'self'; form-action ${targets}; base-uri 'none'; frame-ancestors 'none'`;
  const headers = { "content-security-policy": policy, "cache-control": "no-store", "x-robots-tag": "noindex" };
  return reply.code(status).headers(headers).type("text/html; charset=utf-8").send(page);
}

function personaButton({ email, title, name }: Required<Persona>, returnTo: string): string {
  const hidden = (field: string, value: string) =>
    `<input type="hidden" name="${field}" value="${escapeHtml(value)}" />`;
  const label = `${escapeHtml(name)} <small>${escapeHtml(title)}, ${escapeHtml(email)}</small>`;
  return `<li><form method="post" action="/sign-in">${hidden("email", email)}${hidden("returnTo", returnTo)}<button type="submit">${label}</button></form></li>`;
}

function paragraph(text: string): string {
  return `<p>${escapeHtml(text)}</p>`;
}

function html(locale: Locale, title: string, parts: readonly string[]): string {
  return `<!doctype html>
<html lang="${locale}">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Ledgergate · ${escapeHtml(title)}</title>
    <link rel="stylesheet" href="${STYLE_PATH}" />
  </head>
  <body>
    <main>
      <h1>${escapeHtml(title)}</h1>
      ${parts.join("\n      ")}
    </main>
  </body>
</html>
`;
}
