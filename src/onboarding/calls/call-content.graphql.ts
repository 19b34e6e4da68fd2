import { Arg, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { GraphQLContext } from "../../infra/graphql/context";
import { goalText } from "./call/agenda";
import { AttendeeEntity } from "./call/attendee.entity";
import { CallMoveName } from "./types/call-enums";
import type { CallMove } from "./call/call-move";
import type { CallReading } from "./call-reading";
import { AttendeeType, CallHostType, CallType, GoalType, NoteType } from "./types/call-type";
import { FollowUpType } from "./types/follow-up-type";
import { FollowUpEntity } from "./call/follow-up.entity";
import { GoalEntity } from "./call/goal.entity";
import { NoteEntity } from "./call/note.entity";
import { SlotAnswerType, SlotType } from "./types/slot-type";
import { SlotEntity } from "./call/slot.entity";

const READERS_ZONE = "IANA zone; if left out, your own (setMailPreferences), else the company's.";

/** What hangs on a call; who may see the call may see it. */
@Resolver(() => CallType)
export class CallContentResolver {
  constructor(private readonly reading: CallReading) {}

  @FieldResolver(() => CallHostType, { description: "The specialist who leads it." })
  async host(@Root() { entity }: CallType, @Ctx() context: GraphQLContext): Promise<CallHostType> {
    const { name, email } = await this.reading.host(context, entity);
    return Object.assign(new CallHostType(), { name, email });
  }

  @FieldResolver(() => [SlotType], { description: "All times that were ever up for it, by time." })
  async slots(@Root() { entity, companyZone }: CallType, @Ctx() context: GraphQLContext): Promise<SlotType[]> {
    const rows = await this.reading.rows(context, SlotEntity, entity, { startsAt: "ASC", id: "ASC" });
    return rows.map((slot) => SlotType.of(slot, companyZone));
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: "What clocks show at the agreed start: 2026-12-01T10:00.",
  })
  async localStart(
    @Root() { startsAt, companyZone }: CallType,
    @Arg("zone", () => String, { nullable: true, description: READERS_ZONE }) zone: string | null,
    @Ctx() context: GraphQLContext,
  ): Promise<string | null> {
    return startsAt === null ? null : this.reading.shown(context, startsAt, zone, companyZone);
  }

  @FieldResolver(() => [AttendeeType])
  async attendees(@Root() { entity }: CallType, @Ctx() context: GraphQLContext): Promise<AttendeeType[]> {
    const rows = await this.reading.rows(context, AttendeeEntity, entity, { role: "ASC", email: "ASC" });
    return rows.map((attendee) => AttendeeType.of(attendee));
  }

  @FieldResolver(() => [GoalType], { description: "Its goals, in the order of the call." })
  async agenda(@Root() { entity }: CallType, @Ctx() context: GraphQLContext): Promise<GoalType[]> {
    const rows = await this.reading.rows(context, GoalEntity, entity, { position: "ASC" });
    return rows.map(({ goal, tickedAt, tickedBy }) => {
      const marks = { ticked: tickedAt !== null, tickedAt, tickedBy };
      return Object.assign(new GoalType(), { goal, text: goalText(goal, context.locale), ...marks });
    });
  }

  @FieldResolver(() => [NoteType], { description: "First note first." })
  async notes(@Root() { entity }: CallType, @Ctx() context: GraphQLContext): Promise<NoteType[]> {
    const rows = await this.reading.rows(context, NoteEntity, entity, { id: "ASC" });
    return rows.map((note) => NoteType.of(note));
  }

  @FieldResolver(() => [FollowUpType], { description: "Tasks that came out of it, by the day they are due." })
  async followUps(@Root() { entity, companyZone }: CallType, @Ctx() context: GraphQLContext): Promise<FollowUpType[]> {
    const rows = await this.reading.rows(context, FollowUpEntity, entity, { dueOn: "ASC", id: "ASC" });
    return rows.map((task) => FollowUpType.of(task, companyZone, this.reading.now()));
  }

  @FieldResolver(() => [CallMoveName], {
    description: "What its state allows now; what you yourself may do, the policy says.",
  })
  async moves(@Root() { entity }: CallType, @Ctx() context: GraphQLContext): Promise<CallMove[]> {
    return [...(await this.reading.moves(context, entity))];
  }
}

/** When a slot is, and who can attend at it. */
@Resolver(() => SlotType)
export class SlotAnswersResolver {
  constructor(private readonly reading: CallReading) {}

  @FieldResolver(() => [SlotAnswerType])
  async answers(@Root() slot: SlotType, @Ctx() context: GraphQLContext): Promise<SlotAnswerType[]> {
    return (await this.reading.answers(context, slot)).map((answer) => SlotAnswerType.of(answer));
  }

  @FieldResolver(() => String, { description: "What clocks show at its start: 2026-12-01T10:00." })
  async localStart(
    @Root() { startsAt, companyZone }: SlotType,
    @Arg("zone", () => String, { nullable: true, description: READERS_ZONE }) zone: string | null,
    @Ctx() context: GraphQLContext,
  ): Promise<string> {
    return this.reading.shown(context, startsAt, zone, companyZone);
  }
}
