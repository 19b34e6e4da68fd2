import { Arg, Ctx, Field, ID, InputType, Int, Mutation, ObjectType, Resolver } from "type-graphql";
import { actorOf } from "../../infra/graphql/actor";
import type { GraphQLContext } from "../../infra/graphql/context";
import { enumOf } from "../../tenant/graphql/enums";
import { MutationPayload, payload } from "../../tenant/graphql/payload";
import type { Locale } from "../../kernel/locale";
import { ITEM_STAGES, SIDES, type ItemStage, type Side } from "./item";
import { ITEM_MACHINE, ITEM_MOVES, ITEM_STATES, type ItemMove, type ItemState } from "./item-machine";
import type { ItemService } from "./item.service";
import { taskText, type ItemStanding } from "./item-standing";
import { Node } from "../../infra/graphql/node";
import { derivedId } from "../../infra/graphql/global-id";
import { STAFF_ROLES, STAKEHOLDER_ROLES } from "../../policy/model/vocabulary";
import { LocalDate } from "../../infra/graphql/scalars";

export const SideName = enumOf(SIDES, "ImplementationSide", "Whose work it is.");
const ITEM_OWNERS = [...STAKEHOLDER_ROLES, ...STAFF_ROLES] as const;
type ItemOwner = (typeof ITEM_OWNERS)[number];
const ItemOwnerName = enumOf(ITEM_OWNERS, "ItemOwner", "A part at the customer, or of the vendor's staff.");
const ItemStageName = enumOf(ITEM_STAGES, "ItemStage", "By when an action item has to be settled.");
const ItemStateName = enumOf(ITEM_STATES, "ItemState", "How an action item stands.");
const ItemMoveName = enumOf(ITEM_MOVES, "ItemMove", "What can be done with an action item.");

@ObjectType("ActionItem", {
  implements: Node,
  description: "One action item of the set-up guide, and how it stands in the company.",
})
export class ActionItemType extends Node {
  @Field(() => ID, { description: "Stable; send it as `item`." })
  code!: string;

  @Field({
    description: "In your language; where the company uses several ledgers, with those that it is missing for.",
  })
  title!: string;

  @Field(() => SideName)
  side!: Side;

  @Field(() => ItemStageName)
  stage!: ItemStage;

  @Field(() => ItemStateName, { description: "What Ledgergate sees wins over what was said." })
  state!: ItemState;

  @Field({ description: "Whether Ledgergate sees for itself if it is done; then nobody ticks it." })
  automatic!: boolean;

  @Field({ description: "Done or waived." })
  settled!: boolean;

  @Field({ description: "Its due day is past." })
  late!: boolean;

  @Field(() => ItemOwnerName, { description: "Whose it is where nobody was named." })
  ownerRole!: ItemOwner;

  @Field(() => String, { nullable: true, description: "Who was named for it." })
  ownerEmail!: string | null;

  @Field(() => LocalDate, { nullable: true, description: "A day in the company's zone." })
  dueOn!: string | null;

  @Field(() => String, { nullable: true, description: "What shows that it is done." })
  evidence!: string | null;

  @Field(() => String, { nullable: true, description: "Why it was waived or reopened." })
  reason!: string | null;

  @Field(() => String, { nullable: true, description: "Who said so last." })
  changedBy!: string | null;

  @Field(() => [String], {
    description: "Of several ledgers in use, the connections by name that it is still to be done for.",
  })
  missingConnections!: readonly string[];

  @Field(() => [String], { description: "What comes first and is not settled." })
  waitsFor!: readonly string[];

  @Field(() => [ItemMoveName], { description: "What can be done with it now." })
  moves!: readonly ItemMove[];

  static of(companyId: string, standing: ItemStanding, locale: Locale): ActionItemType {
    const { item, said, situation, state, settled, late, missing } = standing;
    const { code, side, stage, owner } = item;
    return Object.assign(new ActionItemType(), {
      id: derivedId("action-item", companyId, code),
      code,
      side,
      stage,
      state,
      settled,
      late,
      title: taskText(standing, locale),
      automatic: situation.seen !== null,
      ownerRole: owner,
      ownerEmail: said?.ownerEmail ?? null,
      dueOn: said?.dueOn ?? null,
      evidence: said?.evidence ?? null,
      reason: said?.reason ?? null,
      changedBy: said?.changedBy ?? null,
      missingConnections: missing,
      waitsFor: situation.waitsFor.map((title) => title[locale]),
      moves: ITEM_MACHINE.allowed(situation),
    });
  }
}

@InputType()
export class MoveActionItemInput {
  @Field(() => ID, { description: "Id or slug." })
  company!: string;

  @Field(() => ID, { description: "Code of the item." })
  item!: string;

  @Field(() => ItemMoveName)
  move!: ItemMove;

  @Field(() => String, { nullable: true, description: "For COMPLETE: what shows that it is done." })
  evidence?: string | null;

  @Field(() => String, { nullable: true, description: "For WAIVE and REOPEN: why." })
  reason?: string | null;
}

@InputType()
export class AgreeActionItemInput {
  @Field(() => ID, { description: "Id or slug." })
  company!: string;

  @Field(() => ID, { description: "Code of the item." })
  item!: string;

  @Field(() => String, { nullable: true })
  ownerEmail?: string | null;

  @Field(() => LocalDate, { nullable: true, description: "A day such as 2026-12-01." })
  dueOn?: string | null;
}

@ObjectType()
export class ActionItemPayload extends MutationPayload {
  @Field(() => ActionItemType, { nullable: true })
  item: ActionItemType | null = null;

  @Field(() => Int, { nullable: true })
  policyRevision: number | null = null;
}

/** The mutations of action items; the items themselves are under Company.implementation. */
@Resolver()
export class ActionItemResolver {
  constructor(private readonly service: ItemService) {}

  @Mutation(() => ActionItemPayload, {
    description: "Starts, completes, reopens or waives an action item. Each side does its own; the specialist waives.",
  })
  moveActionItem(
    @Arg("input", () => MoveActionItemInput) { company, ...step }: MoveActionItemInput,
    @Ctx() context: GraphQLContext,
  ): Promise<ActionItemPayload> {
    return payload(ActionItemPayload, async () => {
      const { companyId, standing, policyRevision } = await this.service.move(actorOf(context), company, step);
      return { item: ActionItemType.of(companyId, standing, context.locale), policyRevision };
    });
  }

  @Mutation(() => ActionItemPayload, { description: "Says who does an action item, and by when." })
  agreeActionItem(
    @Arg("input", () => AgreeActionItemInput) { company, ...agreement }: AgreeActionItemInput,
    @Ctx() context: GraphQLContext,
  ): Promise<ActionItemPayload> {
    return payload(ActionItemPayload, async () => {
      const { companyId, standing, policyRevision } = await this.service.agree(actorOf(context), company, agreement);
      return { item: ActionItemType.of(companyId, standing, context.locale), policyRevision };
    });
  }
}
