import type { FastifyInstance, FastifyReply } from "fastify";
import { htmlPage, template } from "../../kernel/html";
import type { Locale } from "../../kernel/locale";
import type { LinkReader, LetterLink, Unsubscribing } from "../../infra/mail/unsubscribing";
import { UNSUBSCRIBE_PATH } from "../../infra/mail/unsubscribe";
import { LETTER_PAGE_TEXTS } from "./letter-page-texts";
import { localeOf } from "../../infra/http/http-problem";

/** A page with a button and nothing else; a form may be sent to this server only. */
const HEADERS = {
  "content-security-policy": "default-src 'none'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  "cache-control": "no-store",
  "x-robots-tag": "noindex",
};

/** The page on which a letter of a kind is stopped. What else letters name are addresses of the console. */
export async function addLetterPages(app: FastifyInstance, unsubscribing: Unsubscribing): Promise<void> {
  await app.register(async (scope) => {
    // Forms are understood here only, and their content is not looked at: all is in the address (RFC 8058).
    const options = { parseAs: "string", bodyLimit: 10_000 } as const;
    scope.addContentTypeParser(
      /^(application\/x-www-form-urlencoded|multipart\/form-data)/,
      options,
      (_request, _body, done) => done(null, null),
    );
    addUnsubscribe(scope, unsubscribing);
  });
}

interface Query extends Partial<LetterLink> {
  readonly wanted?: string;
}

/** Looking changes nothing, since mail programs look at links by themselves; the button, or theirs, does. */
function addUnsubscribe(app: FastifyInstance, unsubscribing: Unsubscribing): void {
  app.get<{ Querystring: Query }>(UNSUBSCRIBE_PATH, async (request, reply) => {
    const link = linkOf(request.query);
    const reader = await unsubscribing.look(link);
    const locale = reader?.locale ?? localeOf(request);
    return page(reply, reader ? askPage(locale, reader, link) : unknownPage(locale), reader ? 200 : 404);
  });
  app.post<{ Querystring: Query }>(UNSUBSCRIBE_PATH, async (request, reply) => {
    const link = linkOf(request.query);
    const wanted = request.query.wanted === "true";
    const reader = await unsubscribing.set(link, wanted);
    const locale = reader?.locale ?? localeOf(request);
    return page(reply, reader ? donePage(locale, reader, link, wanted) : unknownPage(locale), reader ? 200 : 404);
  });
}

/** A parameter that is given twice is a list, and no link of ours. */
function linkOf({ token, kind }: Query): LetterLink {
  return { token: typeof token === "string" ? token : "", kind: typeof kind === "string" ? kind : "" };
}

function page(reply: FastifyReply, html: string, status = 200): FastifyReply {
  return reply.code(status).headers(HEADERS).type("text/html; charset=utf-8").send(html);
}

function askPage(locale: Locale, { email, title }: LinkReader, link: LetterLink): string {
  const texts = LETTER_PAGE_TEXTS[locale];
  return html(locale, texts.stopTitle, [texts.asks(title[locale], masked(email))], button(link, false, texts.stop));
}

function donePage(locale: Locale, { email, title }: LinkReader, link: LetterLink, wanted: boolean): string {
  const texts = LETTER_PAGE_TEXTS[locale];
  if (wanted) return html(locale, texts.againTitle, [texts.again(title[locale], masked(email))]);
  const lines = [texts.stopped(title[locale], masked(email))];
  return html(locale, texts.stopTitle, lines, button(link, true, texts.undo));
}

function unknownPage(locale: Locale): string {
  const texts = LETTER_PAGE_TEXTS[locale];
  return html(locale, texts.unknownTitle, [texts.unknown]);
}

interface Button {
  readonly label: string;
  readonly action: string;
}

function button({ token, kind }: LetterLink, wanted: boolean, label: string): Button {
  const query = new URLSearchParams({ token, kind, wanted: String(wanted) });
  return { label, action: `${UNSUBSCRIBE_PATH}?${query.toString()}` };
}

interface Content {
  readonly title: string;
  readonly lines: readonly string[];
  readonly button?: Button;
}

const content = template<Content>(`<h1><%= it.title %></h1>
    <% for (const line of it.lines) { %><p><%= line %></p><% } %>
    <% if (it.button) { %>
    <form method="post" action="<%= it.button.action %>"><button type="submit"><%= it.button.label %></button></form>
    <% } %>`);

function html(locale: Locale, title: string, lines: readonly string[], button?: Button): string {
  return String(htmlPage({ locale, title: `Ledgergate · ${title}`, body: content({ title, lines, button }) }));
}

/** Enough to know one's own address by: c…k@acme.test. A link can be passed on. */
function masked(email: string): string {
  return email.replace(/^(.)[^@]*?(.?)@/, "$1…$2@");
}
