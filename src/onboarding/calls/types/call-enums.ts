import { enumOf } from "../../../tenant/graphql/enums";
import { GOALS } from "../call/agenda";
import { ATTENDEE_ROLES } from "../call/attendee.entity";
import { CALL_KINDS } from "../call/call-kind";
import { CALL_MOVES } from "../call/call-move";
import { STORED_CALL_STATES } from "../call/call.entity";
import { FOLLOW_UP_STATES } from "../call/follow-up-machine";
import { AVAILABILITIES } from "../call/slot-answer.entity";
import { SLOT_STATES } from "../call/slot-machine";
import { FOLDS } from "../call/slot-time";

export const CallKindName = enumOf(CALL_KINDS, "CallKind", "The calls of the implementation.");
export const CallStateName = enumOf(STORED_CALL_STATES, "CallState", "How far a call is.");
export const CallMoveName = enumOf(CALL_MOVES, "CallMove", "What can be done with a call.");
export const SlotStateName = enumOf(
  SLOT_STATES,
  "CallSlotState",
  "Offered by the specialist or suggested by the company; then one is agreed, and the others are history.",
);
export const AvailabilityName = enumOf(AVAILABILITIES, "Availability", "Whether somebody can attend.");
export const AttendeeRoleName = enumOf(ATTENDEE_ROLES, "CallAttendeeRole", "In which part somebody attends.");
export const CallGoalName = enumOf(GOALS, "CallGoalName", "What a call is there for.");
export const FollowUpStateName = enumOf(FOLLOW_UP_STATES, "FollowUpState", "How far a task is.");
export const FoldName = enumOf(
  FOLDS,
  "LocalTimeFold",
  "Which of the two is meant where clocks are set back over a local time.",
);
