import formbody from "@fastify/formbody";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Base } from "../../infra/infra.module";
import { localeOf } from "../../infra/http/http-problem";
import { ACTING_PATH } from "../../infra/mail/links/acting-links";
import type { LetterSessions } from "../../infra/mail/links/letter-sessions";
import { Quotas } from "../../infra/quota/quotas";
import { Refusal } from "../../kernel/errors";
import { template } from "../../kernel/html";
import type { Locale } from "../../kernel/locale";
import { isSameSecret } from "../../kernel/opaque-token";
import type { LetterReader } from "../../onboarding/by-letter/letter-reader";
import type { OnboardingServices } from "../../onboarding/onboarding.module";
import { PolicyRefusal } from "../../policy/ports";
import { clientOf } from "../budget/client-address";
import { callsSection } from "./calls-section";
import { formProof, LetterCookie } from "./letter-cookie";
import { letterForms, type LetterForm } from "./letter-forms";
import { gonePage, page, type Notice } from "./page-frame";
import { PAGE_HEADERS } from "./page-style";
import { DONE, PAGE_TEXTS, type Done } from "./page-texts";

const MAX_FORM_BYTES = 10_000;
/** A minute, of one address: tokens are tried by whoever guesses. */
const MAX_OPENED = 30;
/** A minute, of one link. */
const MAX_ACTS = 30;

type Needs = Pick<Base, "config" | "clock"> &
  Pick<OnboardingServices, "letterReaders" | "letterCalls"> & { readonly letterSessions: LetterSessions };

/** The page on which the reader of a letter acts without signing in. */
export async function addFromLetter(app: FastifyInstance, needs: Needs): Promise<void> {
  const page = new FromLetter(needs);
  await app.register(async (scope) => {
    await scope.register(formbody, { bodyLimit: MAX_FORM_BYTES });
    scope.addHook("onRequest", (_request, reply, done) => {
      void reply.headers(PAGE_HEADERS);
      done();
    });
    scope.get<{ Querystring: Query }>(ACTING_PATH, (request, reply) => page.get(request, reply));
    scope.post<{ Params: { form: string } }>(`${ACTING_PATH}/:form`, (request, reply) => page.post(request, reply));
  });
}

interface Query {
  readonly token?: unknown;
  readonly done?: unknown;
}

class FromLetter {
  private readonly cookie: LetterCookie;
  private readonly quotas: Quotas;
  private readonly forms: Readonly<Record<string, LetterForm>>;

  constructor(private readonly needs: Needs) {
    this.cookie = new LetterCookie(needs.config.publicUrl);
    this.quotas = new Quotas(needs.clock);
    this.forms = letterForms(needs.letterCalls);
  }

  /** A link is exchanged for a session at once, so that its token is in no page, history or Referer. */
  async get(request: FastifyRequest<{ Querystring: Query }>, reply: FastifyReply): Promise<FastifyReply> {
    const { token, done } = request.query;
    if (token !== undefined) return this.open(request, reply, typeof token === "string" ? token : "");
    const found = await this.readerOf(request);
    if (!found) return this.gone(request, reply);
    const told = DONE.find((one) => one === done);
    const notice = told ? { isRefusal: false, text: PAGE_TEXTS[found.reader.locale].done[told] } : null;
    return send(reply, await this.page(found, notice));
  }

  async post(request: FastifyRequest<{ Params: { form: string } }>, reply: FastifyReply): Promise<FastifyReply> {
    const session = this.cookie.tokenOf(request);
    const found = await this.readerOf(request);
    if (!session || !found) return this.gone(request, reply);
    const { reader } = found;
    const { form } = request.params;
    if (!isFromPage(request, session)) return this.refused(reply, found, 403, PAGE_TEXTS[reader.locale].elsewhere);
    if (form === "leave") return this.leave(reply, session, reader.locale);
    if (!this.maySpend("person", found.linkId, MAX_ACTS))
      return this.refused(reply, found, 429, PAGE_TEXTS[reader.locale].tooOften);
    return this.act(reply, found, () => this.forms[form]?.(reader, request.body) ?? null);
  }

