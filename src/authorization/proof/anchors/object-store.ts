import { AwsClient } from "aws4fetch";
import type { AnchorStoreConfig } from "../../../config/config-audit";
import { readAnchor, type Anchor } from "./anchor";
import type { AnchorPlace } from "./anchor-places";

const TIMEOUT_MS = 20_000;
/** Objects asked for at once. */
const READ_IN_PARALLEL = 8;

/**
 * A bucket of an S3-compatible store: an object for each anchor, by number. None is overwritten (`If-None-Match`); that the
 * store keeps what it has from whoever has this key is for the store: versions, object lock, a key that may only put.
 */
export class ObjectStore implements AnchorPlace {
  readonly name = "store";
  private readonly client: AwsClient;

  constructor(private readonly config: AnchorStoreConfig) {
    const { keyId: accessKeyId, secret: secretAccessKey, region } = config;
    this.client = new AwsClient({ accessKeyId, secretAccessKey, region, service: "s3", retries: 0 });
  }

  async put(anchor: Anchor): Promise<void> {
    const { sequence } = anchor.document;
    const body = JSON.stringify(anchor);
    const headers = { "content-type": "application/json", "if-none-match": "*" };
    const answer = await this.ask(sequence, { method: "PUT", headers, body });
    if (answer.ok) return;
    const there = answer.status === 412 ? await this.get(sequence) : undefined;
    // It was put before, and nobody heard of it.
    if (there?.hash === anchor.hash) return;
    throw new Error(`The anchor store answered ${answer.status} to anchor ${sequence}`);
  }

  async *read(): AsyncGenerator<Anchor | null> {
    for (let from = 1; ; from += READ_IN_PARALLEL) {
      const numbers = Array.from({ length: READ_IN_PARALLEL }, (_, index) => from + index);
      const found = await Promise.all(numbers.map((sequence) => this.get(sequence)));
      for (const one of found) if (one !== undefined) yield one;
      if (found.includes(undefined)) return;
    }
  }

  /** Undefined: there is no such object. */
  private async get(sequence: number): Promise<Anchor | null | undefined> {
    const answer = await this.ask(sequence, { method: "GET" });
    if (answer.status === 404) return undefined;
    if (!answer.ok) throw new Error(`The anchor store answered ${answer.status} for anchor ${sequence}`);
    return readAnchor(await answer.text());
  }

  private ask(sequence: number, request: RequestInit): Promise<Response> {
    const url = `${this.config.url}/${String(sequence).padStart(10, "0")}.json`;
    return this.client.fetch(url, { ...request, signal: AbortSignal.timeout(TIMEOUT_MS) });
  }
}
