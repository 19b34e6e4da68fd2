import type { Base } from "../infra/infra.module";
import { Unsubscribing } from "../infra/mail/unsubscribing";
import type { Module } from "../infra/module/module";
import { addLetterPages } from "./letters/letter-pages";

/** The pages that letters lead to. */
export const letterPagesModule: Module<Base> = {
  name: "letter pages",
  routes: (scope, { database, clock }) => addLetterPages(scope, new Unsubscribing(database, clock)),
};
