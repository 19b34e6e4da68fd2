import { fill } from "../../kernel/catalogue";
import type { EntityManager } from "typeorm";
import type { ChangeScope, CompanyChanges } from "../../tenant/audit/company-changes";
import { zoneOf } from "../../tenant/companies/time-zone";
import { insertRows } from "../../infra/db/query/rows";
import { endFrom } from "../../infra/graphql/days";
import type { Actor } from "../../kernel/actor";
import { BilingualRefusal, type Refusal } from "../../kernel/errors";
import { mapInTurns } from "../../kernel/deadline";
import { isId, newId } from "../../kernel/ids";
import type { Feature } from "../../policy/model/vocabulary";
import { GrantUseEntity } from "../log/grant-use.entity";
import { holdingKey, type CompanyHoldings } from "./company-holdings";
import { ReviewCampaignEntity } from "./review-campaign.entity";
import { ReviewItemEntity } from "./review-item.entity";
import { digestOf, type ReviewedHolding } from "./review-kinds";
import { itemKey, settle } from "./review-settling";
import { signatureOf } from "./signed-list";
import { AUTHORIZATION_TEXTS } from "../texts/authorization-texts";

export interface OpenReviewRequest {
  readonly name: string;
  /** ISO-8601 instant, or a day of the company's, which counts whole. */
  readonly dueAt: string;
  /** What gives rights on this feature only; null: everything. */
  readonly feature?: Feature | null;
}

const MAX_TEXT_LENGTH = 500;

/** Opens and closes reviews of all that gives rights in a company; review-signing.ts signs them off. */
export class AccessReviewService {
  constructor(
    private readonly changes: CompanyChanges,
    private readonly holdings: CompanyHoldings,
  ) {}

  /**
   * Opens a review of whoever may do anything now, on whatever basis, for who administers the company.
   * Throws PolicyRefusal, Refusal NOT_FOUND, BAD_INPUT (no name, a date gone by), CONFLICT (there is nothing to review).
   */
  open(actor: Actor, company: string, request: OpenReviewRequest): Promise<ReviewCampaignEntity> {
    return this.changes.run({ actor, company, action: "administer" }, async (scope) => {
      const { manager, by, at } = scope;
      const name = reviewText(request.name, ["input", "name"]);
      const dueAt = dueFrom(request.dueAt, scope);
      const feature = request.feature ?? null;
      const found = (await this.holdings.of(scope.company, at)).filter((one) => concerns(one, feature));
      if (found.length === 0) throw nothingToReview();
      const opened = { openedAt: at, openedBy: by.id, openedByName: by.name, createdAt: at };
      const open = { closedAt: null, closedBy: null, closedByName: null, addedSince: null, signature: null };
      const campaign = { id: newId(), companyId: scope.company.id, name, feature, dueAt, ...opened, ...open };
      await insertRows(manager, ReviewCampaignEntity, [campaign]);
      await insertRows(manager, ReviewItemEntity, (await itemsOf(manager, campaign, found)) as never[]);
      await scope.record({
        ...{ action: "access_review.opened", targetKind: "access_review", targetId: campaign.id, before: null },
        after: { name, dueAt, feature, items: found.length },
      });
      return Object.assign(new ReviewCampaignEntity(), campaign);
    });
  }

