import { template, type Html } from "../../kernel/html";
import type { Locale } from "../../kernel/locale";
import { pageStyle } from "./page-style";
import { PAGE_TEXTS } from "./page-texts";

/** What was just done or refused, told at the top of the page. */
export interface Notice {
  readonly isRefusal: boolean;
  readonly text: string;
}

interface Frame {
  readonly locale: Locale;
  readonly style: Html;
  readonly product: string;
  readonly title: string;
  readonly notice: Notice | null;
  readonly refused: string;
  readonly lines: readonly string[];
  readonly body: readonly Html[];
}

const FRAME = template<Frame>(`<!doctype html>
<html lang="<%= it.locale %>">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title><% if (it.notice?.isRefusal) { %><%= it.refused %> · <% } %><%= it.title %> · <%= it.product %></title>
<style><%= it.style %></style>
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
<% for (const part of it.body) { %><%= part %><% } %>
</main>
</body>
</html>
`);

export interface PageParts {
  readonly title: string;
  readonly lines?: readonly string[];
  readonly notice?: Notice | null;
  readonly body?: readonly Html[];
}

/** A whole page. */
export function page(locale: Locale, { title, lines = [], notice = null, body = [] }: PageParts): string {
  const { product, refused } = PAGE_TEXTS[locale];
  return String(FRAME({ locale, style: pageStyle({}), product, title, notice, refused, lines, body }));
}

const GONE = template<{ readonly signIn: string }>(`<section><p><a href="/"><%= it.signIn %></a></p></section>`);

/** Where a link leads that is good no more; it tells nothing of what it was about. */
export function gonePage(locale: Locale, text: "gone" | "left" | "tooOften"): string {
  const texts = PAGE_TEXTS[locale];
  const title = { gone: texts.goneTitle, left: texts.leave, tooOften: texts.refused }[text];
  return page(locale, { title, lines: [texts[text]], body: [GONE({ signIn: texts.signIn })] });
}
