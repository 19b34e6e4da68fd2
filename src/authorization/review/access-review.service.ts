import { In, IsNull, type EntityManager } from "typeorm";
import type { ChangeScope, CompanyChanges } from "../../tenant/audit/company-changes";
import type { CompanyDirectory } from "../../tenant/companies/company-directory";
import type { Database } from "../../infra/db/database";
import { insertRows } from "../../infra/db/query/rows";
import type { Actor } from "../../kernel/actor";
import { Refusal } from "../../kernel/errors";
import { isId, newId } from "../../kernel/ids";
import { GrantEntity } from "../../directory/grants/grant.entity";
import type { GrantService } from "../../directory/grants/grant.service";
import type { Feature } from "../../policy/model/vocabulary";
import { instantFrom } from "../decision-point/decision-input";
import { GrantUseEntity } from "../log/grant-use.entity";
import { ReviewCampaignEntity } from "./review-campaign.entity";
import { ReviewItemEntity } from "./review-item.entity";
import { signatureOf } from "./signed-list";

export interface OpenReviewRequest {
  readonly name: string;
  /** ISO-8601 date or instant. */
  readonly dueAt: string;
  /** Rights on this feature only; null: all. */
  readonly feature?: Feature | null;
}

export interface SignOffRequest {
  readonly item: string;
  readonly verdict: "keep" | "revoke";
  /** Needed where a grant is revoked: it is the reason that the grant keeps. */
  readonly comment?: string | null;
}

const LONGEST = 500;
const AT_ONCE = 500;

/** Has a company's rights looked through and signed off, grant by grant, by a date. */
export class AccessReviewService {
  constructor(
    private readonly database: Database,
    private readonly changes: CompanyChanges,
    private readonly companies: CompanyDirectory,
    private readonly grants: GrantService,
  ) {}

  /**
   * Opens a review of the grants that are open now, for who administers the company.
   * Throws PolicyRefusal, Refusal NOT_FOUND, BAD_INPUT (no name, a date gone by), CONFLICT (there is nothing to review).
   */
  open(actor: Actor, company: string, request: OpenReviewRequest): Promise<ReviewCampaignEntity> {
    return this.changes.run({ actor, company, action: "administer" }, async (scope) => {
      const { manager, by, at } = scope;
      const name = textOf(request.name, ["input", "name"]);
      const dueAt = instantFrom(request.dueAt, ["input", "dueAt"]);
      if (dueAt <= at) throw new Refusal("BAD_INPUT", "A review is due at an instant to come.", ["input", "dueAt"]);
      const grants = await openGrants(scope, request.feature ?? null);
      if (grants.length === 0) throw new Refusal("CONFLICT", "Nobody holds a right that could be reviewed.");
      const opened = { openedAt: at, openedBy: by.id, openedByName: by.name, createdAt: at };
      const open = { closedAt: null, closedByName: null, signature: null };
      const campaign = { id: newId(), companyId: scope.company.id, name, dueAt, ...opened, ...open };
      await insertRows(manager, ReviewCampaignEntity, [campaign]);
      await insertRows(manager, ReviewItemEntity, await itemsOf(manager, campaign, grants));
      await scope.record({
        ...{ action: "access_review.opened", targetKind: "access_review", targetId: campaign.id, before: null },
        after: { name, dueAt, feature: request.feature ?? null, grants: grants.length },
      });
      return Object.assign(new ReviewCampaignEntity(), campaign);
    });
  }

  /**
   * Signs one grant off, for who may give its holder access: keeps it, or revokes it through the grants' own service.
   * Throws PolicyRefusal (so nobody certifies himself), Refusal NOT_FOUND, BAD_INPUT, or CONFLICT where the review is
   * closed, the item signed, or the grant to be kept is gone.
   */
  signOff(
    actor: Actor,
    company: string,
    { item: reference, verdict, comment }: SignOffRequest,
  ): Promise<ReviewItemEntity> {
    const why = comment == null && verdict === "keep" ? null : textOf(comment ?? "", ["input", "comment"]);
    return this.database.write(async (manager) => {
      const tenant = await this.companies.find(company);
      const item = tenant && (await find(manager, ReviewItemEntity, reference, tenant.id));
      const grant = item && (await manager.findOneBy(GrantEntity, { id: item.grantId }));
      const revoke = grant?.revokedAt === null && verdict === "revoke" && item?.verdict === null;
      if (revoke) await this.grants.revoke(actor, company, grant.id, why ?? "");
      const record = { grantee: grant?.memberId ?? reference };
      const intent = { actor, company, action: "grant_access", record } as const;
      return this.changes.run(intent, (scope) => sign(scope, item, verdict, why));
    });
  }

  /**
   * Closes a review once every grant is signed off; grants that are gone by themselves are noted as lapsed. For who
   * administers the company. Throws PolicyRefusal, Refusal NOT_FOUND, or CONFLICT where something is not signed yet.
   */
  close(actor: Actor, company: string, reference: string): Promise<ReviewCampaignEntity> {
    return this.changes.run({ actor, company, action: "administer" }, async (scope) => {
      const { manager, by, at } = scope;
      const campaign = await find(manager, ReviewCampaignEntity, reference, scope.company.id);
      if (!campaign) throw new Refusal("NOT_FOUND", "The company has no such review.", ["input", "review"]);
      if (campaign.closedAt !== null) throw new Refusal("CONFLICT", `The review was closed at ${campaign.closedAt}.`);
      const items = await settled(scope, campaign);
      const end = { closedAt: at, closedByName: by.name, signature: signatureOf(campaign, items) };
      await manager.update(ReviewCampaignEntity, { id: campaign.id }, end);
      const count = (verdict: string) => items.filter((item) => item.verdict === verdict).length;
      const counts = { kept: count("keep"), revoked: count("revoke"), lapsed: count("lapsed") };
      const { id: targetId, name, dueAt } = campaign;
      await scope.record({
        ...{ action: "access_review.closed", targetKind: "access_review", targetId, before: { name, dueAt } },
        after: { name, dueAt, ...counts, signature: end.signature },
      });
      return Object.assign(campaign, end);
    });
  }
}

