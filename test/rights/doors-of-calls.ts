import type { Door } from "./door";

const company = "acme";
const reason = "For myself";
const kind = "GO_LIVE";
const slots = [{ localStart: "2026-12-03T10:00", zone: "Europe/Paris" }];
const slot = "01970000-0000-7000-8000-000000000001";
const followUp = slot;

/** Of the set-up: calls, tasks, questions and the welcome. */
export const CALL_DOORS: Readonly<Record<string, Door>> = {
  suggestSlots: () => [{ company, kind, slots }],
  proposeSlots: () => [{ company, kind, slots }],
  confirmSlot: () => [{ company, kind, slot }],
  withdrawSlot: () => [{ company, kind, slot }],
  rescheduleCall: () => [{ company, kind, slots, reason }],
  cancelCall: () => [{ company, kind, reason }],
  startCall: () => [{ company, kind }],
  closeCall: () => [{ company, kind }],
  tickAgenda: () => [{ company, kind, goal: "TOUR_JOBS" }],
  addCallNote: () => [{ company, kind, text: "Mine" }],
  answerAvailability: ({ email }) => [
    { company, kind, answers: [{ slot, availability: "CAN" }] },
    { company, kind, attendee: email, answers: [{ slot, availability: "CAN" }] },
  ],
  addFollowUp: ({ email }) => [{ company, kind, owner: email, title: "Mine", dueOn: "2026-12-24" }],
  completeFollowUp: () => [{ company, followUp, reason }],
  dropFollowUp: () => [{ company, followUp, reason }],
  reopenFollowUp: () => [{ company, followUp, reason }],
  reassignFollowUp: ({ email }) => [{ company, followUp, owner: email }],
  agreeActionItem: ({ email }) => [{ company, item: "start_projects", ownerEmail: email, dueOn: "2026-12-24" }],
  moveActionItem: () =>
    ["START", "COMPLETE", "WAIVE", "REOPEN"].map((move) => ({
      ...{ company, item: "start_projects", move, evidence: "Mine", reason },
    })),
  askQuestion: () => [{ company, text: "May I?" }],
  answerQuestion: (_, { question }) => [{ company, question, text: "Yes" }],
  closeQuestion: (_, { question }) => [{ company, question }],
  reopenQuestion: (_, { question }) => [{ company, question, text: "No" }],
  sendWelcomeEmail: () => [{ company }],
};
