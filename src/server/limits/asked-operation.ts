import type { FastifyRequest } from "fastify";
import type { Limits } from "../../config/config";
import type { Problem } from "../../infra/http/http-problem";
import { OperationTexts } from "./operation-texts";
import type { TrustedDocuments } from "./trusted-documents";

/** The request as the engine takes it. */
export interface AskedOperation {
  readonly body: unknown;
  /** With its question mark; empty: none. */
  readonly search: string;
}

type Asked = Readonly<Record<string, unknown>>;

/** Finds out what a request asks: by its text, or by the id of a trusted document. */
export class AskedOperations {
  private readonly texts: OperationTexts;

  /** @param trustedOnly whether nothing else is answered */
  constructor(
    private readonly trusted: TrustedDocuments,
    private readonly trustedOnly: boolean,
    limits: Pick<Limits, "queryBytes" | "tokens">,
  ) {
    this.texts = new OperationTexts(limits);
  }

  of(request: FastifyRequest): AskedOperation | Problem {
    const { body, query } = request;
    const asked = (request.method === "GET" ? query : body) as Asked | null | undefined;
    const id = asked?.documentId;
    const known = typeof id === "string" && asked?.query == null ? this.trusted.textOf(id) : undefined;
    if (known === null) return { status: 404, code: "DOCUMENT_NOT_FOUND" };
    const text = known ?? asked?.query;
    if (typeof text === "string" && this.trusted.isTrustedText(text)) return withText(request, asked, text);
    if (this.trustedOnly && typeof text === "string") return { status: 403, code: "DOCUMENT_NOT_TRUSTED" };
    return this.texts.problemOf(request) ?? { body, search: searchOf(request) };
  }
}

function withText(request: FastifyRequest, asked: Asked | null | undefined, text: string): AskedOperation {
  const { documentId: _known, ...rest } = asked ?? {};
  if (request.method !== "GET") return { body: { ...rest, query: text }, search: searchOf(request) };
  const search = new URLSearchParams(searchOf(request));
  search.delete("documentId");
  search.set("query", text);
  return { body: request.body, search: `?${search.toString()}` };
}

function searchOf({ url }: FastifyRequest): string {
  const at = url.indexOf("?");
  return at < 0 ? "" : url.slice(at);
}
