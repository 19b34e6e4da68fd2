import { fill } from "../../kernel/catalogue";
import type { Bilingual } from "../../kernel/locale";
import { CALL_REFUSALS } from "../texts/call-refusals";
import type { ChangeScope } from "../../tenant/companies/company-change";
import { insertRows } from "../../infra/db/query/rows";
import { newId } from "../../kernel/ids";
import type { Person } from "./letters/call-people";
import { SlotAnswerEntity, type Availability } from "./call/slot-answer.entity";
import type { SlotEntity } from "./call/slot.entity";

/** Keeps the person's answer for the slot; a later one takes the place of an earlier. Answers the earlier one. */
export async function answerFor(
  { manager, company, by, at }: ChangeScope,
  slot: SlotEntity,
  email: string,
  availability: Availability,
): Promise<Availability | null> {
  const key = { companyId: company.id, slotId: slot.id, email };
  const before = await manager.findOneBy(SlotAnswerEntity, key);
  const answer = { availability, answeredBy: by.name, answeredAt: at };
  if (before) await manager.update(SlotAnswerEntity, { id: before.id }, answer);
  else await insertRows(manager, SlotAnswerEntity, [{ id: newId(), ...key, ...answer, createdAt: at }]);
  return before?.availability ?? null;
}

/** Who of the people stands in the way of the slot. */
export interface Hindrance {
  readonly silent: readonly Person[];
  readonly unable: readonly Person[];
}

/** Null: all of them can. */
export async function hindranceOf(
  { manager, company }: ChangeScope,
  slot: SlotEntity,
  people: readonly Person[],
): Promise<Hindrance | null> {
  const answers = await manager.findBy(SlotAnswerEntity, { companyId: company.id, slotId: slot.id });
  const byEmail = new Map(answers.map(({ email, availability }) => [email, availability]));
  const silent = people.filter(({ email }) => !byEmail.has(email));
  const unable = people.filter(({ email }) => byEmail.get(email) === "cannot");
  return silent.length + unable.length > 0 ? { silent, unable } : null;
}

/** "Not answered yet: Ivo (books@x.test). Cannot: ..." */
export function hindranceTexts({ silent, unable }: Hindrance): Bilingual {
  const names = (people: readonly Person[]) => people.map(({ name, email }) => `${name} (${email})`).join(", ");
  const parts = [
    CALL_REFUSALS.everybodyFree,
    ...(silent.length > 0 ? [fill(CALL_REFUSALS.notAnsweredYet, { people: names(silent) })] : []),
    ...(unable.length > 0 ? [fill(CALL_REFUSALS.cannot, { people: names(unable) })] : []),
    CALL_REFUSALS.howToGoOn,
  ];
  return { en: parts.map(({ en }) => en).join(" "), fr: parts.map(({ fr }) => fr).join(" ") };
}
