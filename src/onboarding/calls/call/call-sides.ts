import type { CompanyDirectory } from "../../../tenant/companies/company-directory";
import type { Actor } from "../../../kernel/actor";
import type { Authorizer } from "../../../policy/ports";

/** The right that an act on times asks for: the specialist's, or that of the company's contact. */
export type SideAction = "propose_slots" | "confirm_slot";

/** Finds out from which side somebody acts on the times of a call. */
export class CallSides {
  constructor(
    private readonly companies: CompanyDirectory,
    private readonly authorizer: Authorizer,
  ) {}

  /** Whoever has the right of neither side is to be refused as the contact. */
  async actionOf(actor: Actor, reference: string): Promise<SideAction> {
    const company = await this.companies.find(reference);
    if (!company) return "confirm_slot";
    const need = { companyId: company.id, action: "propose_slots", resource: "company" } as const;
    return (await this.authorizer.permits(actor, need)) ? "propose_slots" : "confirm_slot";
  }
}
