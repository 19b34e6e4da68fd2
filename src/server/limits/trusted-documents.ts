import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { type DocumentNode, type GraphQLSchema, parse, specifiedRules, validate } from "graphql";
import { z } from "zod";
import { OperatorRefusal, type Refusal } from "../../kernel/errors";

/** How tools write what a front end may ask: id to text (GraphQL Codegen's client preset, Relay), or Apollo's manifest. */
const MANIFEST = z.union([
  z
    .object({ operations: z.array(z.object({ id: z.string().min(1), body: z.string() })) })
    .transform(({ operations }) => operations.map(({ id, body }) => [id, body] as const)),
  z.record(z.string().min(1), z.string()).transform((texts) => Object.entries(texts)),
]);

/**
 * Operations that were known when the server started, since a front end of one's own was built with them. They are asked by
 * their id, were parsed and validated once, and no limit of size, depth or cost is asked of them.
 */
export class TrustedDocuments {
  private readonly texts = new Map<string, string>();
  private readonly parsed = new Map<string, DocumentNode>();
  private readonly documents = new Set<DocumentNode>();

  /**
   * @param files paths of manifests
   * @throws Refusal CONFIGURATION for a file that is no manifest, or holds an operation that the schema does not have
   */
  static read(files: readonly string[], schema: GraphQLSchema): TrustedDocuments {
    const trusted = new TrustedDocuments();
    for (const file of files)
      for (const [id, text] of manifestIn(file)) trusted.add(id, text, parsedFor(schema, file, id, text));
    return trusted;
  }

  private add(id: string, text: string, document: DocumentNode): void {
    const hash = sha256(text);
    this.texts.set(id, text);
    this.texts.set(`sha256:${hash}`, text);
    this.parsed.set(hash, document);
    this.documents.add(document);
  }

  /** The operation's text by the manifest's id, or by `sha256:` and the text's hash; null: there is none. */
  textOf(id: string): string | null {
    return this.texts.get(id) ?? null;
  }

  /** The parsed operation by the hash (SHA-256, hex) of its text. */
  parsedAs(hash: string): DocumentNode | undefined {
    return this.parsed.get(hash);
  }

  isTrustedText(text: string): boolean {
    return this.parsed.size > 0 && this.parsed.has(sha256(text));
  }

  isTrusted(document: DocumentNode): boolean {
    return this.documents.has(document);
  }
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

function manifestIn(file: string): readonly (readonly [string, string])[] {
  try {
    return MANIFEST.parse(JSON.parse(readFileSync(file, "utf8")));
  } catch {
    throw refused(file, "it cannot be read as a manifest of operations: a JSON object of ids and texts");
  }
}

function parsedFor(schema: GraphQLSchema, file: string, id: string, text: string): DocumentNode {
  const faults: { message: string }[] = [];
  try {
    const document = parse(text);
    faults.push(...validate(schema, document, specifiedRules));
    if (faults.length === 0) return document;
  } catch (error) {
    faults.push(error as Error);
  }
  throw refused(file, `${id} does not fit the schema: ${faults[0]?.message}`);
}

function refused(file: string, why: string): Refusal {
  return new OperatorRefusal("CONFIGURATION", `TRUSTED_DOCUMENTS: ${file}: ${why}.`);
}
