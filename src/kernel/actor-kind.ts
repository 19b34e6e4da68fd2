/**
 * Who can have done something: a member, vendor staff, a service with an API key, Ledgergate itself, or somebody who did not
 * sign in, by the link of a letter.
 */
export const ACTOR_KINDS = ["member", "staff", "service", "system", "letter"] as const;
export type ActorKind = (typeof ACTOR_KINDS)[number];
