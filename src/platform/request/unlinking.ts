import { applyEvent, recordIn } from "../../records/transaction/record-keeping";
import type { Counterparts } from "../../records/delivery/delivery";
import { unstageCounterpart } from "../../records/transaction/counterpart";
import type { RecordEntity } from "../../records/record/record.entity";
import { allowsEvent } from "../../records/record/record-machine";
import type { Database } from "../../infra/db/database";
import type { Feature } from "../../policy/model/vocabulary";
import type { PlatformAnswers } from "../answer/answers";
import { ledgerIdIn, untiesOf } from "../answer/ties";
import { PlatformLookup } from "../link/platform-lookup";
import { PlatformObjectEntity } from "../link/platform-object.entity";
import type { RequestContext } from "./request-context";
import { requestWords } from "./request-words";
import type { Understood } from "./understanding/understood";

type Unlink = Extract<Understood, { kind: "unlink" }>;

/** The ledger could not be looked into: the request waits, and is tried again. */
export class LedgerNotSeen extends Error {}

export interface UnlinkingParts {
  readonly database: Database;
  readonly counterparts: Counterparts;
  readonly answers: PlatformAnswers;
}

/**
 * Somebody over there wants a tie off. The contract: look into the ledger; what is gone is untied and the detail ends well,
 * what is there stays tied, and the detail says so.
 */
export class Unlinking {
  constructor(private readonly parts: UnlinkingParts) {}

  /** @param last the last try: then what cannot be looked up is said to be so */
  async carryOut(context: RequestContext, asked: Unlink, last: boolean): Promise<void> {
    const { connection, locale } = context;
    const lookup = new PlatformLookup(this.parts.database.read(), connection);
    const object = await lookup.object(asked.itemTypes, asked.itemId);
    const record = object?.recordId ? await lookup.record(object.recordId) : await byOrigin(lookup, asked);
    if (!record || record.externalId === null) return this.untie(context, asked, object, null);
    const there = await this.parts.counterparts.look(record);
    if (there === "there")
      return context.fail([asked.detailId], requestWords("STILL_THERE", locale, record.externalId));
    if (there === "unknown") {
      if (!last) throw new LedgerNotSeen("It cannot be seen whether the ledger holds it");
      return context.fail([asked.detailId], requestWords("CANNOT_LOOK", locale));
    }
    return this.untie(context, asked, object, record);
  }

  private async untie(
    context: RequestContext,
    asked: Unlink,
    object: PlatformObjectEntity | null,
    record: RecordEntity | null,
  ): Promise<void> {
    const { answers } = this.parts;
    await context.change(async (scope) => {
      const ties = object ? untiesOf(object) : untiesOf(bareObject(asked));
      if (object) await scope.manager.update(PlatformObjectEntity, { id: object.id }, { originId: null });
      const current = record && (await recordIn(scope.manager, context.companyId, record.id));
      if (current && allowsEvent(current, "unlink")) {
        const set = { externalId: null, firstApproverId: null, hasFirstApproval: false };
        await applyEvent(scope, current, "unlink", {
          set,
          reason: "Unlinked on the platform; the ledger no longer has it",
        });
        await unstageCounterpart(scope, current);
      }
      const end = { status: "success", messages: record ? [] : [requestWords("NOT_TIED", context.locale)] } as const;
      const details = await context.details(scope, asked.detailId === null ? [] : [asked.detailId]);
      for (const detail of details) await answers.end(scope, detail, end, ties);
    });
  }
}

const FEATURES: Readonly<Record<string, Feature>> = {
  change_order: "commitment_change_order",
  work_order_contract: "commitment",
  purchase_order_contract: "commitment",
};

/** What was never exported from here may be known by the ledger's id all the same. */
async function byOrigin(lookup: PlatformLookup, { itemTypes, originId }: Unlink): Promise<RecordEntity | null> {
  const feature = FEATURES[itemTypes[0] ?? ""];
  if (!feature || originId === null) return null;
  // A change order shares the id of its order.
  return feature === "commitment_change_order" ? null : lookup.recordByOrigin(feature, ledgerIdIn(originId));
}

/** An object of which nothing is known here but its name: the tie of its own is taken off. */
function bareObject({ itemTypes, itemId }: Unlink): PlatformObjectEntity {
  const itemType = itemTypes[0] ?? "change_order";
  return Object.assign(new PlatformObjectEntity(), { itemType, itemId, lines: [] });
}
