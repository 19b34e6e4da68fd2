import type { ApolloServerOptions, BaseContext } from "@apollo/server";
import type { DocumentNode, Location } from "graphql";
import { LRUCache } from "lru-cache";
import type { TrustedDocuments } from "./trusted-documents";

type ApolloDocumentStore = NonNullable<ApolloServerOptions<BaseContext>["documentStore"]>;

/** What the parsed operations may weigh together, in bytes. */
const MAX_STORE_BYTES = 16 * 1024 * 1024;

/** What a node of a parsed document takes with its place in the text; measured: 193 to 250 bytes. */
const BYTES_PER_NODE = 256;

/**
 * Operations that were found valid, so that nobody waits twice for parsing and validation. Anybody can put something in, so
 * each is weighed as what it keeps alive: its nodes and the text that it was read from, comments included. The chain of
 * tokens, which nothing reads after the parser, is let go.
 */
export class DocumentStore implements ApolloDocumentStore {
  private readonly documents: LRUCache<string, DocumentNode>;

  /** @param trusted operations that are held anyway, by the hash of their text */
  constructor(
    maxBytes: number = MAX_STORE_BYTES,
    private readonly trusted?: Pick<TrustedDocuments, "parsedAs">,
  ) {
    this.documents = new LRUCache({ maxSize: maxBytes });
  }

  async get(key: string): Promise<DocumentNode | undefined> {
    // The engine's key ends in the hash of the text; what stands before it is the schema's.
    return this.trusted?.parsedAs(key.slice(key.lastIndexOf(":") + 1)) ?? this.documents.get(key);
  }

  async set(key: string, document: DocumentNode): Promise<void> {
    const nodes = withoutTokens(document);
    const text = document.loc?.source.body.length ?? 0;
    this.documents.set(key, document, { size: nodes * BYTES_PER_NODE + 2 * text + 2 * key.length });
  }

  async delete(key: string): Promise<boolean> {
    return this.documents.delete(key);
  }

  /** What all of it weighs, in bytes. */
  get bytes(): number {
    return this.documents.calculatedSize;
  }
}

/** Takes the tokens off every node's place; the number of nodes. */
function withoutTokens(document: DocumentNode): number {
  let nodes = 0;
  const waiting: object[] = [document];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    nodes += 1;
    for (const [name, value] of Object.entries(node) as [string, unknown][]) {
      if (typeof value !== "object" || value === null) continue;
      if (name === "loc") Object.assign(node, { loc: placeOnly(value as Location) });
      else waiting.push(value);
    }
  }
  return nodes;
}

/** What an error needs to tell where it is. */
function placeOnly({ start, end, source }: Location): Pick<Location, "start" | "end" | "source"> {
  return { start, end, source };
}
