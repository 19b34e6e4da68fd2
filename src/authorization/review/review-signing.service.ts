import { fill } from "../../kernel/catalogue";
import type { ChangeScope, CompanyChanges } from "../../tenant/audit/company-changes";
import type { CompanyDirectory } from "../../tenant/companies/company-directory";
import type { CompanyEntity } from "../../tenant/companies/company.entity";
import type { Actor } from "../../kernel/actor";
import { toInstant, type Clock } from "../../kernel/clock";
import { BilingualRefusal, type Refusal } from "../../kernel/errors";
import { noSuchCompany } from "../../tenant/companies/company-change";
import { findIn, reviewText } from "./access-review.service";
import { holdingKey, type CompanyHoldings } from "./company-holdings";
import { ReviewCampaignEntity } from "./review-campaign.entity";
import { endHolding, type EndingServices } from "./review-endings";
import { ReviewItemEntity } from "./review-item.entity";
import { digestOf, type ReviewedHolding } from "./review-kinds";
import { itemKey } from "./review-settling";
import { AUTHORIZATION_TEXTS } from "../texts/authorization-texts";

export interface SignedItem {
  readonly item: string;
  /** Digest of what the signer saw; what has changed since is not signed. */
  readonly digest: string;
}

export interface SignOffRequest {
  readonly items: readonly SignedItem[];
  readonly verdict: "keep" | "revoke";
  /** Needed where something is revoked: it is the reason that is kept with it. */
  readonly comment?: string | null;
}

/** Items signed by one request. */
export const MAX_SIGNED_AT_ONCE = 100;

/** Signs off what a review holds. */
export class ReviewSigningService {
  constructor(
    private readonly changes: CompanyChanges,
    private readonly companies: CompanyDirectory,
    private readonly holdings: CompanyHoldings,
    private readonly services: EndingServices,
    private readonly clock: Clock,
  ) {}

  /**
   * Signs items off, all or none, for who may give each holder access: keeps what they hold, or ends it through the
   * service that changes it. Throws PolicyRefusal (so nobody certifies their own), Refusal NOT_FOUND, BAD_INPUT,
   * STALE_EDIT where it is not what the signer saw, or CONFLICT where the review is closed, the item signed, what is to
   * be kept gone, or what is to be revoked no one thing (the message says what would end it).
   */
  async signOff(actor: Actor, reference: string, request: SignOffRequest): Promise<ReviewItemEntity[]> {
    const { verdict, comment, items } = request;
    const why = comment == null && verdict === "keep" ? null : reviewText(comment ?? "", ["input", "comment"]);
    requireSome(items);
    return this.services.database.write(async (manager) => {
      const company = await this.companies.find(reference);
      if (!company) throw noSuchCompany();
      const signed: ReviewItemEntity[] = [];
      for (const { item: id, digest } of items) {
        const item = await findIn(manager, ReviewItemEntity, id, company.id);
        // Read anew for each: what the one before ended may have ended this as well.
        const held = item ? await this.present(company, item) : undefined;
        signed.push(await this.signOne({ actor, company, item, held, digest, verdict, why }));
      }
      return signed;
    });
  }

  private async signOne(asked: Signing): Promise<ReviewItemEntity> {
    const { actor, company, item, verdict, why } = asked;
    const record = { grantee: item?.holderId ?? company.id };
    const intent = { actor, company: company.id, action: "grant_access", record } as const;
    await this.changes.run(intent, (scope) => requireSignable(scope, asked));
    if (item && verdict === "revoke" && asked.held) {
      const ending = { actor, companyId: company.id, item, reason: why ?? "", at: toInstant(this.clock.now()) };
      await endHolding(this.services, ending);
    }
    return this.changes.run(intent, (scope) => sign(scope, asked));
  }

