import Ajv, { type ValidateFunction } from "ajv";
import addFormats from "ajv-formats";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "yaml";

/** A request as it came over the wire. */
export interface WireCall {
  readonly method: string;
  /** With its query. */
  readonly url: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: unknown;
}

type Node = Record<string, unknown>;
interface Parameter {
  readonly name: string;
  readonly in: "path" | "query" | "header";
  readonly required?: boolean;
  readonly schema: Node;
}
interface Operation {
  readonly pattern: RegExp;
  readonly names: readonly string[];
  readonly parameters: readonly Parameter[];
  readonly body: { readonly required: boolean; readonly schema: Node } | null;
  readonly secured: boolean;
}

/** The OpenAPI documents that Xero publishes; they lie beside a working copy, where somebody put them. */
const FOLDER = path.resolve(__dirname, "../../../../../shared/xero");
/** What HTTP itself, our client and tracing add. */
const OF_HTTP =
  /^(host|connection|accept|accept-encoding|content-type|content-length|user-agent|authorization|transfer-encoding)$/;
/** Published with the idempotency of writes: "128 character max". */
const MAX_KEY_LENGTH = 128;

/** Says of a request what Xero's own document does not allow: path, method, query, headers, body. */
export class XeroDocument {
  private readonly ajv = new Ajv({ strict: false, allErrors: true, coerceTypes: true });
  private readonly compiled = new Map<Node, ValidateFunction>();
  private readonly operations = new Map<string, Operation[]>();

  private constructor(private readonly root: Node) {
    addFormats(this.ajv);
    this.ajv.addFormat("date-time", (text) => !Number.isNaN(Date.parse(text)));
    this.ajv.addSchema(root, "xero");
    for (const [route, item] of Object.entries(root["paths"] as Record<string, Node>))
      for (const method of ["get", "put", "post", "delete"] as const) if (item[method]) this.add(method, route, item);
  }

  /** Null: the document is not there. */
  static load(name: "xero_accounting.yaml" | "xero-identity.yaml"): XeroDocument | null {
    const file = path.join(FOLDER, name);
    if (!existsSync(file)) return null;
    return new XeroDocument(closed(parse(readFileSync(file, "utf8"), { maxAliasCount: -1 })) as Node);
  }

  /** The values that a schema of the document lists. */
  enumOf(name: string): readonly string[] {
    const schemas = (this.root["components"] as Node)["schemas"] as Record<string, Node>;
    return (schemas[name]?.["enum"] ?? []) as readonly string[];
  }

  /** @param below where the API's root is in the url; empty: it is the root itself */
  faultsOf(call: WireCall, below = ""): readonly string[] {
    const url = new URL(call.url, "http://ledger.test");
    if (!url.pathname.startsWith(below)) return [`${url.pathname} is not below ${below}`];
    const route = url.pathname.slice(below.length);
    const found = (this.operations.get(call.method) ?? []).filter(({ pattern }) => pattern.test(route));
    if (found.length === 0) return [`there is no ${call.method} ${route}`];
    // Two templates may fit one path, by id and by number: one that takes it is enough.
    const faults = found.map((operation) => this.faultsIn(operation, route, url, call));
    return faults.find((list) => list.length === 0) ?? faults[0] ?? [];
  }

  private faultsIn(operation: Operation, route: string, url: URL, call: WireCall): string[] {
    const { names, pattern, parameters, secured } = operation;
    const values = pattern.exec(route)?.slice(1) ?? [];
    const inPath = Object.fromEntries(names.map((name, index) => [name, decodeURIComponent(values[index] ?? "")]));
    const inQuery = Object.fromEntries(url.searchParams);
    const inHeaders = Object.fromEntries(Object.entries(call.headers).filter(([name]) => !OF_HTTP.test(name)));
    const key = inHeaders["idempotency-key"];
    return [
      ...this.given("path", inPath, parameters),
      ...this.given("query", inQuery, parameters),
      ...this.given("header", inHeaders, parameters),
      ...(secured && !/^Bearer \S+$/.test(String(call.headers["authorization"])) ? ["no bearer token"] : []),
      ...(typeof key === "string" && key.length > MAX_KEY_LENGTH ? ["the Idempotency-Key is too long"] : []),
      ...this.bodyFaults(operation, call),
    ];
  }

