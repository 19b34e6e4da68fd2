import type { JWTVerifyGetKey } from "jose";
import type { IssuerConfig } from "../../config/config-issuers";
import type { UserInfo } from "./user-info";

/** What of an issuer's settings its tokens are checked and read by. */
export type TokenRules = Omit<IssuerConfig, "keys" | "provider" | "userInfo" | "linking" | "client">;

/** An issuer whose tokens are accepted, and how they are checked. */
export interface TokenIssuer extends TokenRules {
  readonly keys: JWTVerifyGetKey;
  /** Asked for the address where an access token carries none; null: nobody is. */
  readonly userInfo: UserInfo | null;
  /** Null: who signs in is linked with nobody, as with the development issuer, whose accounts are the addresses. */
  readonly linking: IssuerConfig["linking"] | null;
}