  private async present(company: CompanyEntity, item: ReviewItemEntity): Promise<ReviewedHolding | undefined> {
    const held = await this.holdings.of(company, toInstant(this.clock.now()), [item.holderId]);
    return held.find((one) => holdingKey(one) === itemKey(item));
  }
}

interface Signing {
  readonly actor: Actor;
  readonly company: CompanyEntity;
  readonly item: ReviewItemEntity | null;
  /** What is held now; undefined: it is gone. */
  readonly held: ReviewedHolding | undefined;
  readonly digest: string;
  readonly verdict: "keep" | "revoke";
  readonly why: string | null;
}

async function requireSignable({ manager, company }: ChangeScope, { item: found, held, digest, verdict }: Signing) {
  // Read again under the company's lock: somebody may have signed since.
  const item = found && (await manager.findOneBy(ReviewItemEntity, { id: found.id, companyId: company.id }));
  if (!item) throw new BilingualRefusal("NOT_FOUND", AUTHORIZATION_TEXTS.noSuchReviewItem, ["input", "items"]);
  if (item.verdict !== null)
    throw new BilingualRefusal(
      "CONFLICT",
      fill(AUTHORIZATION_TEXTS.signedAlready, { name: item.signedByName ?? "nobody", instant: item.signedAt ?? "" }),
    );
  const campaign = await manager.findOneByOrFail(ReviewCampaignEntity, { id: item.campaignId });
  if (campaign.closedAt !== null)
    throw new BilingualRefusal("CONFLICT", fill(AUTHORIZATION_TEXTS.reviewClosed, { instant: campaign.closedAt }));
  if (!held && verdict === "keep") throw gone();
  if (held && digestOf(held) !== digest) throw changed();
}

async function sign(scope: ChangeScope, { item: found, held, verdict, why }: Signing): Promise<ReviewItemEntity> {
  const { manager, by, at } = scope;
  if (!found) throw new BilingualRefusal("NOT_FOUND", AUTHORIZATION_TEXTS.noSuchReviewItem, ["input", "items"]);
  // What is signed is what is held now, which the signer saw.
  const seen = held ? { state: held.state, rights: held.rights } : {};
  const signed = { verdict, signedAt: at, signedBy: by.id, signedByName: by.name, comment: why, ...seen };
  await manager.update(ReviewItemEntity, { id: found.id }, signed);
  const item = Object.assign(new ReviewItemEntity(), found, signed);
  const { campaignId: review, holderId: holder, kind, reference } = item;
  await scope.record({
    ...{ action: verdict === "keep" ? "access_review.kept" : "access_review.revoked" },
    ...{ targetKind: "review_item", targetId: item.id, before: null },
    after: { review, holder, kind, reference, digest: digestOf(item), verdict },
    why,
  });
  return item;
}

function requireSome(items: readonly SignedItem[]): void {
  const field = ["input", "items"];
  if (items.length === 0 || items.length > MAX_SIGNED_AT_ONCE)
    throw new BilingualRefusal("BAD_INPUT", fill(AUTHORIZATION_TEXTS.itemsAtOnce, { max: MAX_SIGNED_AT_ONCE }), field);
  if (new Set(items.map(({ item }) => item)).size < items.length)
    throw new BilingualRefusal("BAD_INPUT", AUTHORIZATION_TEXTS.eachItemOnce, field);
}

function gone(): Refusal {
  const en = "It is held no more, so it cannot be kept: the review notes it as lapsed when it is closed.";
  const fr = "Ce droit n’existe plus et ne peut donc être conservé : la revue le notera comme caduc à sa clôture.";
  return new BilingualRefusal("CONFLICT", { en, fr }, ["input", "verdict"]);
}

function changed(): Refusal {
  const en = "What is held has changed since you looked at it: look at the item again, and sign what you see.";
  const fr = "Ce droit a changé depuis que vous l’avez consulté : relisez l’élément et signez ce que vous voyez.";
  return new BilingualRefusal("STALE_EDIT", { en, fr }, ["input", "items"]);
}
