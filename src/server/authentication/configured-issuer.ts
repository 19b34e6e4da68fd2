import type { IssuerConfig } from "../../config/config-issuers";
import type { Clock } from "../../kernel/clock";
import { issuerMetadata } from "./issuer-metadata";
import { discoveredKeySet, fileKeySet, remoteKeySet } from "./key-set";
import type { TokenIssuer } from "./token-issuer";
import { userInfoOf } from "./user-info";

/** The configured issuer. Reads a JWKS file once, so that a wrong path is seen at start; an address is asked later. */
export async function configuredIssuer(
  config: IssuerConfig,
  clock: Clock,
  onProblem: (error: unknown) => void,
): Promise<TokenIssuer> {
  const { keys, userInfo, client: _ours, ...rules } = config;
  const metadata = issuerMetadata(config.issuer);
  const now = () => clock.now().getTime();
  const keySet =
    "url" in keys
      ? remoteKeySet(keys.url, now)
      : "file" in keys
        ? await fileKeySet(keys.file, onProblem)
        : discoveredKeySet(metadata, now);
  return { ...rules, keys: keySet, userInfo: userInfo ? userInfoOf(metadata) : null };
}
