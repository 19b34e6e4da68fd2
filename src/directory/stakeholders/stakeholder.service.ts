import { fill } from "../../kernel/catalogue";
import type { ChangeScope, CompanyChangePort } from "../../tenant/companies/company-change";
import { requireNoStaff } from "../../tenant/companies/both-sides";
import { membersByEmail } from "../../tenant/companies/people";
import { insertRows } from "../../infra/db/query/rows";
import type { Actor } from "../../kernel/actor";
import { emailFrom } from "../../kernel/email";
import { BilingualRefusal } from "../../kernel/errors";
import { newId } from "../../kernel/ids";
import { readFields } from "../../kernel/refusals";
import { nameFrom } from "../../kernel/labels";
import type { StakeholderRole } from "../../policy/model/vocabulary";
import { partState, stakeholdersOf } from "./stakeholder-list";
import { StakeholderEntity } from "./stakeholder.entity";
import { DIRECTORY_TEXTS } from "../texts/directory-texts";

/** A person with a part in the implementation, as somebody names them. */
export interface StakeholderPart {
  readonly role: StakeholderRole;
  readonly email: string;
  readonly name: string;
  /** Whether the implementation cannot do without; false if left out. */
  readonly required?: boolean | null;
}

export interface StakeholderChange {
  readonly stakeholders: readonly StakeholderEntity[];
  readonly policyRevision: number;
}

/** Keeps the list of who takes part in a company's implementation. */
export class StakeholderService {
  constructor(private readonly changes: CompanyChangePort) {}

  /**
   * Replaces the list. Exactly one person is the ERP implementation contact (implementation guide); who is in the
   * directory is linked by e-mail. Throws PolicyRefusal, Refusal NOT_FOUND (company) or BAD_INPUT.
   */
  async set(actor: Actor, company: string, parts: readonly StakeholderPart[]): Promise<StakeholderChange> {
    return this.changes.run({ actor, company, action: "administer" }, async (scope) => {
      const before = await stakeholdersOf(scope.manager, scope.company.id);
      const wanted = await rowsFrom(scope, parts, before);
      if (JSON.stringify(before.map(partState)) === JSON.stringify(wanted.map(partState)))
        return { stakeholders: before, policyRevision: scope.company.policyRevision };
      await scope.manager.delete(StakeholderEntity, { companyId: scope.company.id });
      await insertRows(scope.manager, StakeholderEntity, wanted);
      const policyRevision = await scope.record({
        action: "stakeholders.set",
        targetKind: "company",
        targetId: scope.company.id,
        before: { stakeholders: before.map(partState) },
        after: { stakeholders: wanted.map(partState) },
      });
      return { stakeholders: wanted, policyRevision };
    });
  }
}

/** The list as rows, sorted as it is read; whoever keeps their part keeps their row's id. */
async function rowsFrom(
  { manager, company, at }: ChangeScope,
  parts: readonly StakeholderPart[],
  before: readonly StakeholderEntity[],
): Promise<StakeholderEntity[]> {
  const checked = checkedParts(parts);
  for (const [index, { email }] of checked.entries())
    await requireNoStaff(manager, email, ["input", "stakeholders", String(index), "email"]);
  const members = await membersByEmail(
    manager,
    company.id,
    checked.map(({ email }) => email),
  );
  const kept = new Map(before.map((row) => [keyOf(row), row]));
  const rows = checked.map((part) => {
    const { id = newId(), createdAt = at } = kept.get(keyOf(part)) ?? {};
    const memberId = members.get(part.email)?.id ?? null;
    return Object.assign(new StakeholderEntity(), { ...part, id, companyId: company.id, memberId, createdAt });
  });
  return rows.sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

function personOf(part: StakeholderPart, index: number) {
  const field = ["input", "stakeholders", String(index)];
  const { role, required = false } = part;
  const person = readFields({
    email: () => emailFrom(part.email, [...field, "email"]),
    name: () => nameFrom(part.name, [...field, "name"]),
  });
  return { role, ...person, required };
}

function checkedParts(parts: readonly StakeholderPart[]) {
  const seen = new Set<string>();
  const people = readFields(Object.fromEntries(parts.map((part, index) => [index, () => personOf(part, index)])));
  const checked = Object.values(people).map((row, index) => {
    const { role, email } = row;
    const field = ["input", "stakeholders", String(index)];
    const key = keyOf({ role, email });
    if (seen.has(key)) throw new BilingualRefusal("BAD_INPUT", fill(DIRECTORY_TEXTS.namedTwice, { email }), field);
    seen.add(key);
    return row;
  });
  if (checked.filter(({ role }) => role === "erp_implementation_contact").length === 1) return checked;
  throw new BilingualRefusal("BAD_INPUT", DIRECTORY_TEXTS.oneContact, ["input", "stakeholders"]);
}

function keyOf({ role, email }: { readonly role: StakeholderRole; readonly email: string }): string {
  return `${role} ${email}`;
}
