import { Integer, OctetString, Utf8String, ObjectIdentifier, UTCTime } from "asn1js";
import type { webcrypto } from "node:crypto";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import {
  AlgorithmIdentifier,
  Attribute,
  AttributeTypeAndValue,
  BasicConstraints,
  Certificate,
  ContentInfo,
  EncapsulatedContentInfo,
  ExtKeyUsage,
  Extension,
  IssuerAndSerialNumber,
  PKIStatusInfo,
  SignedAndUnsignedAttributes,
  SignedData,
  SignerInfo,
  TimeStampReq,
  TimeStampResp,
  TSTInfo,
} from "pkijs";
import type { Clock } from "../../../src/kernel/clock";

/* A timestamp authority as RFC 3161 describes it, over HTTP, with a certificate authority of its own. */

const ALGORITHM = { name: "ECDSA", namedCurve: "P-256" } as const;
const TST_INFO = "1.2.840.113549.1.9.16.1.4";

interface Identity {
  readonly certificate: Certificate;
  readonly keys: webcrypto.CryptoKeyPair;
}

async function issue(name: string, issuer: Identity | null, purposes: readonly string[]): Promise<Identity> {
  const keys = await crypto.subtle.generateKey(ALGORITHM, true, ["sign", "verify"]);
  const certificate = new Certificate();
  certificate.version = 2;
  certificate.serialNumber = new Integer({ value: issuer ? 2 : 1 });
  const named = () => new AttributeTypeAndValue({ type: "2.5.4.3", value: new Utf8String({ value: name }) });
  certificate.subject.typesAndValues.push(named());
  if (issuer) certificate.issuer.typesAndValues.push(...issuer.certificate.subject.typesAndValues);
  else certificate.issuer.typesAndValues.push(named());
  certificate.notBefore.value = new Date("2020-01-01T00:00:00Z");
  certificate.notAfter.value = new Date("2049-01-01T00:00:00Z");
  const constraints = new BasicConstraints({ cA: issuer === null });
  certificate.extensions = [
    new Extension({ extnID: "2.5.29.19", critical: true, extnValue: constraints.toSchema().toBER(false) }),
  ];
  if (purposes.length > 0) {
    const usage = new ExtKeyUsage({ keyPurposes: [...purposes] });
    const extnValue = usage.toSchema().toBER(false);
    certificate.extensions.push(new Extension({ extnID: "2.5.29.37", critical: true, extnValue, parsedValue: usage }));
  }
  await certificate.subjectPublicKeyInfo.importKey(keys.publicKey);
  await certificate.sign((issuer?.keys ?? keys).privateKey, "SHA-256");
  return { certificate, keys };
}

const pemOf = ({ certificate }: Identity) =>
  `-----BEGIN CERTIFICATE-----\n${Buffer.from(certificate.toSchema().toBER(false)).toString("base64")}\n-----END CERTIFICATE-----\n`;

export interface TimestampServer {
  readonly url: string;
  /** The certificate that its tokens lead to. */
  readonly ca: string;
  /** How it answers from now on. */
  mode: "well" | "refuses" | "is down" | "another hash";
  stop(): Promise<void>;
}

/** @param purpose what its certificate is for; RFC 3161 wants id-kp-timeStamping */
export async function startTimestampServer(clock: Clock, purpose = "1.3.6.1.5.5.7.3.8"): Promise<TimestampServer> {
  const ca = await issue("Test CA", null, []);
  const authority = await issue("Test TSA", ca, [purpose]);
  const state = { mode: "well" as TimestampServer["mode"] };
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      if (state.mode === "is down") return void response.writeHead(503).end();
      void answer(Buffer.concat(parts), authority, clock, state.mode).then((body) =>
        response.writeHead(200, { "content-type": "application/timestamp-reply" }).end(body),
      );
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return Object.assign(state, {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/tsa`,
    ca: pemOf(ca),
    stop: () => stopped(server),
  });
}

function stopped(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}

async function answer(body: Buffer, authority: Identity, clock: Clock, mode: string): Promise<Buffer> {
  const bytes = new Uint8Array(body).buffer;
  if (mode === "refuses")
    return Buffer.from(new TimeStampResp({ status: new PKIStatusInfo({ status: 2 }) }).toSchema().toBER(false));
  const asked = TimeStampReq.fromBER(bytes);
  const imprint = asked.messageImprint;
  if (mode === "another hash") imprint.hashedMessage = new OctetString({ valueHex: new Uint8Array(32).buffer });
  const info = new TSTInfo({
    version: 1,
    policy: "1.2.3.4",
    messageImprint: imprint,
    serialNumber: new Integer({ value: 7 }),
    genTime: clock.now(),
    ...(asked.nonce ? { nonce: asked.nonce } : {}),
  });
  const content = info.toSchema().toBER(false);
  const signed = new SignedData({
    version: 3,
    encapContentInfo: whole(content),
    signerInfos: [await signerInfo(content, authority, clock)],
    certificates: [authority.certificate],
  });
  await signed.sign(authority.keys.privateKey, 0, "SHA-256");
  const token = new ContentInfo({ contentType: "1.2.840.113549.1.7.2", content: signed.toSchema(true) });
  const response = new TimeStampResp({ status: new PKIStatusInfo({ status: 0 }), timeStampToken: token });
  return Buffer.from(response.toSchema().toBER(false));
}

/** In one piece: the constructor would cut it up, as no authority does. */
function whole(content: ArrayBuffer): EncapsulatedContentInfo {
  const made = new EncapsulatedContentInfo({ eContentType: TST_INFO });
  made.eContent = new OctetString({ valueHex: content });
  return made;
}

async function signerInfo(content: ArrayBuffer, { certificate }: Identity, clock: Clock): Promise<SignerInfo> {
  const digest = await crypto.subtle.digest("SHA-256", content);
  const attributes = [
    new Attribute({ type: "1.2.840.113549.1.9.3", values: [new ObjectIdentifier({ value: TST_INFO })] }),
    new Attribute({ type: "1.2.840.113549.1.9.5", values: [new UTCTime({ valueDate: clock.now() })] }),
    new Attribute({ type: "1.2.840.113549.1.9.4", values: [new OctetString({ valueHex: digest })] }),
  ];
  return new SignerInfo({
    version: 1,
    sid: new IssuerAndSerialNumber({ issuer: certificate.issuer, serialNumber: certificate.serialNumber }),
    digestAlgorithm: new AlgorithmIdentifier({ algorithmId: "2.16.840.1.101.3.4.2.1" }),
    signedAttrs: new SignedAndUnsignedAttributes({ type: 0, attributes }),
  });
}
