import type { Locale } from "../../kernel/locale";
import { Refusal } from "../../kernel/errors";

/** Why credentials were refused. Says what is wrong with them, never what would be right. */
const TEXTS = {
  AUTHORIZATION_MALFORMED: {
    en: "The Authorization header must have the form: Bearer, a space, and a token.",
    fr: "L’en-tête Authorization doit avoir la forme : Bearer, une espace, puis un jeton.",
  },
  TOKEN_MALFORMED: { en: "The token is not a JSON Web Token.", fr: "Le jeton n’est pas un JSON Web Token." },
  TOKEN_ISSUER: {
    en: "The token comes from an issuer that this server does not accept.",
    fr: "Le jeton provient d’un émetteur que ce serveur n’accepte pas.",
  },
  TOKEN_ALGORITHM: {
    en: "The token is signed with an algorithm that this server does not accept.",
    fr: "Le jeton est signé avec un algorithme que ce serveur n’accepte pas.",
  },
  TOKEN_SIGNATURE: {
    en: "The token's signature does not belong to its issuer.",
    fr: "La signature du jeton n’est pas celle de son émetteur.",
  },
  TOKEN_AUDIENCE: {
    en: "The token was issued for another audience.",
    fr: "Le jeton a été émis pour une autre audience.",
  },
  TOKEN_EXPIRED: { en: "The token has expired.", fr: "Le jeton a expiré." },
  TOKEN_NOT_YET_VALID: { en: "The token is not valid yet.", fr: "Le jeton n’est pas encore valable." },
  TOKEN_CLAIM: {
    en: "The token lacks a claim that this server needs: issuer, audience, subject or expiry.",
    fr: "Il manque au jeton une donnée nécessaire : émetteur, audience, sujet ou échéance.",
  },
  TOKEN_TYPE: {
    en: "The token is of a type that is no access token for this server.",
    fr: "Le jeton n’est pas d’un type qui donne accès à ce serveur.",
  },
  TOKEN_IS_ID_TOKEN: {
    en: "The token is an ID token; send an access token, or have the server set up to take ID tokens.",
    fr: "Le jeton est un jeton d’identité ; envoyez un jeton d’accès, ou faites accepter les jetons d’identité par le serveur.",
  },
  TOKEN_LIFETIME: {
    en: "The token is good for longer than this server allows.",
    fr: "Le jeton est valable plus longtemps que ce serveur ne l’autorise.",
  },
  API_KEY_INVALID: { en: "The API key is not valid.", fr: "La clé d’API n’est pas valable." },
  API_KEY_EXPIRED: { en: "The API key has expired.", fr: "La clé d’API a expiré." },
  API_KEY_REVOKED: { en: "The API key has been revoked.", fr: "La clé d’API a été révoquée." },
} as const satisfies Record<string, Record<Locale, string>>;
export type AuthenticationReason = keyof typeof TEXTS;

/** Credentials were given and are not good: HTTP 401. */
export class AuthenticationFailure extends Refusal {
  constructor(readonly reason: AuthenticationReason) {
    super("UNAUTHENTICATED", TEXTS[reason].en);
    this.name = "AuthenticationFailure";
  }

  textIn(locale: Locale): string {
    return TEXTS[this.reason][locale];
  }

  /** The WWW-Authenticate header of the answer (RFC 6750). */
  get challenge(): string {
    return `Bearer realm="ledgergate", error="invalid_token", error_description="${this.message}"`;
  }
}

/** The issuer's keys could not be had, so nothing can be said about the token: HTTP 503. */
export class AuthenticationUnavailable extends Error {
  constructor(cause: unknown) {
    super("The token issuer's keys cannot be read.", { cause });
    this.name = "AuthenticationUnavailable";
  }
}
