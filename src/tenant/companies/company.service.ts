import { fill } from "../../kernel/catalogue";
import type { EntityManager } from "typeorm";
import { isUniqueViolation } from "../../infra/db/constraint";
import type { Database } from "../../infra/db/database";
import { insertRows, updateAtVersion } from "../../infra/db/query/rows";
import type { Actor } from "../../kernel/actor";
import { toInstant, type Clock } from "../../kernel/clock";
import { differences } from "../../kernel/differences";
import { emailFrom } from "../../kernel/email";
import { BilingualRefusal, type Refusal } from "../../kernel/errors";
import { controlIn, controlText, controlWith, type MisfitChoice } from "./contract-control";
import { newId } from "../../kernel/ids";
import { readFields } from "../../kernel/refusals";
import { nameFrom } from "../../kernel/labels";
import type { Locale } from "../../kernel/locale";
import { isMoney, type Money } from "../../kernel/money";
import { requireNoMember } from "./both-sides";
import type { ChangeScope, CompanyChangePort, Entitlement } from "./company-change";
import { CompanyEntity } from "./company.entity";
import { checkedRegistration, type FoundingStep, type Registration } from "./registration";
import { storeAssignment } from "./staff-assignment";
import { timezoneFrom } from "./time-zone";
import type { VendorActor, VendorDesk } from "./vendor-desk";
import { VendorStaffEntity } from "./vendor-staff.entity";
import { requireVersion } from "../../kernel/stale-edit";
import { TENANT_TEXTS } from "../texts/tenant-texts";

/** What to set anew; left out or null stays, except that a null of `twoPersonAbove` ends that rule. */
export interface CompanyEdit {
  readonly name?: string | null;
  readonly locale?: Locale | null;
  readonly timezone?: string | null;
  readonly twoPersonAbove?: Money | null;
  /** 0 to 23. */
  readonly digestHour?: number | null;
  /** What to do about records that do not fit their contract; what is not named stays. */
  readonly contractControl?: readonly MisfitChoice[] | null;
  /** Version that the editor saw; left out: whatever it is. */
  readonly expectedVersion?: number | null;
}

export interface CompanyServiceParts {
  readonly database: Database;
  readonly changes: CompanyChangePort;
  readonly desk: VendorDesk;
  readonly clock: Clock;
  /** What the other parts of Ledgergate lay down for a new company, in this order. */
  readonly founding: Iterable<FoundingStep>;
}

/** What whoever registers a company for the vendor becomes in it. */
const FOUNDER: Entitlement = { role: "specialist", until: null };

/** Registers companies and keeps their own settings. */
export class CompanyService {
  constructor(private readonly parts: CompanyServiceParts) {}

  /**
   * Registers a company with its first administrator; staff who register become its specialist. For vendor staff.
   * Throws Refusal FORBIDDEN, SELF_GRANT, BAD_INPUT or ALREADY_EXISTS (slug).
   */
  async register(actor: Actor, asked: Registration): Promise<CompanyEntity> {
    const { database, desk, changes } = this.parts;
    const by = await desk.require(actor, TENANT_TEXTS.registerACompany);
    const registration = checkedRegistration(asked);
    const work = async () => {
      const id = await this.insert(registration);
      const found = async (scope: ChangeScope) => {
        for (const step of this.parts.founding) await step(scope, registration);
        if (by.kind === "staff") await storeAssignment(scope, { staffId: by.id, ...FOUNDER });
        const target = { targetKind: "company", targetId: id };
        await scope.record({ action: "company.registered", ...target, before: null, after: { ...registration } });
        return scope.company;
      };
      return changes.runAs(by, id, found, { actor, ...(by.kind === "staff" && { entitled: FOUNDER }) });
    };
    return unlessTaken("company", slugTaken(registration.slug), () => database.write(work));
  }

  /** Throws PolicyRefusal, Refusal NOT_FOUND, BAD_INPUT or STALE_EDIT. */
  async update(actor: Actor, company: string, edit: CompanyEdit): Promise<CompanyEntity> {
    return this.parts.changes.run({ actor, company, action: "configure" }, async (scope) => {
      const current = scope.company;
      const wanted = wantedOf(current, edit);
      requireVersion(current, edit.expectedVersion);
      const { version } = current;
      const changed = differences<CompanyEntity>(current, wanted);
      if (!changed) return current;
      await updateAtVersion(scope.manager, CompanyEntity, { id: current.id, version }, changed.after);
      Object.assign(current, changed.after, { version: version + 1 });
      await scope.record({ action: "company.updated", targetKind: "company", targetId: current.id, ...changed });
      return current;
    });
  }

