import { itemOf } from "../../../src/onboarding/items/catalogue";
import { NO_FACTS } from "../../../src/onboarding/items/item-facts";
import { ActionItemType } from "../../../src/onboarding/items/item.graphql";
import { standing } from "../../../src/onboarding/items/item-standing";

test("an item, and what comes first, are named in the reader's language", () => {
  const item = itemOf("answer_welcome_mail")!;
  const setUp = { facts: NO_FACTS, said: new Map() } as never;
  const read = (locale: "en" | "fr") => ActionItemType.of("c-1", standing(setUp, item, "2026-11-24"), locale);
  const first = item.after.map((code) => itemOf(code)!.title);
  expect(first.length).toBeGreaterThan(0);
  expect(read("fr")).toMatchObject({ title: item.title.fr, waitsFor: first.map(({ fr }) => fr) });
  expect(read("en")).toMatchObject({ title: item.title.en, waitsFor: first.map(({ en }) => en) });
});
