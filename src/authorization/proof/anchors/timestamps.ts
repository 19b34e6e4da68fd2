import { randomBytes, timingSafeEqual, createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import type { Certificate, SignedData, TSTInfo } from "pkijs";
import { toInstant } from "../../../kernel/clock";
import type { TimestampAuthority } from "./anchor-places";

const TIMEOUT_MS = 20_000;
const SHA256 = "2.16.840.1.101.3.4.2.1";
const SIGNED_DATA = "1.2.840.113549.1.7.2";
const EXTENDED_KEY_USAGE = "2.5.29.37";
const TIME_STAMPING = "1.3.6.1.5.5.7.3.8";
const GRANTED = [0, 1];

/** A timestamp authority over HTTP (RFC 3161). Its library is loaded when it is first asked. */
export class HttpTimestampAuthority implements TimestampAuthority {
  /** @param caFile null: tokens are believed whoever's certificate they carry; only that they are of one piece is checked */
  constructor(
    private readonly url: string,
    private readonly caFile: string | null,
  ) {}

  async stamp(text: string): Promise<string> {
    const pki = await import("pkijs");
    const nonce = randomBytes(16);
    const body = await this.request(text, nonce);
    const answer = await fetch(this.url, {
      method: "POST",
      headers: { "content-type": "application/timestamp-query" },
      body: new Uint8Array(body),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    if (!answer.ok) throw new Error(`The timestamp authority answered ${answer.status}`);
    const response = pki.TimeStampResp.fromBER(await answer.arrayBuffer());
    const { status } = response.status;
    if (!GRANTED.includes(status) || !response.timeStampToken)
      throw new Error(`The timestamp authority refused: status ${status}`);
    const token = Buffer.from(response.timeStampToken.toSchema().toBER()).toString("base64");
    const { info } = await this.opened(text, token);
    if (!info.nonce || !endsWith(Buffer.from(info.nonce.valueBlock.valueHexView), nonce))
      throw new Error("The timestamp authority answered another question");
    return token;
  }

  async check(text: string, token: string): Promise<string> {
    const { info } = await this.opened(text, token);
    return toInstant(info.genTime);
  }

  private async request(text: string, nonce: Buffer): Promise<ArrayBuffer> {
    const { AlgorithmIdentifier, MessageImprint, TimeStampReq } = await import("pkijs");
    const { Integer, OctetString } = await import("asn1js");
    const digest = createHash("sha256").update(text, "utf8").digest();
    // A leading zero keeps it positive.
    const number = Buffer.concat([Buffer.from([0]), Buffer.from([(nonce[0] ?? 0) | 0x80]), nonce.subarray(1)]);
    nonce[0] = number[1] ?? 0;
    const messageImprint = new MessageImprint({
      hashAlgorithm: new AlgorithmIdentifier({ algorithmId: SHA256 }),
      hashedMessage: new OctetString({ valueHex: bytesOf(digest) }),
    });
    const asked = { version: 1, messageImprint, certReq: true, nonce: new Integer({ valueHex: bytesOf(number) }) };
    return new TimeStampReq(asked).toSchema().toBER();
  }

  /** The token's content, once it is known to be of the text, and signed by a timestamp certificate that leads to the CA. */
  private async opened(text: string, token: string): Promise<{ info: TSTInfo }> {
    const pki = await import("pkijs");
    const content = pki.ContentInfo.fromBER(bytesOf(Buffer.from(token, "base64")));
    if (content.contentType !== SIGNED_DATA) throw new Error("It is no timestamp token");
    const signed = new pki.SignedData({ schema: content.content as never });
    const eContent = signed.encapContentInfo.eContent;
    if (!eContent) throw new Error("The timestamp token is empty");
    const info = pki.TSTInfo.fromBER(eContent.getValue());
    const trustedCerts = await this.trusted();
    const data = bytesOf(Buffer.from(text, "utf8"));
    const checked = { signer: 0, data, trustedCerts, checkChain: trustedCerts.length > 0, extendedMode: true } as const;
    const result = await signed.verify(checked).catch((error: unknown) => {
      throw new Error(`The timestamp token does not hold: ${(error as { message?: string }).message ?? String(error)}`);
    });
    if (result.signatureVerified !== true) throw new Error("The timestamp token is not signed by its certificate");
    requireTimestamping(result.signerCertificate ?? null, signed);
    return { info };
  }

  private async trusted(): Promise<Certificate[]> {
    if (this.caFile === null) return [];
    const { Certificate } = await import("pkijs");
    const pem = await readFile(this.caFile, "utf8");
    const found = pem.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
    if (found.length === 0) throw new Error("AUDIT_TIMESTAMP_CA holds no certificate");
    return found.map((one) =>
      Certificate.fromBER(bytesOf(Buffer.from(one.replace(/-----[^-]+-----|\s/g, ""), "base64"))),
    );
  }
}

/** RFC 3161, 2.3: the certificate is for timestamping. */
function requireTimestamping(certificate: Certificate | null, { certificates }: SignedData): void {
  const usage = certificate?.extensions?.find(({ extnID }) => extnID === EXTENDED_KEY_USAGE)?.parsedValue as
    { readonly keyPurposes?: readonly string[] } | undefined;
  if (usage?.keyPurposes?.includes(TIME_STAMPING)) return;
  throw new Error(`The certificate of the timestamp (of ${certificates?.length ?? 0}) is not for timestamping`);
}

function endsWith(value: Buffer, end: Buffer): boolean {
  return value.length >= end.length && timingSafeEqual(value.subarray(-end.length), end);
}

function bytesOf(buffer: Buffer): ArrayBuffer {
  return new Uint8Array(buffer).buffer;
}
