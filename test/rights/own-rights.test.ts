import { allowedTo, gainedBetween, type Allowed } from "./decisions";
import { DOORS } from "./doors";
import { GATE_CODES } from "../../src/policy/model/vocabulary";
import { PERSONAS, type Persona } from "./personas";
import { RightsWorld } from "./world";

let world: RightsWorld;
beforeAll(async () => {
  world = await RightsWorld.open();
});

const before = new Map<Persona, Allowed>();

/** What the persona is allowed after the mutation and was not before it; the code, where it was refused. */
async function gained(persona: Persona, field: string, input: object): Promise<string[] | string> {
  const held = before.get(persona) ?? (await allowedTo(world, persona));
  before.set(persona, held);
  return world.undone(async () => {
    const { data, errors } = await world.mutate(persona, field, input);
    if (errors) throw errors[0]!;
    const refused = data![field]!.userErrors[0];
    return refused ? refused.code : gainedBetween(held, await allowedTo(world, persona));
  });
}

/** Aims that only a call under way, a delivery that failed, a plan of reconciliation or a platform would have. */
const NOTHING_TO_AIM_AT = [
  ...["applyReconciliation", "resumeDeliveryLane", "confirmSlot", "linkToClash"],
  ...["completeFollowUp", "dropFollowUp", "reopenFollowUp", "reassignFollowUp"],
  ...["connectPlatform", "checkPlatform", "rotatePlatformEventSecret", "setPlatformDeciding", "disconnectPlatform"],
  ...["mirrorPlatformDirectory", "releasePlatformDirectory"],
];

/** Whether somebody got as far as the work: what nobody may do shows nothing. */
function isTried(codes: ReadonlySet<string>): boolean {
  const shut: readonly string[] = ["BAD_INPUT", "NOT_FOUND", "FORBIDDEN", ...GATE_CODES];
  return [...codes].some((code) => code === "SELF_GRANT" || !shut.includes(code));
}

/** Whoever registers a company is there to be its specialist, and nothing else. */
async function withinFounding(lines: readonly string[]): Promise<string[]> {
  const specialist = await allowedTo(world, PERSONAS[0]!);
  const isHis = (line: string) =>
    line.startsWith("mine in") && specialist.has(line.replace(/^mine in \d+/, "acme in 0"));
  return lines.filter((line) => !isHis(line));
}

/** Whoever opens the emergency door is specialist for its hours, and no day longer. */
async function withinEmergency(lines: readonly string[]): Promise<string[]> {
  const specialist = await allowedTo(world, PERSONAS[0]!);
  return lines.filter((line) => !line.startsWith("acme in 0 ") || !specialist.has(line));
}

/** What a door is there to give its author. */
const ENTITLED: Readonly<Record<string, (lines: readonly string[]) => Promise<string[]>>> = {
  registerCompany: withinFounding,
  openEmergencyAccess: withinEmergency,
};

test("every mutation of the schema has a door, and every door a mutation", () => {
  const fields = Object.keys(world.schema.getMutationType()!.getFields());
  expect(Object.keys(DOORS).sort()).toEqual(fields.sort());
});

test.each(Object.keys(DOORS))("%s raises nobody's own rights", async (field) => {
  const raised: Record<string, string[]> = {};
  const codes = new Set<string>();
  for (const persona of PERSONAS)
    for (const input of DOORS[field]!(persona, world.inventory)) {
      const outcome = await gained(persona, field, input);
      codes.add(typeof outcome === "string" ? outcome : "DONE");
      if (typeof outcome === "string") continue;
      const lines = (await ENTITLED[field]?.(outcome)) ?? outcome;
      if (lines.length > 0) raised[`${persona.name}: ${JSON.stringify(input)}`] = lines.slice(0, 3);
    }
  expect(raised).toEqual({});
  expect({ field, isTried: isTried(codes) }).toEqual({ field, isTried: !NOTHING_TO_AIM_AT.includes(field) });
});
