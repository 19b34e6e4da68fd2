import { createHash, createHmac } from "node:crypto";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";

/* A bucket as S3 and the stores like it serve one: path-style, with signature version 4, which it checks by itself. */

const REGION = "eu-west-3";
export const BUCKET_KEY = { id: "AKTEST", secret: "bucket-secret", region: REGION };

export interface Bucket {
  readonly url: string;
  readonly objects: Map<string, string>;
  down: boolean;
  stop(): Promise<void>;
}

export async function startBucket(): Promise<Bucket> {
  const objects = new Map<string, string>();
  const state = { down: false };
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      const { status, body } = state.down
        ? { status: 503, body: "" }
        : serve(request, Buffer.concat(parts).toString("utf8"), objects);
      response.writeHead(status).end(body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/ledger-anchors/acme`;
  const stop = () => {
    server.closeAllConnections();
    return new Promise<void>((resolve) => server.close(() => resolve()));
  };
  return Object.assign(state, { url, objects, stop });
}

function serve(request: IncomingMessage, body: string, objects: Map<string, string>) {
  const { method = "", url = "" } = request;
  if (!isSigned(request, body)) return { status: 403, body: "SignatureDoesNotMatch" };
  if (method === "GET") return objects.has(url) ? { status: 200, body: objects.get(url) } : { status: 404, body: "" };
  if (method !== "PUT") return { status: 405, body: "" };
  if (request.headers["if-none-match"] === "*" && objects.has(url)) return { status: 412, body: "" };
  objects.set(url, body);
  return { status: 200, body: "" };
}

/** Signature version 4, as Amazon's reference describes it. */
function isSigned(request: IncomingMessage, body: string): boolean {
  const header = request.headers.authorization ?? "";
  const [, credential = "", signedHeaders = "", signature = ""] =
    /^AWS4-HMAC-SHA256 Credential=([^,]+), SignedHeaders=([^,]+), Signature=([0-9a-f]{64})$/.exec(header) ?? [];
  const [keyId, day = "", region = "", service = ""] = credential.split("/");
  if (keyId !== BUCKET_KEY.id || region !== REGION || service !== "s3") return false;
  const said = String(request.headers["x-amz-content-sha256"]);
  const bodyHash = createHash("sha256").update(body).digest("hex");
  if (said !== "UNSIGNED-PAYLOAD" && said !== bodyHash) return false;
  const headers = signedHeaders.split(";").map((name) => `${name}:${String(request.headers[name]).trim()}\n`);
  const canonical = [request.method, request.url, "", headers.join(""), signedHeaders, said].join("\n");
  const scope = `${day}/${region}/${service}/aws4_request`;
  const hashed = createHash("sha256").update(canonical).digest("hex");
  const text = ["AWS4-HMAC-SHA256", request.headers["x-amz-date"], scope, hashed].join("\n");
  const key = [day, region, service, "aws4_request"].reduce<Buffer>(
    (before, part) => createHmac("sha256", before).update(part).digest(),
    Buffer.from(`AWS4${BUCKET_KEY.secret}`),
  );
  return createHmac("sha256", key).update(text).digest("hex") === signature;
}
