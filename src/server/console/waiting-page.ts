import { htmlPage, template } from "../../kernel/html";
import type { Locale } from "../../kernel/locale";
import { STYLE_PATH } from "../session/sign-in-page";

const TEXTS: Readonly<Record<Locale, { readonly title: string; readonly lines: readonly string[] }>> = {
  en: {
    title: "The console is being built",
    lines: [
      "This takes a minute or two at the first start; the page then opens by itself.",
      "If it stays like this, npm run build:console says why.",
    ],
  },
  fr: {
    title: "La console est en cours de construction",
    lines: [
      "Cela prend une minute ou deux au premier démarrage ; la page s’ouvre ensuite d’elle-même.",
      "Si rien ne change, npm run build:console en dit la raison.",
    ],
  },
};

const head = template<{ readonly style: string }>(`<meta http-equiv="refresh" content="2" />
    <link rel="stylesheet" href="<%= it.style %>" />`);
const body = template<(typeof TEXTS)[Locale]>(`<main>
      <h1><%= it.title %></h1>
      <% for (const line of it.lines) { %><p><%= line %></p><% } %>
      <p><a href="/graphiql">GraphiQL</a></p>
    </main>`);

/** What is shown until the console is built: it looks again by itself, without a script. */
export function waitingPage(locale: Locale): string {
  return String(
    htmlPage({ locale, title: "Ledgergate", head: head({ style: STYLE_PATH }), body: body(TEXTS[locale]) }),
  );
}
