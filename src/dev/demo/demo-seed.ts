import type { App } from "../../application";
import { systemActor } from "../../kernel/actor";
import type { Feature } from "../../policy/model/vocabulary";
import { DEMO_PEOPLE } from "./demo-people";
import { seedDemoRecords } from "./demo-records";

const SEED = systemActor("demo seed");
const VENDOR_STAFF = [
  { email: "specialist@vendor.test", name: nameOf("specialist@vendor.test") },
  { email: "point-of-contact@vendor.test", name: "Hana Ito" },
];

/** Whether the demo company is there already. */
export async function isDemoSeeded(app: App): Promise<boolean> {
  return (await app.companies.find("demo")) !== null;
}

/**
 * Fills an empty database with the demo: company `demo`, live, with people of every kind, and company `other` that
 * none of them belongs to. All of it through the services, so the demo obeys the rules it shows.
 */
export async function seedDemo(app: App): Promise<void> {
  await seedVendorStaff(app);
  await seedDemoCompany(app);
  await seedOtherCompany(app);
}

/** The vendor's people alone: a specialist and a point of contact. */
export async function seedVendorStaff(app: App): Promise<void> {
  for (const person of VENDOR_STAFF) await app.company.addVendorStaff(SEED, person);
}

async function seedDemoCompany(app: App): Promise<void> {
  const company = "demo";
  await app.company.register(SEED, {
    slug: company,
    name: "Demo Builders",
    country: "US",
    locale: "en",
    currency: "USD",
    administrator: { email: "admin@demo.test", name: nameOf("admin@demo.test") },
  });
  await app.staff.assign(SEED, company, { email: "specialist@vendor.test", role: "specialist" });
  await app.staff.assign(SEED, company, { email: "point-of-contact@vendor.test", role: "point_of_contact" });
  await seedProjects(app, company);
  await seedPeople(app, company);
  await seedApprovers(app, company);
  await app.stakeholder.set(SEED, company, [
    { role: "erp_implementation_contact", email: "admin@demo.test", name: nameOf("admin@demo.test"), required: true },
    { role: "xero_administrator", email: "books@demo.test", name: "Ivo Marin", required: true },
  ]);
  await goLive(app, company, { edition: "established", country: "US", organisationName: "Demo Builders Inc." });
  await seedDemoRecords(app, company);
}

const PROJECTS = [
  { code: "P-100", name: "Harbour Bridge" },
  { code: "P-200", name: "City Library" },
  { code: "P-300", name: "Elm Street School" },
];

async function seedProjects(app: App, company: string): Promise<void> {
  for (const project of PROJECTS) await app.project.add(SEED, company, project);
}

async function seedPeople(app: App, company: string): Promise<void> {
  const people = [
    { email: "commitments-and-invoices@demo.test", toolLevel: "none" },
    { email: "commitments-only@demo.test", toolLevel: "none" },
    { email: "read-only@demo.test", toolLevel: "read_only" },
    { email: "project-manager@demo.test", toolLevel: "none" },
  ] as const;
  for (const person of people) {
    await app.member.add(SEED, company, { ...person, name: nameOf(person.email), directoryLevel: "read_only" });
  }
  for (const { code } of PROJECTS) {
    await app.project.setLevels(SEED, company, {
      project: code,
      member: "project-manager@demo.test",
      levels: [
        { tool: "commitments", level: "admin" },
        { tool: "change_orders", level: "admin" },
      ],
    });
  }
  // One approver may also offer again and unlink, where the demo has records; the other may not.
  for (const project of ["P-100", "P-200"]) {
    const member = "commitments-and-invoices@demo.test";
    const levels = [{ tool: "commitments", level: "admin" }] as const;
    await app.project.setLevels(SEED, company, { project, member, levels });
  }
}

/** The guide's own example: one approver may send commitments and invoices, another only commitments. */
async function seedApprovers(app: App, company: string): Promise<void> {
  const reason = "Named in the company's list of accounting approvers";
  const features = (names: readonly Feature[]) => names.map((feature) => ({ feature }));
  await app.approver.designate(SEED, company, {
    member: "commitments-and-invoices@demo.test",
    features: features(["commitment", "subcontractor_invoice"]),
    reason,
  });
  await app.approver.designate(SEED, company, {
    member: "commitments-only@demo.test",
    features: features(["commitment"]),
    reason,
  });
}

async function seedOtherCompany(app: App): Promise<void> {
  const company = "other";
  await app.company.register(SEED, {
    slug: company,
    name: "Other Constructions",
    country: "NZ",
    locale: "en",
    currency: "NZD",
    administrator: { email: "admin@other.test", name: nameOf("admin@other.test") },
  });
  await app.project.add(SEED, company, { code: "O-1", name: "Quay Street" });
}

async function goLive(
  app: App,
  company: string,
  ledger: { edition: string; country: string; organisationName: string },
): Promise<void> {
  const trackingCategory = "Job";
  await app.connection.configure(SEED, company, { ...ledger, trackingCategory, status: "authorised" });
  const reason = "Demo";
  await app.implementation.enterPhase(SEED, company, { phase: "implementation", reason });
  await app.implementation.enterPhase(SEED, company, { phase: "getting_started", reason });
}

function nameOf(email: string): string {
  return DEMO_PEOPLE.find((person) => person.email === email)?.name ?? email;
}
