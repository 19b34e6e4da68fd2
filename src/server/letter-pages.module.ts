import type { Base } from "../infra/infra.module";
import { LetterSessions } from "../infra/mail/links/letter-sessions";
import { Unsubscribing } from "../infra/mail/unsubscribing";
import type { Module } from "../infra/module/module";
import type { OnboardingServices } from "../onboarding/onboarding.module";
import { addFromLetter } from "./from-letter/from-letter-routes";
import { addLetterPages } from "./letters/letter-pages";

const CLEAR_EVERY_MS = 10 * 60_000;

function services({ database, clock }: Base) {
  return { letterSessions: new LetterSessions(database, clock) };
}

/** The pages that letters lead to. */
export const letterPagesModule: Module<Base & OnboardingServices, ReturnType<typeof services>> = {
  name: "letter pages",
  services,
  routes: async (scope, needs) => {
    await addLetterPages(scope, new Unsubscribing(needs.database, needs.clock));
    await addFromLetter(scope, needs);
  },
  jobs: ({ letterSessions }) => [
    { name: "ended letter links", everyMs: CLEAR_EVERY_MS, work: () => letterSessions.clear() },
  ],
};
