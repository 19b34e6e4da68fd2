import { callSeen, canCome, slotAt, tickAll } from "./calls";
import { ANTOINE, CAMILLE, COMPANY_ZONE, FARID, LUCIE, SPECIALIST_ZONE } from "./story-people";
import { wait, type Chapter, type Step } from "./story";

const kind = "KICK_OFF";
/** Ten in Toronto, where clocks have changed by then; those of Paris have not. */
const GO_LIVE = "2027-03-24T10:00";
/** What is to be done after the call, by whom, until when. */
export const TASKS = [
  {
    title: "Remettre la liste des approbateurs et des personnes en lecture seule",
    owner: CAMILLE,
    dueOn: "2027-03-17",
  },
  { title: "Fusionner les fournisseurs en double", owner: ANTOINE, dueOn: "2027-03-19" },
] as const;

const STEPS: readonly Step[] = [
  {
    who: FARID,
    what: "begins the kick-off call today, ten days early",
    run: async (play) => [await play.isRefused(FARID, "startCall", { kind }, "CONFLICT")],
  },
  wait("the day of the kick-off call comes", "2027-03-11T14:28:00.000Z"),
  {
    who: FARID,
    what: "begins the kick-off call",
    run: async (play) => {
      await play.does(FARID, "startCall", { kind });
      const text = "Elles construisent dans deux provinces ; la comptabilité est à Montréal.";
      await play.does(FARID, "addCallNote", { kind, text });
      return [`${await tickAll(play, FARID, kind)} goals are talked through and ticked off, a note is kept`];
    },
  },
  {
    who: FARID,
    what: "shares the tasks out",
    run: async (play) => {
      for (const { title, owner, dueOn } of TASKS)
        await play.does(FARID, "addFollowUp", { kind, title, owner: owner.email, dueOn }, "followUp { id }");
      return TASKS.map(({ title, owner, dueOn }) => `${owner.name}, until ${dueOn}: ${title}`);
    },
  },
  {
    who: FARID,
    what: "closes the call although the go-live call has no time",
    run: async (play) => [await play.isRefused(FARID, "closeCall", { kind }, "GO_LIVE_NOT_SCHEDULED")],
  },
  {
    who: FARID,
    what: "offers a time for the go-live call",
    run: async (play) => {
      const slots = [{ localStart: "2027-03-24T15:00", zone: SPECIALIST_ZONE }];
      await play.does(FARID, "proposeSlots", { kind: "GO_LIVE", slots });
      const [slot] = (await callSeen(play, CAMILLE, "GO_LIVE")).slots;
      return [`15:00 in ${SPECIALIST_ZONE} is ${slot?.localStart ?? ""} in ${COMPANY_ZONE}: five hours, not six`];
    },
  },
  {
    who: CAMILLE,
    what: "confirms it, once everybody who is needed can come",
    run: async (play) => {
      for (const person of [LUCIE, ANTOINE]) await canCome(play, person, "GO_LIVE", GO_LIVE);
      const slot = await slotAt(play, CAMILLE, "GO_LIVE", GO_LIVE);
      await play.does(CAMILLE, "confirmSlot", { kind: "GO_LIVE", slot });
      return [`the go-live call is on ${GO_LIVE} in ${COMPANY_ZONE}`];
    },
  },
  {
    who: FARID,
    what: "closes the kick-off call, and notes who was there",
    run: async (play) => {
      const present = [FARID, CAMILLE, ANTOINE, LUCIE].map(({ email }) => email);
      await play.does(FARID, "closeCall", { kind, present });
      return [];
    },
  },
];

/** The kick-off call is held. */
export const KICK_OFF_CHAPTER: Chapter = { title: "The kick-off call", steps: STEPS };
