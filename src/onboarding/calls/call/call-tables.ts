import { AttendeeEntity } from "./attendee.entity";
import { CallEntity } from "./call.entity";
import { FollowUpEntity } from "./follow-up.entity";
import { GoalEntity } from "./goal.entity";
import { NoteEntity } from "./note.entity";
import { SlotAnswerEntity } from "./slot-answer.entity";
import { SlotEntity } from "./slot.entity";

/** The tables of calls, for the list of all tables. */
export const CALL_TABLES = [
  CallEntity,
  SlotEntity,
  SlotAnswerEntity,
  AttendeeEntity,
  GoalEntity,
  NoteEntity,
  FollowUpEntity,
] as const;
