import type { CompanyChangePort } from "../../tenant/companies/company-change";
import type { CompanyEntity } from "../../tenant/companies/company.entity";
import { RIGHTS_ACCEPTED } from "../../tenant/companies/rights-seal";
import { OperatorRefusal } from "../../kernel/errors";
import type { KnownActor } from "../../policy/ports";
import type { RightsProblem } from "./rights-problem";

/**
 * Takes a company's rights as they stand, whatever the trail says of them, and seals them anew: after what differs was
 * looked into and set right, or for a trail from before rights were sealed. The trail keeps that it was done, and why.
 * Throws Refusal BAD_INPUT without a reason.
 */
export async function acceptRights(
  changes: CompanyChangePort,
  company: CompanyEntity,
  { reason, differences }: { readonly reason: string; readonly differences: readonly RightsProblem[] },
): Promise<number> {
  const why = reason.trim();
  if (why === "")
    throw new OperatorRefusal("BAD_INPUT", "Say why the rights are accepted as they stand: the trail keeps it.");
  const by: KnownActor = { kind: "system", id: "command line", name: "command line" };
  return changes.runAs(by, company.id, (scope) =>
    scope.record({
      ...{ action: RIGHTS_ACCEPTED, targetKind: "company", targetId: company.id, before: null, why },
      after: { differences: differences.map(({ kind, target, message }) => `${target}: ${kind}. ${message.en}`) },
    }),
  );
}
