import { In, type EntityManager } from "typeorm";
import { BilingualRefusal } from "../../kernel/errors";
import type { Bilingual } from "../../kernel/locale";
import { CompanyEntity } from "./company.entity";
import { VendorStaffEntity } from "./vendor-staff.entity";

/*
 * A person is on one side: on the vendor's staff, or in the directory of customers. Whoever leads companies for the vendor
 * is no member of one, and nobody's rights as a member hide their part as staff, or the other way round. Every door that puts
 * an address or an account into either directory asks here.
 */

const MAX_NAMES = 5;
/** Addresses in one statement. */
const BATCH_SIZE = 1000;

/**
 * Which of these addresses are the vendor's staff's. Inside a write nobody is put on the staff until it ends, so that two
 * doors at the same moment do not let the same person in on both sides; a plan that is only shown holds nobody up.
 */
export async function staffAmong(manager: EntityManager, emails: readonly string[]): Promise<ReadonlySet<string>> {
  if (emails.length === 0) return new Set();
  const inWrite = manager.queryRunner?.isTransactionActive === true;
  if (inWrite && manager.connection.options.type === "postgres")
    await manager.query('LOCK TABLE "vendor_staff" IN SHARE MODE');
  const staff = new Set<string>();
  for (let start = 0; start < emails.length; start += BATCH_SIZE) {
    const some = emails.slice(start, start + BATCH_SIZE);
    for (const { email } of await manager.findBy(VendorStaffEntity, { email: In(some) })) staff.add(email);
  }
  return staff;
}

/** For what puts somebody into a customer's directory. Throws Refusal ON_BOTH_SIDES. */
export async function requireNoStaff(manager: EntityManager, email: string, field: readonly string[]): Promise<void> {
  if ((await staffAmong(manager, [email])).has(email)) throw isStaff(email, field);
}

/** For what makes somebody vendor staff, or gives them a part: they are in no customer's directory. Throws as above. */
export async function requireNoMember(manager: EntityManager, email: string, field: readonly string[]): Promise<void> {
  // By the table's name: directory/ stands above.
  const members = await manager.findBy<{ companyId: string; email: string }>("member", { email });
  if (members.length === 0) return;
  const companies = await manager.findBy(CompanyEntity, { id: In(members.map(({ companyId }) => companyId)) });
  const names = companies.map(({ name }) => name).sort();
  throw onBothSides(
    {
      en: `${email} is in the directory of ${names.slice(0, MAX_NAMES).join(", ")}. Nobody is on both sides: use another address of theirs.`,
      fr: `${email} figure dans l’annuaire de ${names.slice(0, MAX_NAMES).join(", ")}. Personne n’est des deux côtés : utilisez une autre de ses adresses.`,
    },
    field,
  );
}

/** An account that signs in as one of the other side. */
export function accountOnBothSides(field: readonly string[]): BilingualRefusal {
  return onBothSides(
    {
      en: "The account is that of somebody on the other side: the vendor's staff, or a customer's directory. Nobody is on both.",
      fr: "Ce compte est celui d’une personne de l’autre côté : personnel de l’éditeur ou annuaire d’un client. Personne n’est des deux côtés.",
    },
    field,
  );
}

function isStaff(email: string, field: readonly string[]): BilingualRefusal {
  return onBothSides(
    {
      en: `${email} is on the vendor's staff. Nobody is on both sides: use another address of theirs.`,
      fr: `${email} fait partie du personnel de l’éditeur. Personne n’est des deux côtés : utilisez une autre de ses adresses.`,
    },
    field,
  );
}

function onBothSides(texts: Bilingual, field: readonly string[]): BilingualRefusal {
  return new BilingualRefusal("ON_BOTH_SIDES", texts, field);
}
