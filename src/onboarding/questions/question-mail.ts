import { In } from "typeorm";
import type { ChangeScope } from "../../tenant/companies/company-change";
import type { Locale } from "../../kernel/locale";
import { MailMessageEntity } from "../../infra/mail/mail-message.entity";
import { enqueueMail } from "../../infra/mail/mail-outbox";
import { readersOf } from "../../infra/mail/reader";
import { MemberEntity } from "../../directory/members/member.entity";
import { callTitle } from "../calls/letters/call-letters";
import { CallEntity } from "../calls/call/call.entity";
import { itemOf } from "../items/catalogue";
import { QUESTION_LETTERS, questionLetter, type QuestionLetterKind } from "./question-letters";
import { QuestionEntity } from "./question/question.entity";
import { responsibleIn } from "./responsible";

/** Nobody has that many; more are found in the plan. */
const MAX_HANDED_OVER = 100;

/** Writes to whoever has to answer the question at that instant; nobody is assigned: to nobody. */
export async function writeToResponsible(
  scope: ChangeScope,
  question: QuestionEntity,
  kind: Exclude<QuestionLetterKind, "answered">,
  said: string | null,
): Promise<void> {
  const [responsible] = await responsibleIn(scope.manager, [scope.company.id], scope.at);
  if (responsible) await write(scope, question, { kind, to: responsible, by: question.askedBy, said });
}

/** Once the specialist's help has ended: the questions that still wait are written to whoever has them now, once. */
export async function handOverQuestions(scope: ChangeScope): Promise<void> {
  const where = { companyId: scope.company.id, state: "asked" as const };
  const waiting = await scope.manager.find(QuestionEntity, { where, order: { id: "ASC" }, take: MAX_HANDED_OVER });
  for (const question of waiting) await writeToResponsible(scope, question, "handed_over", null);
}

/** Somebody came or went: what waits is written to whoever has to answer from now on, unless they were told of it before. */
export async function passQuestionsOn(scope: ChangeScope): Promise<void> {
  const { manager, company, at } = scope;
  const [to] = await responsibleIn(manager, [company.id], at);
  if (!to) return;
  const where = { companyId: company.id, state: "asked" as const };
  const waiting = await manager.find(QuestionEntity, { where, order: { id: "ASC" }, take: MAX_HANDED_OVER });
  const keysOf = (question: QuestionEntity) => QUESTION_LETTERS.map((kind) => keyOf(question, kind, to.email));
  const told = await manager.find(MailMessageEntity, {
    where: { key: In(waiting.flatMap(keysOf)) },
    select: { id: true, key: true },
  });
  const known = new Set(told.map(({ key }) => key));
  for (const question of waiting)
    if (!keysOf(question).some((key) => known.has(key)))
      await write(scope, question, { kind: "passed_on", to, by: question.askedBy, said: null });
}

/** Writes to the one who asked, while they are a member. */
export async function writeToAsker(scope: ChangeScope, question: QuestionEntity, answer: string): Promise<void> {
  const { askerId, companyId } = question;
  if (askerId === null) return;
  const asker = await scope.manager.findOneBy(MemberEntity, { companyId, id: askerId, active: true });
  if (asker) await write(scope, question, { kind: "answered", to: asker, by: scope.by.name, said: answer });
}

interface Posting {
  readonly kind: QuestionLetterKind;
  readonly to: { readonly name: string; readonly email: string };
  readonly by: string;
  readonly said: string | null;
}

async function write(scope: ChangeScope, question: QuestionEntity, { kind, to, by, said }: Posting): Promise<void> {
  const { manager, company, at } = scope;
  const { locale } = (await readersOf(manager, company, [to.email]))(to.email);
  const about = await aboutOf(scope, question, locale);
  const facts = { kind, locale, company: company.name, reader: to.name, by, about, said };
  const words = questionLetter({ ...facts, question: question.text });
  const key = keyOf(question, kind, to.email);
  const ifRoom = kind === "handed_over" || kind === "passed_on";
  const letter = { companyId: company.id, key, kind: `question_${kind}`, to, locale, ifRoom, ...words };
  await enqueueMail(manager, [letter], { at, by: scope.by });
}

/** The same letter about the same state of a question has the same key. */
function keyOf({ id, version }: QuestionEntity, kind: QuestionLetterKind, email: string): string {
  return `question ${id} ${version} ${kind} ${email}`;
}

async function aboutOf({ manager, company }: ChangeScope, { itemCode, callId }: QuestionEntity, locale: Locale) {
  if (itemCode !== null) return itemOf(itemCode)?.title[locale] ?? itemCode;
  if (callId === null) return null;
  const call = await manager.findOneByOrFail(CallEntity, { companyId: company.id, id: callId });
  return callTitle(call.kind, { name: company.name, locale });
}