  /**
   * Closes a review once everything is signed off; what is gone by itself is noted as lapsed, and what has been added
   * since is counted. For who administers the company. Throws PolicyRefusal, Refusal NOT_FOUND, or CONFLICT where
   * something is not signed yet.
   */
  close(actor: Actor, company: string, reference: string): Promise<ReviewCampaignEntity> {
    return this.changes.run({ actor, company, action: "administer" }, async (scope) => {
      const { manager, by, at } = scope;
      const campaign = await findIn(manager, ReviewCampaignEntity, reference, scope.company.id);
      if (!campaign) throw new BilingualRefusal("NOT_FOUND", AUTHORIZATION_TEXTS.noSuchReview, ["input", "review"]);
      if (campaign.closedAt !== null)
        throw new BilingualRefusal("CONFLICT", fill(AUTHORIZATION_TEXTS.reviewClosed, { instant: campaign.closedAt }));
      const present = (await this.holdings.of(scope.company, at)).filter((one) => concerns(one, campaign.feature));
      const items = await settle(scope, campaign, present);
      const known = new Map(items.map((item) => [itemKey(item), item]));
      const isNew = (one: ReviewedHolding) => {
        const item = known.get(holdingKey(one));
        return !item || digestOf(item) !== digestOf(one);
      };
      const closed = { closedAt: at, closedBy: by.id, closedByName: by.name, addedSince: present.filter(isNew).length };
      const end = { ...closed, signature: signatureOf(Object.assign(campaign, closed), items) };
      await manager.update(ReviewCampaignEntity, { id: campaign.id }, end);
      const count = (verdict: string) => items.filter((item) => item.verdict === verdict).length;
      const counts = { kept: count("keep"), revoked: count("revoke"), lapsed: count("lapsed") };
      const { id: targetId, name, dueAt, addedSince } = campaign;
      await scope.record({
        ...{ action: "access_review.closed", targetKind: "access_review", targetId, before: { name, dueAt } },
        after: { name, dueAt, ...counts, addedSince, signature: end.signature },
      });
      return Object.assign(campaign, end);
    });
  }
}

/** A review of one feature holds what gives rights on it now, and the grants of it that do not yet. */
function concerns({ rights, state }: ReviewedHolding, feature: Feature | null): boolean {
  if (feature === null || (state.kind === "grant" && state.feature === feature)) return true;
  return Object.values(rights).some((resources) => resources.includes(feature));
}

async function itemsOf(manager: EntityManager, campaign: ReviewCampaignEntity, found: readonly ReviewedHolding[]) {
  const { id: campaignId, companyId, createdAt } = campaign;
  const uses = await manager.findBy(GrantUseEntity, { companyId });
  const lastUses = new Map(uses.map(({ id, lastUsedAt }) => [id, lastUsedAt]));
  const unsigned = { verdict: null, signedAt: null, signedBy: null, signedByName: null, comment: null };
  return mapInTurns(found, ({ holder, kind, reference, state, rights }) => ({
    ...{ id: newId(), companyId, campaignId, kind, reference, state, rights, ...unsigned, createdAt },
    ...{ holderKind: holder.kind, holderId: holder.id, holderName: holder.name, holderEmail: holder.email },
    lastUsedAt: kind === "grant" ? (lastUses.get(reference) ?? null) : null,
  }));
}

function dueFrom(text: string, { company, at }: ChangeScope): string {
  const field = ["input", "dueAt"];
  const dueAt = endFrom(text, zoneOf(company), field);
  if (dueAt <= at) throw new BilingualRefusal("BAD_INPUT", AUTHORIZATION_TEXTS.reviewDue, field);
  return dueAt;
}

function nothingToReview(): Refusal {
  return new BilingualRefusal("CONFLICT", {
    en: "Nobody holds a right that could be reviewed.",
    fr: "Personne ne détient de droit à passer en revue.",
  });
}

export function findIn<Row extends { id: string; companyId: string }>(
  manager: EntityManager,
  entity: new () => Row,
  reference: string,
  companyId: string,
): Promise<Row | null> {
  const id = reference.trim().toLowerCase();
  return isId(id) ? manager.findOneBy(entity, { id, companyId } as never) : Promise.resolve(null);
}

export function reviewText(given: string, field: readonly string[]): string {
  const text = given.trim();
  if (text !== "" && text.length <= MAX_TEXT_LENGTH) return text;
  throw new BilingualRefusal("BAD_INPUT", fill(AUTHORIZATION_TEXTS.textOfLength, { max: MAX_TEXT_LENGTH }), field);
}
