import { ITEMS } from "../../../src/implementation/item/catalogue";
import { GUIDE } from "../../../src/implementation/guide/guide-pages";
import { openAcme, admin, specialist } from "../../support/acme";
import type { House } from "../../support/house";

interface Page {
  readonly code: string;
  readonly title: string;
  readonly body: string | null;
  readonly items: { readonly yours: boolean; readonly item: { readonly code: string; readonly state: string } }[];
  readonly approvers: { readonly email: string; readonly features: string[] }[] | null;
}
const QUERY = (locale: string) =>
  `{ guide(company: "acme", locale: ${locale}) { code title body items { yours item { code state } }
    approvers { email features } } }`;

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
  });
});

test("a stranger reads nothing", async () => {
  expect(await read("stranger@elsewhere.test")).toBeNull();
});