async function sign(
  scope: ChangeScope,
  found: ReviewItemEntity | null,
  verdict: "keep" | "revoke",
  comment: string | null,
): Promise<ReviewItemEntity> {
  const { manager, by, at, company } = scope;
  // Read again under the company's lock: somebody may have signed since.
  const item = found && (await manager.findOneBy(ReviewItemEntity, { id: found.id, companyId: company.id }));
  if (!item) throw new Refusal("NOT_FOUND", "The company has no such review item.", ["input", "item"]);
  if (item.verdict !== null)
    throw new Refusal("CONFLICT", `It was signed by ${item.signedByName} at ${item.signedAt}.`);
  const campaign = await manager.findOneByOrFail(ReviewCampaignEntity, { id: item.campaignId });
  if (campaign.closedAt !== null) throw new Refusal("CONFLICT", `The review was closed at ${campaign.closedAt}.`);
  const grant = await manager.findOneByOrFail(GrantEntity, { id: item.grantId });
  if (verdict === "keep" && isGone(grant, at))
    throw new Refusal("CONFLICT", "The grant is revoked or over, so it cannot be kept.", ["input", "verdict"]);
  const signed = { verdict, signedAt: at, signedBy: by.id, signedByName: by.name, comment };
  await manager.update(ReviewItemEntity, { id: item.id }, signed);
  const review = { review: campaign.id, name: campaign.name };
  await scope.record({
    ...{ action: verdict === "keep" ? "grant.certified" : "grant.rejected", targetKind: "grant", targetId: grant.id },
    ...{ before: review, after: { ...review, verdict }, why: comment },
  });
  return Object.assign(item, signed);
}

/** All items with their verdicts; those of grants that are gone get theirs now. */
async function settled({ manager, at }: ChangeScope, campaign: ReviewCampaignEntity): Promise<ReviewItemEntity[]> {
  const items = await manager.findBy(ReviewItemEntity, { campaignId: campaign.id });
  const unsigned = items.filter(({ verdict }) => verdict === null);
  const gone = await goneOf(manager, unsigned, at);
  const left = unsigned.length - gone.length;
  if (left > 0) throw new Refusal("CONFLICT", `${left} of ${items.length} grants are not signed off yet.`);
  const lapsed = { verdict: "lapsed", signedAt: at } as const;
  for (let from = 0; from < gone.length; from += AT_ONCE) {
    const id = In(gone.slice(from, from + AT_ONCE).map((item) => item.id));
    await manager.update(ReviewItemEntity, { id }, lapsed);
  }
  for (const item of gone) Object.assign(item, lapsed);
  return items;
}

async function goneOf(manager: EntityManager, items: readonly ReviewItemEntity[], at: string) {
  const gone: ReviewItemEntity[] = [];
  for (let from = 0; from < items.length; from += AT_ONCE) {
    const some = items.slice(from, from + AT_ONCE);
    const grants = await manager.findBy(GrantEntity, { id: In(some.map(({ grantId }) => grantId)) });
    const ids = new Set(grants.filter((grant) => isGone(grant, at)).map(({ id }) => id));
    gone.push(...some.filter(({ grantId }) => ids.has(grantId)));
  }
  return gone;
}

function isGone({ revokedAt, validUntil }: GrantEntity, at: string): boolean {
  return revokedAt !== null || (validUntil !== null && validUntil <= at);
}

async function openGrants({ manager, company, at }: ChangeScope, feature: Feature | null): Promise<GrantEntity[]> {
  const where = { companyId: company.id, revokedAt: IsNull(), ...(feature === null ? {} : { feature }) };
  return (await manager.findBy(GrantEntity, where)).filter((grant) => !isGone(grant, at));
}

async function itemsOf(manager: EntityManager, campaign: ReviewCampaignEntity, grants: readonly GrantEntity[]) {
  const { id: campaignId, companyId, createdAt } = campaign;
  const uses = await manager.findBy(GrantUseEntity, { companyId });
  const lastUses = new Map(uses.map(({ id, lastUsedAt }) => [id, lastUsedAt]));
  const unsigned = { verdict: null, signedAt: null, signedBy: null, signedByName: null, comment: null };
  return grants.map(({ id: grantId }) => {
    const lastUsedAt = lastUses.get(grantId) ?? null;
    return { id: newId(), companyId, campaignId, grantId, lastUsedAt, ...unsigned, createdAt };
  });
}

function find<Row extends { id: string; companyId: string }>(
  manager: EntityManager,
  entity: new () => Row,
  reference: string,
  companyId: string,
): Promise<Row | null> {
  const id = reference.trim().toLowerCase();
  return isId(id) ? manager.findOneBy(entity, { id, companyId } as never) : Promise.resolve(null);
}

function textOf(given: string, field: readonly string[]): string {
  const text = given.trim();
  if (text !== "" && text.length <= LONGEST) return text;
  throw new Refusal("BAD_INPUT", `It needs a text of 1 to ${LONGEST} characters.`, field);
}