  private async act(reply: FastifyReply, found: Found, carryOut: () => Promise<Done | null> | null) {
    const { locale } = found.reader;
    try {
      const done = await carryOut();
      if (done) return await reply.redirect(`${ACTING_PATH}?done=${done}`, 303);
      return await this.refused(reply, found, 400, PAGE_TEXTS[locale].unread);
    } catch (error) {
      if (error instanceof Refusal) return this.refused(reply, found, 422, error.in(locale).message);
      if (error instanceof PolicyRefusal) return this.refused(reply, found, 403, error.message);
      throw error;
    }
  }

  private async open(request: FastifyRequest, reply: FastifyReply, token: string): Promise<FastifyReply> {
    if (!this.maySpend("address", clientOf(request.ip), MAX_OPENED))
      return send(reply.header("retry-after", "60"), gonePage(localeOf(request), "tooOften"), 429);
    const session = await this.needs.letterSessions.open(token);
    if (!session) return this.gone(request, reply);
    this.cookie.set(reply, session);
    return reply.redirect(ACTING_PATH, 303);
  }

  private async leave(reply: FastifyReply, session: string, locale: Locale): Promise<FastifyReply> {
    await this.needs.letterSessions.end(session);
    this.cookie.clear(reply);
    return send(reply, gonePage(locale, "left"));
  }

  private gone(request: FastifyRequest, reply: FastifyReply): FastifyReply {
    this.cookie.clear(reply);
    return send(reply, gonePage(localeOf(request), "gone"), 404);
  }

  private async refused(reply: FastifyReply, found: Found, status: number, text: string): Promise<FastifyReply> {
    return send(reply, await this.page(found, { isRefusal: true, text }), status);
  }

  private async readerOf(request: FastifyRequest): Promise<Found | null> {
    const session = this.cookie.tokenOf(request);
    const link = session ? await this.needs.letterSessions.linkOf(session) : null;
    const reader = link && (await this.needs.letterReaders.of(link));
    return session && reader ? { reader, linkId: link.id, proof: formProof(session) } : null;
  }

  private async page({ reader, proof }: Found, notice: Notice | null): Promise<string> {
    const { locale, company, name } = reader;
    const texts = PAGE_TEXTS[locale];
    const calls = callsSection(reader, await this.needs.letterCalls.of(reader), proof);
    const leave = LEAVE({ action: `${ACTING_PATH}/leave`, proof, notYou: texts.notYou, leave: texts.leave });
    const lines = [texts.who(name, company.name)];
    return page(locale, { title: texts.title(company.name), lines, notice, body: [calls, leave] });
  }

  private maySpend(policy: "address" | "person", spender: string, limit: number): boolean {
    return this.quotas.spend([{ policy, spender, limit }], 1).allowed;
  }
}

/** Who came by an opened link. */
interface Found {
  readonly reader: LetterReader;
  readonly linkId: string;
  /** What each form of the page has to carry. */
  readonly proof: string;
}

const LEAVE = template<{ action: string; proof: string; notYou: string; leave: string }>(`<section>
<p><%= it.notYou %></p>
<form method="post" action="<%= it.action %>"><input type="hidden" name="proof" value="<%= it.proof %>"><button class="other"><%= it.leave %></button></form>
</section>
`);

/**
 * Whether a page of ours sent the form. Its proof alone would do; where a browser says that another site did it, it is not
 * believed. Under `no-referrer` forms name no origin, so that none is asked for.
 */
function isFromPage({ headers, body }: FastifyRequest, session: string): boolean {
  const site = headers["sec-fetch-site"];
  if (site !== undefined && site !== "same-origin") return false;
  const { proof } = (body ?? {}) as { readonly proof?: unknown };
  return typeof proof === "string" && isSameSecret(proof, formProof(session));
}

function send(reply: FastifyReply, html: string, status = 200): FastifyReply {
  return reply.code(status).type("text/html; charset=utf-8").send(html);
}
