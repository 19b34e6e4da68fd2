import { tickAll } from "./calls";
import { ANTOINE, CAMILLE, FARID, LUCIE } from "./story-people";
import { wait, type Chapter, type Step } from "./story";

const kind = "GO_LIVE";

const STEPS: readonly Step[] = [
  wait("the day of the go-live call comes", "2027-03-24T13:59:00.000Z"),
  {
    who: FARID,
    what: "holds the go-live call: settings, then each tab of the tool",
    run: async (play) => {
      await play.does(FARID, "startCall", { kind });
      const ticked = await tickAll(play, FARID, kind);
      const present = [FARID, CAMILLE, ANTOINE, LUCIE].map(({ email }) => email);
      await play.does(FARID, "closeCall", { kind, present });
      return [`${ticked} points of the agenda are ticked off`];
    },
  },
  {
    who: FARID,
    what: "goes live",
    run: async (play) => {
      await play.does(FARID, "goLive", { reason: "Everything is settled" });
      return [];
    },
  },
  {
    who: ANTOINE,
    what: "stops everything at once, for a payment looks wrong",
    run: async (play) => {
      await play.does(ANTOINE, "suspendIntegration", { reason: "A payment looks wrong" });
      return [];
    },
  },
  {
    who: ANTOINE,
    what: "lets it go on: it was a mistake",
    run: async (play) => {
      await play.does(ANTOINE, "resumeIntegration", { reason: "False alarm" });
      return [];
    },
  },
];

/** The go-live call, and the moment from which on records move. */
export const GOING_LIVE_CHAPTER: Chapter = { title: "Going live", steps: STEPS };
