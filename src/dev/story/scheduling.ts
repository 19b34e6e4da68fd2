import { callSeen, canCome, slotAt } from "./calls";
import type { Play } from "./play";
import { ANTOINE, CAMILLE, COMPANY, COMPANY_ZONE, FARID, LUCIE, SPECIALIST_ZONE } from "./story-people";
import type { Chapter, Step } from "./story";

const kind = "KICK_OFF";
/** Half past nine in Toronto, winter time. */
const SUGGESTED = "2027-03-11T09:30";

const STEPS: readonly Step[] = [
  {
    who: FARID,
    what: "sends the welcome e-mail before he has offered any times",
    run: async (play) => [await play.isRefused(FARID, "sendWelcomeEmail", {}, "NO_OPEN_SLOTS")],
  },
  {
    who: FARID,
    what: "offers two times for the kick-off call, as his clocks in Paris show them",
    run: async (play) => {
      const slots = ["2027-03-09T16:00", "2027-03-10T16:00"].map((localStart) => ({
        localStart,
        zone: SPECIALIST_ZONE,
      }));
      await play.does(FARID, "proposeSlots", { kind, slots });
      const seen = await callSeen(play, CAMILLE, kind);
      return seen.slots.map(({ localStart }) => `${CAMILLE.name} reads ${localStart}, on her clocks in Toronto`);
    },
  },
  {
    who: FARID,
    what: "sends the welcome e-mail",
    run: async (play) => {
      const fields = "writtenTo";
      const { writtenTo } = await play.does<{ writtenTo: string[] }>(FARID, "sendWelcomeEmail", {}, fields);
      return [`written to ${writtenTo.join(", ")}`];
    },
  },
  {
    who: CAMILLE,
    what: "reads the guide, in French",
    run: async (play) => {
      const query = `query ($company: ID!) {
        guide(company: $company, locale: FR) { title items { yours item { title settled } } } }`;
      const { guide } = await play.asks<{ guide: readonly GuidePage[] }>(CAMILLE, query, { company: COMPANY });
      const open = guide.flatMap(({ items }) => items.filter(({ yours, item }) => yours && !item.settled));
      return [`${guide.length} pages; hers to do: ${[...new Set(open.map(({ item }) => item.title))].join("; ")}`];
    },
  },
  {
    who: CAMILLE,
    what: "suggests another time, which suits her people better",
    run: async (play) => {
      await play.does(CAMILLE, "suggestSlots", { kind, slots: [{ localStart: SUGGESTED, zone: COMPANY_ZONE }] });
      const seen = await callSeen(play, FARID, kind);
      const last = seen.slots.find(({ state }) => state === "SUGGESTED");
      return [`${FARID.name} reads ${last?.localStart ?? ""} on his clocks`];
    },
  },
  {
    who: FARID,
    what: "accepts it before the others have answered",
    run: async (play) => [await play.isRefused(FARID, "confirmSlot", await choice(play), "ATTENDEES_NOT_FREE")],
  },
  {
    who: LUCIE,
    what: "says that she can come then, and so does Antoine Gagnon",
    run: async (play) => {
      for (const person of [LUCIE, ANTOINE]) await canCome(play, person, kind, SUGGESTED);
      return [];
    },
  },
  {
    who: FARID,
    what: "accepts the time that Camille Tremblay suggested",
    run: async (play) => {
      await play.does(FARID, "confirmSlot", await choice(play));
      return [`the kick-off call is on ${SUGGESTED} in ${COMPANY_ZONE}`];
    },
  },
  {
    who: FARID,
    what: "opens the implementation phase",
    run: async (play) => {
      const input = { phase: "IMPLEMENTATION", reason: "The kick-off call has a time" };
      await play.does(FARID, "enterImplementationPhase", input);
      return [];
    },
  },
];

interface GuidePage {
  readonly title: string;
  readonly items: readonly {
    readonly yours: boolean;
    readonly item: { readonly title: string; readonly settled: boolean };
  }[];
}

async function choice(play: Play) {
  return { kind, slot: await slotAt(play, FARID, kind, SUGGESTED) };
}

/** The welcome e-mail, and a time for the kick-off call. */
export const SCHEDULING_CHAPTER: Chapter = { title: "Welcome", steps: STEPS };
