import { readFile } from "node:fs/promises";
import type { Config } from "../../../config/config";
import type { IssuerConfig } from "../../../config/config-issuers";
import { ANSWER_MS, fail, ok, said, warn, type Finding, type Surroundings } from "./finding";

const MAX_SKEW_MS = 60_000;

interface Keys {
  readonly keys: readonly { readonly alg?: string; readonly kty?: string; readonly use?: string }[];
}

/** Each issuer: does it answer, has it keys that we take, and does its clock agree with ours? */
export async function lookAtIssuers(config: Config, surroundings: Surroundings): Promise<Finding[]> {
  const { issuers, developmentTokens } = config;
  const found: Finding[] = [];
  if (issuers.length === 0)
    found.push(
      developmentTokens
        ? ok("issuer", "none is configured: development tokens alone are taken (DEVELOPMENT_TOKENS)")
        : fail("issuer", "none is configured, and there are no development tokens", "Set OIDC_ISSUER: docs/sign-in."),
    );
  for (const issuer of issuers) found.push(...(await lookAtIssuer(issuer, config, surroundings)));
  return found;
}

async function lookAtIssuer(
  issuer: IssuerConfig,
  { publicUrl }: Config,
  surroundings: Surroundings,
): Promise<Finding[]> {
  const about = `issuer ${issuer.issuer}`;
  const found: Finding[] = [];
  try {
    const keys = await keysOf(issuer, surroundings, (finding) => found.push({ ...finding, about }));
    found.push(judgeKeys(about, keys, issuer));
  } catch (error) {
    const advice =
      "Is OIDC_ISSUER exactly what tokens have as `iss`, and may this machine reach it (proxy, firewall, certificates)?";
    return [...found, fail(about, said(error), advice)];
  }
  if (issuer.client !== null)
    found.push(ok(about, `people sign in by it; its client needs the redirect address ${publicUrl}/sign-in/callback`));
  if (issuer.emailTrust === "always" && issuer.emailDomains === null)
    found.push(
      warn(about, "every address that it tells counts, of any domain", "Name the domains: OIDC_EMAIL_DOMAINS."),
    );
  return found;
}

async function keysOf(
  { keys, issuer }: IssuerConfig,
  { fetch, now }: Surroundings,
  tell: (finding: Finding) => void,
): Promise<Keys> {
  if ("file" in keys) return JSON.parse(await readFile(keys.file, "utf8")) as Keys;
  const get = async (url: string) => {
    const answer = await fetch(url, {
      signal: AbortSignal.timeout(ANSWER_MS),
      headers: { accept: "application/json" },
    });
    if (!answer.ok) throw new Error(`${url} answers ${answer.status}`);
    compareClocks(answer.headers.get("date"), now(), tell);
    return (await answer.json()) as Record<string, unknown>;
  };
  if ("url" in keys) return (await get(keys.url)) as unknown as Keys;
  const metadata = await get(`${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`);
  if (metadata["issuer"] !== issuer)
    throw new Error(`its metadata names another issuer, ${JSON.stringify(metadata["issuer"])}`);
  if (typeof metadata["jwks_uri"] !== "string") throw new Error("its metadata names no address of its keys (jwks_uri)");
  return (await get(metadata["jwks_uri"])) as unknown as Keys;
}

/** To the second: that is what HTTP tells. */
function compareClocks(date: string | null, now: Date, tell: (finding: Finding) => void): void {
  const skew = date === null ? NaN : Math.abs(Date.parse(date) - now.getTime());
  if (skew > MAX_SKEW_MS)
    tell(
      fail(
        "issuer",
        `its clock is ${Math.round(skew / 1000)} s away from this one; tokens are let off 60 s`,
        "Set this machine's clock by NTP.",
      ),
    );
}

/** RFC 7518: the type of key that an algorithm needs. */
const KEY_TYPES: Readonly<Record<string, string>> = { R: "RSA", P: "RSA", E: "EC" };

function judgeKeys(about: string, { keys }: Keys, { algorithms }: IssuerConfig): Finding {
  if (!Array.isArray(keys) || keys.length === 0)
    return fail(about, "it has no keys", "Is OIDC_JWKS_URL or OIDC_JWKS_FILE a JWKS?");
  const fitting = (keys as Keys["keys"]).filter(({ alg, kty, use }) =>
    use === "enc" ? false : algorithms.some((one) => (alg === undefined ? keyTypeOf(one) === kty : alg === one)),
  );
  const all = `${keys.length} keys`;
  if (fitting.length > 0) return ok(about, `answers; ${fitting.length} of ${all} fit ${algorithms.join(", ")}`);
  const theirs = [...new Set((keys as Keys["keys"]).map(({ alg, kty }) => alg ?? kty ?? "?"))].join(", ");
  return fail(about, `none of its ${all} (${theirs}) fits ${algorithms.join(", ")}`, "Set OIDC_ALGORITHMS to its own.");
}

function keyTypeOf(algorithm: string): string {
  return algorithm === "EdDSA" ? "OKP" : (KEY_TYPES[algorithm.charAt(0)] ?? "");
}
