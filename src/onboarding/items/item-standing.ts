import { ITEMS, itemOf, missingLedgers, seenOf } from "./catalogue";
import type { Locale } from "../../kernel/locale";
import type { Item, ItemStage, Side } from "./item";
import { isSettled, type ItemSituation, type ItemState } from "./item-machine";
import type { SetUp } from "./item-reading";
import type { ItemEntity } from "./item.entity";

/** How one item of a company stands: what is seen of it, and what was said. */
export interface ItemStanding {
  readonly item: Item;
  readonly said: ItemEntity | null;
  readonly situation: ItemSituation;
  readonly state: ItemState;
  readonly settled: boolean;
  /** Due, and not settled. */
  readonly late: boolean;
  /** Names of the connections that it is still to be done for, where the company uses several. */
  readonly missing: readonly string[];
}

/** How all items stand, in the guide's order. @param today in the company's zone, 2026-11-24 */
export function standings(setUp: SetUp, today: string): readonly ItemStanding[] {
  return ITEMS.map((item) => standing(setUp, item, today));
}

export function standing(setUp: SetUp, item: Item, today: string): ItemStanding {
  const said = setUp.said.get(item.code) ?? null;
  const seen = seenOf(item, setUp.facts);
  const situation: ItemSituation = {
    state: said?.state ?? "open",
    seen,
    waivable: item.waivable,
    waitsFor: item.after
      .filter((code) => !isSettledIn(setUp, code))
      .map((code) => itemOf(code)?.title ?? { en: code, fr: code }),
  };
  const settled = isSettled(situation);
  const late = !settled && said?.dueOn != null && said.dueOn < today;
  const missing = settled ? [] : missingLedgers(item, setUp.facts);
  return { item, said, situation, state: shownState(situation), settled, late, missing };
}

/** What is to be done, and for which of several ledgers. */
export function taskText({ item, missing }: Pick<ItemStanding, "item" | "missing">, locale: Locale): string {
  return missing.length === 0 ? item.title[locale] : `${item.title[locale]} (${missing.join(", ")})`;
}

/** What stands between the company and going live: the items of the stages before it that are not settled. */
export function unmet(all: readonly ItemStanding[]): readonly ItemStanding[] {
  return all.filter(({ item, settled }) => item.stage !== "getting_started" && !settled);
}

/** Share of a side's items that are settled, in whole per cent. */
export function percentDone(all: readonly ItemStanding[], side: Side): number {
  const own = all.filter(({ item }) => item.side === side);
  return Math.floor((100 * own.filter(({ settled }) => settled).length) / own.length);
}

/** The item to do next: the first of the earliest stage that waits for nothing. */
export function nextItem(all: readonly ItemStanding[]): ItemStanding | null {
  const stages: readonly ItemStage[] = ["preparation", "implementation", "getting_started"];
  for (const stage of stages) {
    const open = all.filter(({ item, settled }) => item.stage === stage && !settled);
    const ready = open.find(({ situation }) => situation.waitsFor.length === 0) ?? open[0];
    if (ready) return ready;
  }
  return null;
}

function isSettledIn(setUp: SetUp, code: string): boolean {
  const item = itemOf(code);
  if (!item) return true;
  return isSettled({ state: setUp.said.get(code)?.state ?? "open", seen: seenOf(item, setUp.facts) });
}

/** What is seen wins over what was said, except that a waiver stands. */
function shownState({ state, seen }: ItemSituation): ItemState {
  if (state === "waived" || seen === null) return state;
  if (seen) return "done";
  return state === "done" ? "open" : state;
}
