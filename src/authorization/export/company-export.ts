import type { Bilingual } from "../../kernel/locale";
import type { FastifyInstance } from "fastify";
import { Readable } from "node:stream";
import type { DecisionPoint } from "../decision-point/decision-point";
import { periodFrom } from "../../infra/graphql/days";
import { zoneOf } from "../../tenant/companies/time-zone";
import type { CompanyEntity } from "../../tenant/companies/company.entity";
import { noSuchCompany } from "../../tenant/companies/company-change";
import { BilingualRefusal } from "../../kernel/errors";
import { PolicyRefusal } from "../../policy/ports";
import { localeOf } from "../../infra/http/http-problem";
import { AUTHORIZATION_TEXTS } from "../texts/authorization-texts";

/** What is asked of every export. */
interface Asked {
  readonly company: string;
  readonly from?: string;
  readonly until?: string;
}

export interface Period {
  readonly from: string | null;
  readonly until: string | null;
}

export interface CompanyExport<More> {
  /** Of the route, `/exports/<name>`, and of the file. */
  readonly name: string;
  readonly authorizer: DecisionPoint;
  /** Why services are refused; left out: those with the scope for decisions are not. */
  readonly peopleOnly?: Bilingual;
  /** JSON schemas of what else can be asked, all optional. */
  readonly more: Readonly<Record<keyof More, object>>;
  lines(company: CompanyEntity, period: Period, asked: More): AsyncIterable<string>;
}

/**
 * GET /exports/<name>: what there is of a company between two instants as JSON lines, for who may review it; as fast
 * as the client takes them. A failure halfway cuts the answer off: it has no end then.
 */
export function addCompanyExport<More extends object>(app: FastifyInstance, file: CompanyExport<More>): void {
  const { name, authorizer, peopleOnly } = file;
  const querystring = querySchema(file.more);
  app.get<{ Querystring: Asked }>(`/exports/${name}`, { schema: { querystring } }, async (request, reply) => {
    const { caller } = request;
    if (!caller || caller.kind === "anonymous")
      throw new BilingualRefusal("UNAUTHENTICATED", AUTHORIZATION_TEXTS.unauthenticated);
    const { company: reference, from, until, ...more } = request.query;
    const company = await authorizer.asking.companyFor(caller, reference);
    if (!company) throw noSuchCompany();
    if (peopleOnly !== undefined && caller.kind !== "person") throw new BilingualRefusal("FORBIDDEN", peopleOnly);
    await authorizer.asking.requireReview(caller, company, localeOf(request)).catch(plainly);
    const period = periodFrom({ from, until }, zoneOf(company));
    const lines = file.lines(company, period, more as More);
    return reply
      .header("content-type", "application/jsonl; charset=utf-8")
      .header("content-disposition", `attachment; filename="${name}-${company.slug}.jsonl"`)
      .header("cache-control", "no-store")
      .send(Readable.from(lines, { objectMode: false, highWaterMark: 65_536 }));
  });
}

function querySchema(more: object): object {
  const period = { from: { type: "string" }, until: { type: "string" } };
  return {
    type: "object",
    required: ["company"],
    additionalProperties: false,
    properties: { company: { type: "string", minLength: 1 }, ...period, ...more },
  };
}

function plainly(error: unknown): never {
  throw error instanceof PolicyRefusal ? error.withoutDecision() : error;
}
