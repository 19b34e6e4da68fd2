import { Eta } from "eta";
import type { Locale } from "../../kernel/locale";
import { PAGE_STYLE } from "./page-style";
import { PAGE_TEXTS } from "./page-texts";

/** Eta escapes whatever stands in `<%= %>`; `<%~ %>` takes what another of these templates made. */
const templates = new Eta({ autoEscape: true, autoTrim: [false, "nl"] });

/** A template that knows what it is filled with. */
export function template<Facts extends object>(text: string): (facts: Facts) => string {
  const compiled = templates.compile(text);
  return (facts) => compiled.call(templates, facts);
}

/** What was just done or refused, told at the top of the page. */
export interface Notice {
  readonly isRefusal: boolean;
  readonly text: string;
}

interface Frame {
  readonly locale: Locale;
  readonly style: string;
  readonly product: string;
  readonly title: string;
  readonly notice: Notice | null;
  readonly refused: string;
  readonly lines: readonly string[];
  /** HTML of templates. */
  readonly body: string;
}

const FRAME = template<Frame>(`<!doctype html>
<html lang="<%= it.locale %>">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title><% if (it.notice?.isRefusal) { %><%= it.refused %> · <% } %><%= it.title %> · <%= it.product %></title>
<style><%~ it.style %></style>
</head>
<body>
<header>
<p class="soft"><%= it.product %></p>
<h1><%= it.title %></h1>
<% for (const line of it.lines) { %>
<p><%= line %></p>
<% } %>
</header>
<main>
<% if (it.notice) { %>
<section class="<%= it.notice.isRefusal ? "refused" : "told" %>" role="<%= it.notice.isRefusal ? "alert" : "status" %>">
<% if (it.notice.isRefusal) { %><h2><%= it.refused %></h2><% } %>
<p><%= it.notice.text %></p>
</section>
<% } %>
<%~ it.body %>
</main>
</body>
</html>
`);

export interface PageParts {
  readonly title: string;
  readonly lines?: readonly string[];
  readonly notice?: Notice | null;
  readonly body?: string;
}

/** A whole page. */
export function page(locale: Locale, { title, lines = [], notice = null, body = "" }: PageParts): string {
  const { product, refused } = PAGE_TEXTS[locale];
  return FRAME({ locale, style: PAGE_STYLE, product, title, notice, refused, lines, body });
}

const GONE = template<{ readonly signIn: string }>(`<section><p><a href="/"><%= it.signIn %></a></p></section>`);

/** Where a link leads that is good no more; it tells nothing of what it was about. */
export function gonePage(locale: Locale, text: "gone" | "left" | "tooOften"): string {
  const texts = PAGE_TEXTS[locale];
  const title = { gone: texts.goneTitle, left: texts.leave, tooOften: texts.refused }[text];
  return page(locale, { title, lines: [texts[text]], body: GONE({ signIn: texts.signIn }) });
}
