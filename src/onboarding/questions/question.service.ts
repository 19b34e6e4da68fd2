import { fill } from "../../kernel/catalogue";
import type { ChangeScope, CompanyChangePort } from "../../tenant/companies/company-change";
import type { CompanyDirectory } from "../../tenant/companies/company-directory";
import { insertRows, updateAtVersion } from "../../infra/db/query/rows";
import type { Actor } from "../../kernel/actor";
import { MoreThan } from "typeorm";
import { BilingualRefusal } from "../../kernel/errors";
import { isId, newId } from "../../kernel/ids";
import type { Authorizer } from "../../policy/ports";
import { callsOf } from "../calls/call-book";
import { callName, type CallKind } from "../calls/call/call-kind";
import { itemOf } from "../items/catalogue";
import { QUESTION_MACHINE, type QuestionMove, type QuestionPart } from "./question/question-machine";
import { writeToAsker, writeToResponsible } from "./question-mail";
import { QuestionPostEntity } from "./question/question-post.entity";
import { QuestionEntity } from "./question/question.entity";
import { proseFrom } from "../../kernel/labels";
import { DAY_MS, instantAfter } from "../../kernel/clock";
import { SET_UP_REFUSALS } from "../texts/set-up-refusals";

export interface NewQuestion {
  readonly text: string;
  /** Code of the action item it is about. */
  readonly item?: string | null;
  /** The call it is about. */
  readonly call?: CallKind | null;
}

export interface QuestionStep {
  /** Id. */
  readonly question: string;
  /** The answer, what is still open, or a last word. */
  readonly text?: string | null;
  /** As it was read; left out: whatever it is. */
  readonly expectedVersion?: number | null;
}

export interface QuestionChange {
  readonly question: QuestionEntity;
  readonly policyRevision: number;
}

/** Most that is said on one question: it is read together. */
const MAX_POSTS = 100;
/** How often one person asks, or asks again, within a day: each is a letter to whoever has to answer. */
export const MAX_ASKED_A_DAY = 30;
const ASKED_ENOUGH = {
  en: `You have asked ${MAX_ASKED_A_DAY} times within a day; ask the rest in one question, or tomorrow.`,
  fr: `Vous avez posé ${MAX_ASKED_A_DAY} questions en un jour ; posez les autres en une seule, ou demain.`,
};
const PARTICIPLES: Readonly<Record<QuestionMove, string>> = { answer: "answered", reopen: "reopened", close: "closed" };

/** Questions of the customer in the plan. All throw PolicyRefusal, Refusal NOT_FOUND or BAD_INPUT. */
export class QuestionService {
  constructor(
    private readonly changes: CompanyChangePort,
    private readonly companies: CompanyDirectory,
    private readonly authorizer: Authorizer,
  ) {}

  /** For every member. Whoever has to answer that day gets a letter. */
  async ask(actor: Actor, company: string, wanted: NewQuestion): Promise<QuestionChange> {
    return this.changes.run({ actor, company, action: "ask_question" }, async (scope) => {
      const { manager, by, at } = scope;
      await requireFew(scope);
      const text = proseFrom(wanted.text, ["input", "text"]);
      const about = await subjectOf(scope, wanted);
      const asker = { askerId: by.kind === "member" ? by.id : null, askedBy: by.name };
      const own = { id: newId(), companyId: scope.company.id, text, state: "asked" as const, ...about, ...asker };
      const question = Object.assign(new QuestionEntity(), { ...own, waitsSince: at, version: 1, createdAt: at });
      await insertRows(manager, QuestionEntity, [question]);
      const policyRevision = await record(scope, "asked", question, null);
      await writeToResponsible(scope, question, "asked", null);
      return { question, policyRevision };
    });
  }

  /** For the vendor's staff; once more adds to the answer. Throws also ILLEGAL_MOVE and STALE_EDIT. */
  async answer(actor: Actor, company: string, step: QuestionStep): Promise<QuestionChange> {
    return this.changes.run({ actor, company, action: "answer_question" }, async (scope) => {
      const question = await questionOf(scope, step.question);
      const text = proseFrom(step.text ?? "", ["input", "text"]);
      const change = await this.move(scope, question, { ...step, move: "answer", by: "vendor", text });
      await writeToAsker(scope, question, text);
      return change;
    });
  }

  /** The asker says what is still open. Throws also FORBIDDEN, ILLEGAL_MOVE and STALE_EDIT. */
  async reopen(actor: Actor, company: string, step: QuestionStep): Promise<QuestionChange> {
    return this.changes.run({ actor, company, action: await this.actionOf(actor, company) }, async (scope) => {
      const question = await questionOf(scope, step.question);
      const text = proseFrom(step.text ?? "", ["input", "text"]);
      const by = partOf(scope, question);
      await requireFew(scope);
      const change = await this.move(scope, question, { ...step, move: "reopen", by, text });
      await writeToResponsible(scope, question, "reopened", text);
      return change;
    });
  }

