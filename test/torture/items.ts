import { oneOf, seeded, whole, type Seeded } from "./seeded";

export type Item = Readonly<Record<string, unknown>> & { readonly feature: string };

/** The items of a run: a few cost codes, projects and vendors, and what builds on them. The same for the same seed. */
export interface Items {
  readonly projects: readonly string[];
  /** In the order in which they are offered. */
  readonly all: readonly Item[];
}

const LEDGER_STATUS = { status: "approved" };

export function itemsOf(seed: number, count: number): Items {
  const random = seeded(seed ^ 0x5f3759df);
  const projects = names("T", Math.max(2, Math.floor(count / 100)));
  const codes = names("C", Math.max(2, Math.floor(count / 50)));
  const vendors = names("V", Math.max(3, Math.floor(count / 25)));
  const rest = Math.max(3, count - projects.length - codes.length - vendors.length);
  const orders = Math.max(1, Math.floor(rest * 0.3));
  const changes = Math.floor(rest * 0.3);
  const commitments = Array.from({ length: orders }, (_, index) => commitment(random, index, projects, codes, vendors));
  const all: Item[] = [
    ...codes.map((code) => ({ feature: "cost_code", code, description: `Code ${code}`, costType: "subcontract" })),
    ...projects.map((project) => ({ ...READY, feature: "project", project })),
    ...vendors.map((number) => ({
      feature: "vendor",
      number,
      name: `Vendor ${number}`,
      counterpartLookedFor: true,
    })),
    ...commitments,
    ...Array.from({ length: changes }, (_, index) => changeOrder(random, index, oneOf(random, commitments))),
    ...invoices(random, rest - orders - changes, commitments),
  ];
  return { projects, all };
}

const READY = { usesErpCostCodes: true, toolEnabled: true, isNew: true };

interface Commitment extends Item {
  readonly project: string;
  readonly number: string;
  readonly vendor: string;
  readonly lines: readonly { readonly number: string; readonly costCode: string; readonly amount: string }[];
}

function commitment(
  random: Seeded,
  index: number,
  projects: readonly string[],
  codes: readonly string[],
  vendors: readonly string[],
): Commitment {
  const lines = names("L", whole(random, 1, 3)).map((number) => ({
    number,
    costCode: oneOf(random, codes),
    amount: amount(random),
  }));
  return {
    feature: "commitment",
    project: oneOf(random, projects),
    kind: "subcontract",
    number: `SC-${index + 1}`,
    title: `Commitment ${index + 1}`,
    vendor: oneOf(random, vendors),
    date: "2026-10-01",
    ...LEDGER_STATUS,
    lines,
  };
}

function changeOrder(random: Seeded, index: number, { project, number, vendor, lines }: Commitment): Item {
  const { number: commitmentLine, costCode } = oneOf(random, lines);
  return {
    feature: "commitment_change_order",
    ...{ project, commitment: number, number: `CO-${index + 1}`, title: `Change ${index + 1}`, vendor },
    ...LEDGER_STATUS,
    lines: [{ commitmentLine, costCode, amount: amount(random) }],
  };
}

/** Bills' numbers are not unique: a third of them share one with bills of other commitments. */
function invoices(random: Seeded, count: number, commitments: readonly Commitment[]): Item[] {
  const taken = new Set<string>();
  return Array.from({ length: count }, (_, index) => {
    const commitment = oneOf(random, commitments);
    const shared = `I-${whole(random, 1, 20)}`;
    const number = random() < 0.3 && !taken.has(`${commitment.number} ${shared}`) ? shared : `I-${index + 100}`;
    taken.add(`${commitment.number} ${number}`);
    return invoice(random, index, number, commitment);
  });
}

function invoice(random: Seeded, index: number, own: string, { project, number, vendor, lines }: Commitment): Item {
  return {
    feature: "subcontractor_invoice",
    ...{ project, commitment: number, vendor },
    number: own,
    title: `Invoice ${index + 1}`,
    billingDate: "2026-10-31",
    periodStart: "2026-10-01",
    periodEnd: "2026-10-31",
    ...LEDGER_STATUS,
    lines: [{ costCode: oneOf(random, lines).costCode, amount: amount(random) }],
  };
}

function amount(random: Seeded): string {
  return `${whole(random, 10, 9_000)}.${whole(random, 10, 99)}`;
}

function names(letter: string, count: number): string[] {
  return Array.from({ length: count }, (_, index) => `${letter}-${index + 1}`);
}
