import { escapeHtml } from "../../kernel/html";
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

/** What is shown until the console is built: it looks again by itself, without a script. */
export function waitingPage(locale: Locale): string {
  const { title, lines } = TEXTS[locale];
  return `<!doctype html>
<html lang="${locale}">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta http-equiv="refresh" content="2" />
    <title>Ledgergate</title>
    <link rel="stylesheet" href="${STYLE_PATH}" />
  </head>
  <body>
    <main>
      <h1>${escapeHtml(title)}</h1>
      ${lines.map((line) => `<p>${escapeHtml(line)}</p>`).join("\n      ")}
      <p><a href="/graphiql">GraphiQL</a></p>
    </main>
  </body>
</html>
`;
}
