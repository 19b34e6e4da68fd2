import type { Feature, RecordState } from "../../policy/model/vocabulary";
import { BOOKING_FAULTS } from "../../erp/mapping/booking-faults";
import { CONTRACT_MISFITS } from "../../policy/model/contract-misfits";
import { dependencyOrder } from "../../erp/catalogue/catalogue";
import type { ItemReference } from "../item/item";
import type { OwnGap } from "../item/own-requirements";

/** A record as readiness looks at it. */
export interface ReadinessNode {
  readonly id: string;
  readonly feature: Feature;
  readonly sourceKey: string;
  readonly number: string;
  readonly state: RecordState;
  /** Whether the ERP holds it. */
  readonly synced: boolean;
  /** Why the ERP refused it; null: it did not. */
  readonly failureCode?: string | null;
  readonly gaps: readonly OwnGap[];
  readonly references: readonly ItemReference[];
}

export const UNMET_CODES = [
  "NOT_SUBMITTED",
  "NOT_SYNCED",
  "STATUS_NOT_READY",
  "NO_CODED_LINE",
  "FIELD_MISSING",
  "SETTING_OFF",
  "COUNTERPART_NOT_LOOKED_FOR",
  "NOT_HELD_BY_ERP",
  "ERP_LIMIT_REACHED",
  "ORDER_BELOW_ZERO",
  "ORDER_CURRENCY",
  "ONLY_IN_ANOTHER_LEDGER",
  "CONNECTION_NOT_USABLE",
  ...BOOKING_FAULTS,
  ...CONTRACT_MISFITS,
] as const;
export type UnmetCode = (typeof UNMET_CODES)[number];

/** One prerequisite that is not met: of the record itself, or of something along its chain. */
export interface Unmet {
  readonly code: UnmetCode;
  readonly feature: Feature;
  readonly sourceKey: string;
  readonly number: string;
  /** Null: there is no such record yet. */
  readonly recordId: string | null;
  readonly state: RecordState | null;
  /** Why the ERP refused what is not ready; null: it did not. */
  readonly failureCode?: string | null;
  /** Fields or values that would do. */
  readonly wanted: readonly string[];
  /** Whether the record itself builds on it, not something that it builds on. */
  readonly direct: boolean;
}

/** Finds what a reference names; null: there is none. */
export type FindNode = (reference: ItemReference) => ReadinessNode | null;

/**
 * Everything that keeps the record from being sent, all at once: along the chain cost code, project, vendor,
 * commitment, in that order, then the record itself. What the ERP holds is met, with all that it built on.
 */
export function readiness(root: ReadinessNode, find: FindNode): Unmet[] {
  if (root.state === "synced") return [];
  const seen = new Set<string>([nameOf(root)]);
  const unmet: Unmet[] = [];
  const visit = (references: readonly ItemReference[], direct: boolean) => {
    for (const reference of references) {
      if (seen.has(nameOf(reference))) continue;
      seen.add(nameOf(reference));
      const node = find(reference);
      if (node === null) unmet.push(missing(reference, direct));
      else if (!node.synced) {
        unmet.push(...gapsOf(node, false), { ...place(node), code: "NOT_SYNCED", wanted: [], direct });
      }
    }
    // The nearer ones first, so that what the record itself builds on is told as that.
    for (const node of references.map(find))
      if (node && !node.synced)
        visit(
          node.references.filter((one) => !seen.has(nameOf(one))),
          false,
        );
  };
  visit(root.references, true);
  const order = dependencyOrder();
  unmet.sort((a, b) => order.indexOf(a.feature) - order.indexOf(b.feature) || compare(a.sourceKey, b.sourceKey));
  return [...unmet, ...gapsOf(root, true)];
}

/** Whether the record itself may be sent: the flag that the policy's gate reads. */
export function isBlocked(root: ReadinessNode, find: FindNode): boolean {
  return root.gaps.length > 0 || root.references.some((reference) => find(reference)?.synced !== true);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

export function nameOf({ feature, sourceKey }: ItemReference): string {
  return `${feature}|${sourceKey}`;
}

function place({ id, feature, sourceKey, number, state, failureCode }: ReadinessNode) {
  const failed = state === "failed" && failureCode ? { failureCode } : {};
  return { recordId: id, feature, sourceKey, number, state, ...failed };
}

function gapsOf(node: ReadinessNode, direct: boolean): Unmet[] {
  return node.gaps.map(({ code, wanted }) => ({ ...place(node), code, wanted, direct }));
}

function missing({ feature, sourceKey }: ItemReference, direct: boolean): Unmet {
  const number = decodeURIComponent(sourceKey.slice(sourceKey.lastIndexOf("/") + 1));
  return { code: "NOT_SUBMITTED", feature, sourceKey, number, recordId: null, state: null, wanted: [], direct };
}
