import { BilingualRefusal } from "../../kernel/errors";
import type { Actor } from "../../kernel/actor";
import type { GraphQLContext } from "./context";
import { INFRA_TEXTS } from "../texts/infra-texts";

/** The request's actor. Throws Refusal UNAUTHENTICATED where nobody said who they are. */
export function actorOf({ caller, locale }: GraphQLContext): Actor {
  if (caller.kind === "anonymous") throw new BilingualRefusal("UNAUTHENTICATED", INFRA_TEXTS.unauthenticated);
  return { ...caller, locale };
}
