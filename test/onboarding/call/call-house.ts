import { createCalls, type CallServices } from "../../../src/onboarding/calls.module";
import { CompanyEntity } from "../../../src/tenant/companies/company.entity";
import type { CallLetter, CallMail } from "../../../src/onboarding/calls/letters/call-mail";
import type { CallKind } from "../../../src/onboarding/calls/call/call-kind";
import { CallEntity } from "../../../src/onboarding/calls/call/call.entity";
import { SlotEntity } from "../../../src/onboarding/calls/call/slot.entity";
import { openTestDatabase } from "../../support/database";
import { House, person, SEED } from "../../support/house";

export const specialist = person("specialist@vendor.test");
/** The ERP implementation contact of acme. */
export const contact = person("admin@acme.test");
/** A stakeholder of acme that is needed, and in its directory. */
export const itAdmin = person("clerk@acme.test");
/** A stakeholder that is needed, and that the directory does not know. */
export const BOOKS = "books@acme.test";

const PARIS = "Europe/Paris";

/** The acme company of test/support with its stakeholders, its calls, and the letters about them. */
export class CallHouse extends House {
  readonly letters: CallLetter[] = [];
  readonly calls: CallServices["calls"];

  private constructor(...parts: ConstructorParameters<typeof House>) {
    super(...parts);
    const { changes, companies, authorizer } = this.services;
    const mail: CallMail = { enqueue: async (_, letter) => void this.letters.push(letter) };
    this.calls = createCalls({ changes, companies, authorizer }, mail);
  }

  static async open(): Promise<CallHouse> {
    const house = new CallHouse(await openTestDatabase());
    const { company, staff } = house.services;
    await company.addVendorStaff(SEED, { email: "specialist@vendor.test", name: "Farid" });
    for (const slug of ["acme", "globex"]) await house.found(slug);
    await staff.assign(SEED, "globex", { email: "specialist@vendor.test", role: "specialist" });
    return house;
  }

  private async found(slug: string): Promise<void> {
    const { staff, member, stakeholder } = this.services;
    await this.register(slug);
    const { id } = await this.company(slug);
    await this.database.write((manager) => manager.update(CompanyEntity, { id }, { timezone: PARIS }));
    if (slug === "acme") await staff.assign(SEED, slug, { email: "specialist@vendor.test", role: "specialist" });
    await member.add(SEED, slug, { email: `clerk@${slug}.test`, name: "Clerk" });
    await member.add(SEED, slug, { email: `buyer@${slug}.test`, name: "Buyer" });
    await stakeholder.set(SEED, slug, [
      { role: "erp_implementation_contact", email: `admin@${slug}.test`, name: "Alma", required: true },
      { role: "it_administrator", email: `clerk@${slug}.test`, name: "Clerk", required: true },
      { role: "xero_administrator", email: `books@${slug}.test`, name: "Ivo", required: false },
    ]);
  }

  /** Slots of the call, by time. */
  async slots(kind: CallKind, slug = "acme"): Promise<SlotEntity[]> {
    const { id: companyId } = await this.company(slug);
    const calls = await this.database.read().find(CallEntity, { where: { companyId, kind }, order: { id: "DESC" } });
    const where = { companyId, callId: calls[0]!.id };
    return this.database.read().find(SlotEntity, { where, order: { startsAt: "ASC", id: "ASC" } });
  }

  propose(kind: CallKind, locals: readonly string[], slug = "acme", zone = PARIS) {
    const slots = locals.map((localStart) => ({ localStart, zone }));
    return this.calls.scheduling.propose(specialist, slug, { kind, slots });
  }

  /** All who are needed answer for the slot, and the contact confirms it. */
  async agree(kind: CallKind, local: string, slug = "acme"): Promise<CallEntity> {
    const slots = await this.slots(kind, slug);
    const slot = slots.find((one) => one.localStart === local && ["offered", "suggested"].includes(one.state))!.id;
    const answers = [{ slot, availability: "can" as const }];
    await this.calls.availability.answer(person(`clerk@${slug}.test`), slug, { kind, answers });
    return this.calls.agreement.confirm(person(`admin@${slug}.test`), slug, { kind, slot });
  }
}