  private given(place: Parameter["in"], values: Readonly<Record<string, unknown>>, parameters: readonly Parameter[]) {
    const known = parameters.filter((one) => one.in === place);
    const nameOf = (name: string) => (place === "header" ? name.toLowerCase() : name);
    const strange = Object.keys(values).filter((name) => !known.some((one) => nameOf(one.name) === name));
    const faults = known.flatMap((one) => {
      const value = values[nameOf(one.name)];
      if (value === undefined) return one.required ? [`${place} ${one.name} is missing`] : [];
      const listed = one.schema["type"] === "array" && typeof value === "string" ? value.split(",") : value;
      return this.schemaFaults(one.schema, listed).map((fault) => `${place} ${one.name} ${fault}`);
    });
    return [...strange.map((name) => `${place} ${name} is not known`), ...faults];
  }

  private bodyFaults({ body }: Operation, call: WireCall): readonly string[] {
    if (call.body === undefined || call.body === null) return body?.required ? ["there is no body"] : [];
    if (!body) return ["a body is not taken"];
    if (!String(call.headers["content-type"]).startsWith("application/json")) return ["the body is no JSON"];
    return this.schemaFaults(body.schema, structuredClone(call.body));
  }

  private schemaFaults(schema: Node, value: unknown): readonly string[] {
    const validate = this.compiled.get(schema) ?? this.ajv.compile(absolute(schema) as Node);
    this.compiled.set(schema, validate);
    if (validate({ value })) return [];
    return (validate.errors ?? []).map(
      ({ instancePath, message, params }) => `${instancePath} ${message ?? ""} ${JSON.stringify(params)}`,
    );
  }

  private add(method: string, route: string, item: Node): void {
    const operation = item[method] as Node;
    const names = [...route.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? "");
    const all = [...((item["parameters"] ?? []) as Node[]), ...((operation["parameters"] ?? []) as Node[])];
    const request = operation["requestBody"] === undefined ? null : this.followed(operation["requestBody"] as Node);
    const content = request?.["content"] as Record<string, { schema: Node }> | undefined;
    const schema = content?.["application/json"]?.schema;
    const list = this.operations.get(method.toUpperCase()) ?? [];
    list.push({
      pattern: new RegExp(`^${route.replace(/\{\w+\}/g, "([^/]+)")}$`, "i"),
      names,
      parameters: all.map((one) => this.followed(one) as unknown as Parameter),
      body: request && schema ? { required: request["required"] === true, schema } : null,
      secured: operation["security"] !== undefined,
    });
    this.operations.set(method.toUpperCase(), list);
  }

  private followed(node: Node): Node {
    const reference = node["$ref"];
    if (typeof reference !== "string") return node;
    const steps = reference.replace("#/", "").split("/");
    return steps.reduce<unknown>((at, step) => (at as Node)[step], this.root) as Node;
  }
}

/** A value in an envelope, so that texts of the query can become what the schema says. */
function absolute(schema: Node): unknown {
  return { type: "object", properties: { value: rebased(schema) } };
}

function rebased(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(rebased);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [
      name,
      name === "$ref" && typeof inner === "string" && inner.startsWith("#") ? `xero${inner}` : rebased(inner),
    ]),
  );
}

/** Xero passes over what it does not know: a name that is misspelt would be lost in silence, so here it is a fault. */
function closed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(closed);
  if (typeof value !== "object" || value === null) return value;
  const node = Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => !/^(example|examples|description)$/.test(name) && !name.startsWith("x-"))
      .map(([name, inner]) => [name, closed(inner)]),
  );
  const isSchema = typeof node["properties"] === "object" && node["additionalProperties"] === undefined;
  return isSchema ? { ...node, additionalProperties: false } : node;
}
