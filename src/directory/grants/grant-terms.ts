import { fill } from "../../kernel/catalogue";
import { endFrom, startFrom } from "../../infra/graphql/days";
import { BilingualRefusal, type Refusal } from "../../kernel/errors";
import { readFields } from "../../kernel/refusals";
import { isMoney, type Money } from "../../kernel/money";
import { hasFact } from "../../policy/model/record-facts";
import { EN } from "../../policy/texts/en";
import { FR } from "../../policy/texts/fr";
import type { Direction, Feature } from "../../policy/model/vocabulary";
import type { GrantBounds } from "./grant-bounds";
import type { GrantEntity } from "./grant.entity";
import { optionalReason } from "../../kernel/labels";
import { DIRECTORY_TEXTS } from "../texts/directory-texts";

/** A right as somebody asks for it. Left out or null in a scope means unlimited. */
export interface GrantRequest {
  readonly feature: Feature;
  /** "export" if left out. */
  readonly direction?: Direction | null;
  /** Ids or codes. */
  readonly projects?: readonly string[] | null;
  readonly ceiling?: Money | null;
  /** A day of the company's, from its first moment on, or an ISO-8601 date and time with zone; inclusive. */
  readonly validFrom?: string | null;
  /** A day of the company's, which counts whole, or an instant, exclusive. */
  readonly validUntil?: string | null;
  readonly reason?: string | null;
}

/** A right that has been found to fit the company. */
export interface GrantTerms {
  readonly feature: Feature;
  readonly direction: Direction;
  /** Sorted. */
  readonly projectIds: readonly string[] | null;
  readonly ceiling: Money | null;
  readonly validFrom: string | null;
  readonly validUntil: string | null;
  readonly reason: string | null;
}

/** For whom the terms are read: the company, the instant, and where in the input the request stands. */
export interface TermsScope {
  readonly companyId: string;
  /** The company's: a day is its day. */
  readonly zone: string;
  readonly at: string;
  readonly path: readonly string[];
}

/** Reads a request. Throws Refusal BAD_INPUT at the field that does not fit, NOT_FOUND for an unknown project. */
export async function termsOf(request: GrantRequest, bounds: GrantBounds, scope: TermsScope): Promise<GrantTerms> {
  const { feature, direction = null } = request;
  const way = direction ?? "export";
  if (!(await bounds.carries(scope.companyId, feature, way))) throw notCarried(feature, way, scope.path);
  const projectIds = await projectsOf(request.projects, bounds, scope).catch(refusedLater);
  const { validity, ...read } = readFields({
    bounds: () => requireBoundsOfFeature(request, scope.path),
    projectIds: () => (typeof projectIds === "function" ? projectIds() : projectIds),
    ceiling: () => ceilingOf(request.ceiling, scope.path),
    validity: () => validityOf(request, scope),
    reason: () => optionalReason(request.reason, [...scope.path, "reason"]),
  });
  const { ceiling, reason } = read;
  return { feature, direction: way, projectIds: read.projectIds, ceiling, ...validity, reason };
}

/** Thrown when it is this field's turn, so that it is told with the others. */
function refusedLater(error: unknown): () => never {
  return () => {
    throw error;
  };
}

function notCarried(feature: Feature, direction: Direction, path: readonly string[]): Refusal {
  return new BilingualRefusal(
    "BAD_INPUT",
    fill(DIRECTORY_TEXTS.notCarried, { direction, feature: { en: feature, fr: FR.resources[feature] } }),
    [...path, "direction"],
  );
}

/** A right bounded by what its records do not have would reach none of them (policy/model/record-facts.ts). */
function requireBoundsOfFeature({ feature, projects, ceiling }: GrantRequest, path: readonly string[]): void {
  const [en, fr] = [EN.resources[feature], FR.resources[feature]];
  if (projects != null && !hasFact(feature, "project")) {
    const texts = {
      en: `A right to ${en} cannot be limited to projects: they belong to the whole company. Leave the projects out.`,
      fr: `Un droit sur ${fr} ne se limite pas à des projets : ils appartiennent à toute l’entreprise. Retirez les projets.`,
    };
    throw new BilingualRefusal("BAD_INPUT", texts, [...path, "projects"]);
  }
  if (ceiling != null && !hasFact(feature, "amount")) {
    const texts = {
      en: `A right to ${en} has no ceiling: they have no amount. Leave the ceiling out.`,
      fr: `Un droit sur ${fr} n’a pas de plafond : ils n’ont pas de montant. Retirez le plafond.`,
    };
    throw new BilingualRefusal("BAD_INPUT", texts, [...path, "ceiling"]);
  }
}

async function projectsOf(
  references: readonly string[] | null | undefined,
  bounds: GrantBounds,
  { companyId, path }: TermsScope,
): Promise<string[] | null> {
  if (references == null) return null;
  const field = [...path, "projects"];
  if (references.length === 0) throw new BilingualRefusal("BAD_INPUT", DIRECTORY_TEXTS.atLeastOneProject, field);
  const ids = await bounds.projectIds(companyId, references);
  const missing = references.filter((_, index) => ids[index] == null);
  if (missing.length > 0)
    throw new BilingualRefusal("NOT_FOUND", fill(DIRECTORY_TEXTS.noSuchProjects, { codes: missing.join(", ") }), field);
  return [...new Set(ids.filter((id) => id !== null))].sort();
}

function ceilingOf(ceiling: Money | null | undefined, path: readonly string[]): Money | null {
  if (ceiling == null) return null;
  if (isMoney(ceiling) && ceiling.minor >= 0) return { minor: ceiling.minor, currency: ceiling.currency };
  throw new BilingualRefusal("BAD_INPUT", DIRECTORY_TEXTS.ceiling, [...path, "ceiling"]);
}

function validityOf(request: GrantRequest, { at, path, zone }: TermsScope) {
  const { validFrom: start, validUntil: end } = request;
  const validFrom = start == null ? null : startFrom(start, zone, [...path, "validFrom"]);
  const validUntil = end == null ? null : endFrom(end, zone, [...path, "validUntil"]);
  const field = [...path, "validUntil"];
  if (validFrom !== null && validUntil !== null && validFrom >= validUntil)
    throw new BilingualRefusal("BAD_INPUT", DIRECTORY_TEXTS.endsBeforeItStarts, field);
  if (validUntil !== null && validUntil <= at)
    throw new BilingualRefusal("BAD_INPUT", DIRECTORY_TEXTS.endedAlready, field);
  return { validFrom, validUntil };
}

/** Whether the grant gives exactly what the terms ask for. */
export function sameRight(grant: GrantEntity, terms: GrantTerms): boolean {
  return (
    grant.feature === terms.feature &&
    grant.direction === terms.direction &&
    JSON.stringify(grant.projectIds && [...grant.projectIds].sort()) === JSON.stringify(terms.projectIds) &&
    grant.ceilingMinor === (terms.ceiling?.minor ?? null) &&
    grant.ceilingCurrency === (terms.ceiling?.currency ?? null) &&
    grant.validFrom === terms.validFrom &&
    grant.validUntil === terms.validUntil
  );
}
