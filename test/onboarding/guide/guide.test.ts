import { ITEMS } from "../../../src/onboarding/items/catalogue";
import { GUIDE } from "../../../src/onboarding/guide/guide-pages";
import { openAcme, admin, specialist } from "../../support/acme";
import { SEED, type House } from "../../support/house";

interface Approver {
  readonly email: string;
  readonly features: string[];
  readonly coming: string[];
  readonly asAdministrator: boolean;
}
interface Page {
  readonly code: string;
  readonly title: string;
  readonly body: string | null;
  readonly items: { readonly yours: boolean; readonly item: { readonly code: string; readonly state: string } }[];
  readonly approvers: Approver[] | null;
}
const QUERY = (locale: string) =>
  `{ guide(company: "acme", locale: ${locale}) { code title body items { yours item { code state } }
    approvers { email features coming asAdministrator } } }`;

let house: House;
beforeEach(async () => {
  house = await openAcme();
});

async function read(email: string, locale = "EN"): Promise<Page[] | null> {
  const answer = await house.ask(email, QUERY(locale));
  expect(answer.errors).toBeUndefined();
  return answer.data?.["guide"] ?? null;
}
const pageOf = (pages: Page[] | null, code: string) => pages!.find((page) => page.code === code)!;

test("every action item is on exactly one page", () => {
  const placed = GUIDE.flatMap(({ items }) => items);
  expect([...placed].sort()).toEqual(ITEMS.map(({ code }) => code).sort());
});

test("a reader sees his own items marked, in his language, and the feature map of the catalogue", async () => {
  await house.services.stakeholder.set(admin, "acme", [
    { role: "erp_implementation_contact", email: "clerk@acme.test", name: "Clerk" },
  ]);
  const pages = await read("clerk@acme.test", "FR");
  const yours = pageOf(pages, "preparation").items.filter(({ yours: own }) => own);
  expect(yours.map(({ item }) => item.code)).toEqual(["buy_integration", "answer_welcome_mail"]);
  expect(pageOf(pages, "preparation").title).toBe("Avant le lancement");
  expect(pageOf(pages, "feature_map").body).toMatch(/^# /);
});

test("the page of approvers holds the real ones, for who may review rights", async () => {
  await house.services.approver.designate(specialist, "acme", {
    member: "buyer@acme.test",
    features: [{ feature: "commitment" }],
    reason: "Named in the list",
  });
  expect(pageOf(await read("admin@acme.test"), "approvers").approvers).toContainEqual({
    email: "buyer@acme.test",
    features: ["COMMITMENT"],
    coming: [],
    asAdministrator: false,
  });
});

test("the page tells what is granted today, what from a later day on, and who needs no grant", async () => {
  const { approver, member } = house.services;
  await approver.designate(specialist, "acme", {
    member: "buyer@acme.test",
    features: [
      { feature: "commitment", validUntil: "2026-12-01T00:00:00.000Z" },
      { feature: "subcontractor_invoice", validFrom: "2026-12-01T00:00:00.000Z" },
    ],
    reason: "Named in the list",
  });
  await member.update(SEED, "acme", { member: "admin@acme.test", toolLevel: "standard", canPushToAccounting: true });
  const rows = async () => pageOf(await read("admin@acme.test"), "approvers").approvers;
  const everything = [
    "COMMITMENT",
    "COMMITMENT_CHANGE_ORDER",
    "COST_CODE",
    "PROJECT",
    "SUBCONTRACTOR_INVOICE",
    "VENDOR",
  ];
  const administrator = { email: "admin@acme.test", coming: [], asAdministrator: true };
  const buyer = { email: "buyer@acme.test", asAdministrator: false };
  const [first, second] = (await rows())!;
  expect({ ...first, features: [...first!.features].sort() }).toEqual({ ...administrator, features: everything });
  expect(second).toEqual({ ...buyer, features: ["COMMITMENT"], coming: ["SUBCONTRACTOR_INVOICE"] });
  house.clock.set("2026-12-01T00:00:00.000Z");
  expect((await rows())![1]).toEqual({ ...buyer, features: ["SUBCONTRACTOR_INVOICE"], coming: [] });
});

test("a stranger reads nothing", async () => {
  expect(await read("stranger@elsewhere.test")).toBeNull();
});
