import type { EntityManager } from "typeorm";
import type { Action } from "../../policy/model/vocabulary";
import type { Authorizer } from "../../policy/ports";
import type { ChangeScope } from "../../tenant/companies/company-change";
import { membersByEmail } from "../../tenant/companies/people";
import { VendorStaffEntity } from "../../tenant/companies/vendor-staff.entity";
import { emailFrom } from "../../kernel/email";
import { BilingualRefusal } from "../../kernel/errors";

/**
 * The e-mail of whoever is to do an item: somebody of the company, or the vendor's staff there, who may do it. Reminders are
 * written to them. Throws Refusal BAD_INPUT.
 */
export async function ownerFrom(
  { manager, company }: ChangeScope,
  authorizer: Authorizer,
  text: string,
  action: Action,
): Promise<string> {
  const field = ["input", "ownerEmail"];
  const email = emailFrom(text, field);
  for (const id of await subjectIds(manager, company.id, email))
    if (await authorizer.permitsSubject(id, { companyId: company.id, action, resource: "company" })) return email;
  const texts = {
    en: `${email} may not do this: it goes to somebody of the company's directory, or the vendor's staff, who may.`,
    fr: `${email} ne peut pas le faire : cela revient à quelqu’un de l’annuaire de l’entreprise, ou de l’éditeur, qui le peut.`,
  };
  throw new BilingualRefusal("BAD_INPUT", texts, field);
}

async function subjectIds(manager: EntityManager, companyId: string, email: string): Promise<string[]> {
  const member = (await membersByEmail(manager, companyId, [email])).get(email);
  const staff = await manager.findOneBy(VendorStaffEntity, { email });
  return [member, staff].flatMap((one) => (one ? [one.id] : []));
}
