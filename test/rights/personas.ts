import type { Caller } from "../../src/infra/graphql/caller";
import type { Actor } from "../../src/kernel/actor";
import { person } from "../support/house";

/** Somebody who tries to raise their own rights. */
export interface Persona {
  readonly name: string;
  readonly actor: Exclude<Actor, { kind: "system" | "letter" }>;
  /** By what inputs name them. */
  readonly email: string;
}

/** Who the token of a member shows who is known by their subject, under another address than their record has. */
const RENAMED = { ...person("new-address@acme.test"), subject: "https://issuer.test|renamed" } as const;

const of = (name: string, email: string): Persona => ({ name, actor: person(email), email });

/** Everybody whom acme knows, or may come to know, in every identity. */
export const PERSONAS: readonly Persona[] = [
  of("specialist of the vendor", "specialist@vendor.test"),
  of("point of contact of the vendor", "point@vendor.test"),
  of("super-user of the vendor", "super@vendor.test"),
  of("vendor staff of no company", "idle@vendor.test"),
  of("administrator who may grant", "admin@acme.test"),
  of("directory administrator without the privilege", "directory@acme.test"),
  of("tool administrator without the privilege", "tool@acme.test"),
  of("approver with limits", "approver@acme.test"),
  of("approver who is tool administrator and offers records", "controller@acme.test"),
  of("member without rights", "clerk@acme.test"),
  of("project manager", "manager@acme.test"),
  of("ERP implementation contact", "contact@acme.test"),
  of("administrator who was deactivated", "gone@acme.test"),
  { name: "administrator known by subject", actor: RENAMED, email: "new-address@acme.test" },
  of("stakeholder who is not in the directory", "books@acme.test"),
  of("administrator of another company", "admin@globex.test"),
  of("stranger", "stranger@nowhere.test"),
];

/** The same as the caller of a request. */
export function callerOf({ actor }: Persona): Caller {
  return actor;
}
