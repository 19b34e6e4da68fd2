import { Refusal } from "../../kernel/errors";
import type { Actor } from "../../kernel/actor";
import type { GraphQLContext } from "./context";

/** The request's actor. Throws Refusal UNAUTHENTICATED where nobody said who they are. */
export function actorOf({ caller, locale }: GraphQLContext): Actor {
  if (caller.kind === "anonymous")
    throw new Refusal(
      "UNAUTHENTICATED",
      "Say who you are: send a bearer token or an API key in the Authorization header.",
    );
  return caller.kind === "person" ? { ...caller, locale } : caller;
}
