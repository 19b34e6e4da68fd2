import type { FastifyReply } from "fastify";
import { htmlPage, template, type Html } from "../../kernel/html";
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

type Texts = (typeof SIGN_IN_TEXTS)[Locale];

const choosing = template<SignInPage & { readonly texts: Texts }>(`<% if (it.choices.length > 0) { %>
      <p><%= it.texts.choose %></p>
      <ul><% for (const { href, label } of it.choices) { %><li><a href="<%= href %>"><%= it.texts.with(label) %></a></li><% } %></ul>
      <% } %><% if (it.personas.length > 0) { %>
      <p><%= it.texts.demo %></p>
      <ul><% for (const { email, title, name } of it.personas) { %>
        <li><form method="post" action="/sign-in"><input type="hidden" name="email" value="<%= email %>" /><input type="hidden" name="returnTo" value="<%= it.returnTo %>" /><button type="submit"><%= name ?? email %> <small><%= title %>, <%= email %></small></button></form></li>
      <% } %></ul>
      <% } %><% if (it.choices.length + it.personas.length === 0) { %><p><%= it.texts.nowhere %></p><% } %>`);

/** Where to sign in; in development, whom to be. */
export function signInPage(locale: Locale, page: SignInPage): Html {
  const texts = SIGN_IN_TEXTS[locale];
  return plainPage(locale, texts.title, choosing({ ...page, texts }));
}

export type SignInFailure = "begunElsewhere" | "refused" | "unavailable";

const failed = template<{ readonly why: string; readonly again: string }>(
  `<p><%= it.why %></p><p><a href="/sign-in"><%= it.again %></a></p>`,
);

export function failedPage(locale: Locale, failure: SignInFailure): Html {
  const texts = SIGN_IN_TEXTS[locale];
  return plainPage(locale, texts.failedTitle, failed({ why: texts[failure], again: texts.again }));
}

const leaving = template<{ readonly isSignedIn: boolean; readonly texts: Texts }>(`<% if (it.isSignedIn) { %>
      <form method="post" action="/sign-out"><ul><li><button type="submit"><%= it.texts.out %></button></li><li><button type="submit" name="everywhere" value="true"><%= it.texts.outEverywhere %></button></li></ul></form>
      <% } else { %><p><%= it.texts.notIn %></p><% } %>`);

/** Looking changes nothing: the buttons do. */
export function signOutPage(locale: Locale, isSignedIn: boolean): Html {
  const texts = SIGN_IN_TEXTS[locale];
  return plainPage(locale, texts.outTitle, leaving({ isSignedIn, texts }));
}

const stylesheet = template<{ readonly href: string }>(`<link rel="stylesheet" href="<%= it.href %>" />`);
const main = template<{ readonly title: string; readonly body: Html }>(`<main>
      <h1><%= it.title %></h1>
      <%= it.body %>

    </main>`);

/** A page in the style of these, with its title on it. @param head what the head holds besides */
export function plainPage(locale: Locale, title: string, body: Html): Html {
  return htmlPage({
    ...{ locale, title: `Ledgergate · ${title}`, head: stylesheet({ href: STYLE_PATH }), body: main({ title, body }) },
  });
}

/** @param origin of the issuer, where a form's answer may lead besides this server; null: nowhere else */
export function sendPage(reply: FastifyReply, page: Html, status = 200, origin: string | null = null): FastifyReply {
  const targets = ["'self'", ...(origin === null ? [] : [origin])].join(" ");
  const policy = `default-src 'none'; style-src 'self'; form-action ${targets}; base-uri 'none'; frame-ancestors 'none'`;
  const headers = { "content-security-policy": policy, "cache-control": "no-store", "x-robots-tag": "noindex" };
  return reply.code(status).headers(headers).type("text/html; charset=utf-8").send(String(page));
}
