import { StoryBroken, type Play } from "./play";
import { COMPANY_ZONE, type Person } from "./story-people";

/** What a person reads of a call. */
export interface SeenCall {
  readonly localStart: string | null;
  readonly slots: readonly { readonly id: string; readonly localStart: string; readonly state: string }[];
  readonly agenda: readonly { readonly goal: string; readonly ticked: boolean }[];
}

type Kind = "KICK_OFF" | "GO_LIVE";

/** The call as the person reads it, on the clocks of the zone or else on their own. Throws StoryBroken. */
export async function callSeen(play: Play, who: Person, kind: Kind, zone?: string): Promise<SeenCall> {
  const time = zone === undefined ? "localStart" : `localStart(zone: "${zone}")`;
  const fields = `call(kind: ${kind}) { ${time} slots { id state ${time} } agenda { goal ticked } }`;
  const { call } = await play.reads<{ call: SeenCall | null }>(who, fields);
  if (call === null) throw new StoryBroken(`there is no call ${kind}`);
  return call;
}

/** The id of the slot that begins when the company's clocks show that. Throws StoryBroken. */
export async function slotAt(play: Play, who: Person, kind: Kind, localStart: string): Promise<string> {
  const { slots } = await callSeen(play, who, kind, COMPANY_ZONE);
  const found = slots.find((slot) => slot.localStart === localStart && ["OFFERED", "SUGGESTED"].includes(slot.state));
  if (!found) throw new StoryBroken(`no time at ${localStart} is up`);
  return found.id;
}

/** The person says that they can come then. */
export async function canCome(play: Play, who: Person, kind: Kind, localStart: string): Promise<void> {
  const slot = await slotAt(play, who, kind, localStart);
  const answers = [{ slot, availability: "CAN" }];
  await play.does(who, "answerAvailability", { kind, answers });
}

/** Ticks every goal that people tick; answers how many. */
export async function tickAll(play: Play, who: Person, kind: Kind): Promise<number> {
  const { agenda } = await callSeen(play, who, kind);
  const goals = agenda.filter(({ goal, ticked }) => !ticked && goal !== "SCHEDULE_GO_LIVE");
  for (const { goal } of goals) await play.does(who, "tickAgenda", { kind, goal });
  return goals.length;
}