  /** The asker at any time; the vendor's staff once it is answered. Throws also FORBIDDEN, CONFLICT, ILLEGAL_MOVE, STALE_EDIT. */
  async close(actor: Actor, company: string, step: QuestionStep): Promise<QuestionChange> {
    return this.changes.run({ actor, company, action: await this.actionOf(actor, company) }, async (scope) => {
      const question = await questionOf(scope, step.question);
      const text = (step.text ?? "").trim() === "" ? "" : proseFrom(step.text ?? "", ["input", "text"]);
      return this.move(scope, question, { ...step, move: "close", by: partOf(scope, question), text });
    });
  }

  /** Whoever may do neither is to be refused as a member. */
  private async actionOf(actor: Actor, reference: string): Promise<"answer_question" | "ask_question"> {
    const company = await this.companies.find(reference);
    if (!company) return "ask_question";
    const need = { companyId: company.id, action: "answer_question", resource: "company" } as const;
    return (await this.authorizer.permits(actor, need)) ? "answer_question" : "ask_question";
  }

  private async move(
    scope: ChangeScope,
    question: QuestionEntity,
    { move, by, text, expectedVersion }: QuestionStep & { move: QuestionMove; by: QuestionPart; text: string },
  ): Promise<QuestionChange> {
    const { manager, at } = scope;
    const to = QUESTION_MACHINE.require({ state: question.state, by }, move, ["input", "question"]);
    const { id, companyId } = question;
    if ((await manager.countBy(QuestionPostEntity, { companyId, questionId: id })) >= MAX_POSTS)
      throw new BilingualRefusal("CONFLICT", fill(SET_UP_REFUSALS.postsAtMost, { max: MAX_POSTS }), ["input"]);
    const before = stateOf(question);
    const changes = { state: to, waitsSince: to === "asked" ? at : null };
    const version = expectedVersion ?? question.version;
    await updateAtVersion(manager, QuestionEntity, { id, version }, changes);
    Object.assign(question, changes, { version: version + 1 });
    const said = { id: newId(), companyId, questionId: id, move, text, writtenBy: scope.by.name, createdAt: at };
    await insertRows(manager, QuestionPostEntity, [said]);
    return { question, policyRevision: await record(scope, PARTICIPLES[move], question, before) };
  }
}

/** Of whoever asks, what they asked and opened again of the company within a day. Ledgergate itself asks when it must. */
async function requireFew({ manager, company, by, at }: ChangeScope): Promise<void> {
  if (by.kind === "system") return;
  const own = { companyId: company.id, createdAt: MoreThan(instantAfter(at, -DAY_MS)) };
  const asked = await manager.countBy(QuestionEntity, { ...own, askedBy: by.name });
  const reopened = await manager.countBy(QuestionPostEntity, { ...own, move: "reopen", writtenBy: by.name });
  if (asked + reopened >= MAX_ASKED_A_DAY) throw new BilingualRefusal("LIMIT_EXCEEDED", ASKED_ENOUGH, ["input"]);
}

async function subjectOf({ manager, company }: ChangeScope, { item, call }: NewQuestion) {
  if (item != null && call != null)
    throw new BilingualRefusal("BAD_INPUT", SET_UP_REFUSALS.itemOrCall, ["input", "call"]);
  if (item != null && !itemOf(item))
    throw new BilingualRefusal("NOT_FOUND", SET_UP_REFUSALS.noSuchItem, ["input", "item"]);
  const held = call == null ? null : (await callsOf(manager, company.id))[call];
  if (call != null && !held)
    throw new BilingualRefusal("NOT_FOUND", fill(SET_UP_REFUSALS.askWithoutCall, { call: callName(call) }), [
      "input",
      "call",
    ]);
  return { itemCode: item ?? null, callId: held?.id ?? null };
}

async function questionOf({ manager, company }: ChangeScope, reference: string): Promise<QuestionEntity> {
  const id = reference.trim().toLowerCase();
  const found = isId(id) ? await manager.findOneBy(QuestionEntity, { id, companyId: company.id }) : null;
  if (found) return found;
  throw new BilingualRefusal("NOT_FOUND", SET_UP_REFUSALS.noSuchQuestion, ["input", "question"]);
}

function partOf({ by }: ChangeScope, { askerId }: QuestionEntity): QuestionPart {
  if (by.kind === "member") return by.id === askerId ? "asker" : "colleague";
  // What Ledgergate itself asked, it settles itself.
  return by.kind === "system" && askerId === null ? "asker" : "vendor";
}

/** The words stay with the question; the trail tells who did what. */
function stateOf({ state, itemCode, callId, askedBy }: QuestionEntity) {
  return { state, itemCode, callId, askedBy };
}

async function record(scope: ChangeScope, done: string, question: QuestionEntity, before: object | null) {
  const target = { targetKind: "question", targetId: question.id };
  const states = { before: before && { ...before }, after: stateOf(question) };
  return scope.record({ action: `question.${done}`, ...target, ...states });
}
