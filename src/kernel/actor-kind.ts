/** Who can have done something: a member, vendor staff, a service with an API key, or Ledgergate itself. */
export const ACTOR_KINDS = ["member", "staff", "service", "system"] as const;
export type ActorKind = (typeof ACTOR_KINDS)[number];
