import type { ChangeScope, CompanyChanges } from "../../tenant/audit/company-changes";
import { zoneOf } from "../../tenant/companies/time-zone";
import { insertRows } from "../../infra/db/query/rows";
import type { Actor } from "../../kernel/actor";
import { BilingualRefusal } from "../../kernel/errors";
import { newId } from "../../kernel/ids";
import { dayIn, isDay } from "../../kernel/days";
import { itemOf } from "./catalogue";
import type { Item } from "./item";
import { ownerFrom } from "./item-owner";
import { ITEM_MACHINE, type ItemMove } from "./item-machine";
import { setUpsOf } from "./item-reading";
import { standing, type ItemStanding } from "./item-standing";
import { ItemEntity } from "./item.entity";
import { proseFrom } from "../../kernel/labels";
import type { Authorizer } from "../../policy/ports";
import { SET_UP_REFUSALS } from "../texts/set-up-refusals";

/** A move of an item. `evidence` says what shows that it is done, `reason` why it is waived or reopened. */
export interface ItemStep {
  readonly item: string;
  readonly move: ItemMove;
  readonly evidence?: string | null;
  readonly reason?: string | null;
}

/** Who does it by when; null leaves what was agreed. */
export interface ItemAgreement {
  readonly item: string;
  readonly ownerEmail?: string | null;
  readonly dueOn?: string | null;
}

export interface ItemChange {
  readonly companyId: string;
  readonly standing: ItemStanding;
  readonly policyRevision: number;
}

const MAX_TEXT_LENGTH = 1000;
const SAY = {
  evidence: { en: "Say what shows that it is done.", fr: "Dites ce qui montre que c’est fait." },
  reason: { en: "Say why.", fr: "Dites pourquoi." },
};

/** Carries the action items of the set-up on. The customer's are the customer's to do, the vendor's the specialist's. */
export class ItemService {
  constructor(
    private readonly changes: CompanyChanges,
    private readonly authorizer: Authorizer,
  ) {}

  /**
   * Throws PolicyRefusal, Refusal NOT_FOUND (company, item), BAD_INPUT (no evidence, no reason), ILLEGAL_MOVE or CONFLICT
   * with what is allowed instead.
   */
  async move(actor: Actor, company: string, step: ItemStep): Promise<ItemChange> {
    const item = requireItem(step.item);
    const action = step.move === "waive" ? "waive" : actionOf(item);
    return this.changes.run({ actor, company, action }, async (scope) => {
      const before = await this.standing(scope, item);
      const to = ITEM_MACHINE.require(before.situation, step.move, ["input", "move"]);
      const evidence = step.move === "complete" ? textFor(step.evidence, "evidence") : null;
      const reason = step.move === "waive" || step.move === "reopen" ? textFor(step.reason, "reason") : null;
      return this.keep(scope, before, { state: to, evidence, reason }, `item.${PARTICIPLES[step.move]}`);
    });
  }

  /** Throws PolicyRefusal, Refusal NOT_FOUND (company, item) or BAD_INPUT, also where the owner may not do it. */
  async agree(actor: Actor, company: string, agreement: ItemAgreement): Promise<ItemChange> {
    const item = requireItem(agreement.item);
    return this.changes.run({ actor, company, action: actionOf(item) }, async (scope) => {
      const before = await this.standing(scope, item);
      const ownerEmail =
        agreement.ownerEmail == null
          ? (before.said?.ownerEmail ?? null)
          : await ownerFrom(scope, this.authorizer, agreement.ownerEmail, actionOf(item));
      const dueOn = agreement.dueOn == null ? (before.said?.dueOn ?? null) : dayFrom(agreement.dueOn);
      return this.keep(scope, before, { ownerEmail, dueOn }, "item.agreed");
    });
  }

  private async standing(scope: ChangeScope, item: Item): Promise<ItemStanding> {
    const [setUp] = await setUpsOf(scope.manager, [scope.company.id], scope.at);
    if (!setUp) throw new Error("A company without a set-up");
    return standing(setUp, item, dayIn(zoneOf(scope.company), scope.at));
  }

  private async keep(
    scope: ChangeScope,
    { item, said }: ItemStanding,
    wanted: Partial<ItemEntity>,
    action: string,
  ): Promise<ItemChange> {
    const { manager, company, by, at } = scope;
    const row = rowOf(said, item.code, company.id, at);
    const next = { ...row, ...wanted, changedBy: by.name, changedAt: at, version: said ? said.version + 1 : 1 };
    if (said) await manager.update(ItemEntity, { id: said.id }, next);
    else await insertRows(manager, ItemEntity, [next]);
    const policyRevision = await scope.record({
      action,
      targetKind: "implementation_item",
      targetId: next.id,
      before: said && stateOf(said),
      after: stateOf(next),
      why: wanted.reason ?? null,
    });
    return { companyId: company.id, standing: await this.standing(scope, item), policyRevision };
  }
}

const PARTICIPLES: Readonly<Record<ItemMove, string>> = {
  start: "started",
  complete: "completed",
  reopen: "reopened",
  waive: "waived",
};

function actionOf({ side }: Item): "carry_out_item" | "lead_item" {
  return side === "customer" ? "carry_out_item" : "lead_item";
}

function requireItem(code: string): Item {
  const item = itemOf(code);
  if (item) return item;
  throw new BilingualRefusal("NOT_FOUND", SET_UP_REFUSALS.noSuchItem, ["input", "item"]);
}

function textFor(text: string | null | undefined, field: "evidence" | "reason"): string {
  const given = (text ?? "").trim();
  if (given !== "") return proseFrom(given, ["input", field], MAX_TEXT_LENGTH);
  throw new BilingualRefusal("BAD_INPUT", SAY[field], ["input", field]);
}

function dayFrom(text: string): string {
  if (isDay(text)) return text;
  throw new BilingualRefusal("BAD_INPUT", SET_UP_REFUSALS.dueDate, ["input", "dueOn"]);
}

function rowOf(said: ItemEntity | null, code: string, companyId: string, at: string) {
  const none = { state: "open" as const, ownerEmail: null, dueOn: null, evidence: null, reason: null };
  return said ?? { id: newId(), companyId, code, ...none, createdAt: at };
}

function stateOf({ code, state, ownerEmail, dueOn, evidence, reason }: Omit<ItemEntity, "changedBy" | "changedAt">) {
  return { code, state, ownerEmail, dueOn, evidence, reason };
}