  /** Puts a person on the vendor's staff. For super-users. Throws Refusal FORBIDDEN, BAD_INPUT, ALREADY_EXISTS or
   * ON_BOTH_SIDES. */
  async addVendorStaff(
    actor: Actor,
    person: { readonly email: string; readonly name: string; readonly superUser?: boolean },
  ): Promise<VendorStaffEntity> {
    requireEverywhere(await this.parts.desk.find(actor));
    const { email, name } = readFields({
      email: () => emailFrom(person.email, ["input", "email"]),
      name: () => nameFrom(person.name, ["input", "name"]),
    });
    const createdAt = toInstant(this.parts.clock.now());
    const row = { id: newId(), email, name, active: true, superUser: person.superUser ?? false, createdAt };
    const taken = new BilingualRefusal("ALREADY_EXISTS", fill(TENANT_TEXTS.onTheStaffAlready, { email }), [
      "input",
      "email",
    ]);
    const work = async (manager: EntityManager) => {
      if (await manager.existsBy(VendorStaffEntity, { email })) throw taken;
      await insertRows(manager, VendorStaffEntity, [row]);
      // Last: whoever puts people into directories at this moment has been waited for.
      await requireNoMember(manager, email, ["input", "email"]);
      return Object.assign(new VendorStaffEntity(), row);
    };
    return unlessTaken("vendor_staff", taken, () => this.parts.database.write(work));
  }

  private async insert({ slug, name, country, locale, currency, timezone = null }: Registration): Promise<string> {
    const { database, clock } = this.parts;
    const given = { id: newId(), slug, name, country, locale, currency, timezone, createdAt: toInstant(clock.now()) };
    // The entry of the registration raises the revision to 1.
    const initial = { policyRevision: 0, twoPersonAboveMinor: null, twoPersonAboveCurrency: null, version: 1 };
    await database.write(async (manager) => {
      if (await manager.existsBy(CompanyEntity, { slug })) throw slugTaken(slug);
      await insertRows(manager, CompanyEntity, [{ ...given, ...initial }]);
    });
    return given.id;
  }
}

const NOTHING_TO_CHANGE = {
  en: "Say what to change: name, locale, timezone, twoPersonAbove, digestHour or contractControl.",
  fr: "Dites ce qui change : name, locale, timezone, twoPersonAbove, digestHour ou contractControl.",
};

function wantedOf(current: CompanyEntity, edit: CompanyEdit): Partial<CompanyEntity> {
  const { name, locale, timezone, twoPersonAbove, digestHour, contractControl } = edit;
  const anything = [name, locale, timezone, digestHour, contractControl].some((one) => one != null);
  if (!anything && twoPersonAbove === undefined) throw new BilingualRefusal("BAD_INPUT", NOTHING_TO_CHANGE, ["input"]);
  const { above, ...read } = readFields({
    name: () => (name == null ? undefined : nameFrom(name, ["input", "name"])),
    timezone: () => (timezone == null ? undefined : timezoneFrom(timezone)),
    digestHour: () => (digestHour == null ? undefined : hourFrom(digestHour)),
    contractControl: () => (contractControl == null ? undefined : controlColumn(current, contractControl)),
    above: () => (twoPersonAbove === undefined ? {} : twoPersonColumns(current, twoPersonAbove)),
  });
  const wanted = { ...read, locale: locale ?? undefined };
  const said = Object.entries(wanted).filter(([, value]) => value !== undefined);
  return { ...Object.fromEntries(said), ...above };
}

function controlColumn(current: CompanyEntity, choices: readonly MisfitChoice[]): string | null {
  return controlText(controlWith(controlIn(current.contractControl), choices));
}

function hourFrom(hour: number): number {
  if (Number.isInteger(hour) && hour >= 0 && hour <= 23) return hour;
  throw new BilingualRefusal("BAD_INPUT", TENANT_TEXTS.hour, ["input", "digestHour"]);
}

function twoPersonColumns(current: CompanyEntity, above: Money | null) {
  if (above === null) return { twoPersonAboveMinor: null, twoPersonAboveCurrency: null };
  // Amounts of two currencies cannot be compared: in another one the rule would bind every record.
  if (isMoney(above) && above.minor >= 0 && above.currency === current.currency)
    return { twoPersonAboveMinor: above.minor, twoPersonAboveCurrency: above.currency };
  throw new BilingualRefusal("BAD_INPUT", fill(TENANT_TEXTS.thresholdAmount, { currency: current.currency }), [
    "input",
    "twoPersonAbove",
  ]);
}

function requireEverywhere(actor: VendorActor | null): void {
  if (actor?.everywhere) return;
  throw new BilingualRefusal("FORBIDDEN", TENANT_TEXTS.superUsersOnly);
}

function slugTaken(slug: string): Refusal {
  return new BilingualRefusal("ALREADY_EXISTS", fill(TENANT_TEXTS.slugTaken, { slug }), ["input", "slug"]);
}

/** What two registrations at the same time make of each other's check, the unique key tells. */
async function unlessTaken<T>(table: string, refusal: Refusal, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw isUniqueViolation(error, table) ? refusal : error;
  }
}
