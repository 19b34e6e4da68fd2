import type { Bilingual } from "../../../kernel/locale";
import { PROOF_TEXTS } from "../../texts/proof-texts";
import { fill } from "../../../kernel/catalogue";
import type { EntityManager } from "typeorm";
import { groupBy } from "../../../kernel/groups";
import type { ChainPlace } from "../../../tenant/audit/chain";
import type { HeadKeys } from "../../../tenant/audit/head-keys";
import type { RightsProblems } from "../rights-problem";
import { anchorStanding, anchorText, FIRST_PREVIOUS, type Anchor } from "./anchor";
import type { AnchorPlace, TimestampAuthority } from "./anchor-places";
import { AnchorEntity } from "./anchor.entity";
import { anchorOf } from "./anchoring";

export interface AnchorCheckParts {
  readonly manager: EntityManager;
  readonly keys: HeadKeys;
  readonly places: readonly AnchorPlace[];
  readonly timestamps: TimestampAuthority | null;
  readonly problems: RightsProblems;
}

/** Ends of chains that were carried outside. */
export interface AnchoredEnds {
  readonly anchors: number;
  readonly companies: ReadonlyMap<string, readonly ChainPlace[]>;
  readonly decisionLog: readonly ChainPlace[];
}

/** A token is asked for when its anchor is made, or as soon as the authority answers again. */
const LATE_MS = 7 * 86_400_000;

/** Reads anchors here and in every place outside, holds them against each other, and answers all the ends that they hold. */
export async function checkAnchors(parts: AnchorCheckParts): Promise<AnchoredEnds> {
  const { manager, places, problems } = parts;
  const rows = await manager.find(AnchorEntity, { order: { sequence: "ASC" } });
  const here = new Map(rows.map((row) => [row.sequence, row]));
  const sound: Anchor[] = [];
  let previous = FIRST_PREVIOUS;
  for (const [index, row] of rows.entries()) {
    const target = `anchor ${row.sequence}`;
    if (row.sequence !== index + 1 || row.document.sequence !== row.sequence || row.document.previousHash !== previous)
      problems.tell("anchor_altered", target, null, PROOF_TEXTS.anchorDoesNotFollow);
    previous = row.hash;
    if (await isSound(parts, anchorOf(row), target)) sound.push(anchorOf(row));
  }
  for (const place of places) sound.push(...(await checkPlace(parts, place, here)));
  const ends = sound.flatMap(({ document }) => document.heads);
  const logs = new Map(
    sound.flatMap(({ document: { decisionLog } }) => (decisionLog ? [[decisionLog.hash, decisionLog]] : [])),
  );
  return {
    anchors: here.size,
    companies: groupBy(ends, ({ companyId }) => companyId),
    decisionLog: [...logs.values()],
  };
}

async function checkPlace(
  parts: AnchorCheckParts,
  place: AnchorPlace,
  here: ReadonlyMap<number, AnchorEntity>,
): Promise<Anchor[]> {
  const { problems } = parts;
  const found = new Map<number, Anchor>();
  for await (const anchor of place.read()) {
    if (!anchor) {
      problems.tell("anchor_altered", `${place.name}`, null, PROOF_TEXTS.noAnchor);
      continue;
    }
    const { sequence } = anchor.document;
    const target = `anchor ${sequence} (${place.name})`;
    if (!(await isSound(parts, anchor, target))) continue;
    const own = here.get(sequence);
    if (!own) problems.tell("anchor_missing", target, null, PROOF_TEXTS.anchorNotInDatabase);
    else if (own.hash !== anchor.hash) problems.tell("anchor_altered", target, null, PROOF_TEXTS.otherAnchorInDatabase);
    found.set(sequence, anchor);
  }
  for (const { sequence, places } of here.values())
    if (places.includes(place.name) && !found.has(sequence))
      problems.tell("anchor_missing", `anchor ${sequence} (${place.name})`, null, PROOF_TEXTS.anchorGone);
  return [...found.values()];
}

async function isSound(
  { keys, timestamps, problems }: AnchorCheckParts,
  anchor: Anchor,
  target: string,
): Promise<boolean> {
  const standing = anchorStanding(anchor, keys);
  if (standing === "altered" || standing === "forged" || standing === "stranger") {
    const why = standing === "altered" ? PROOF_TEXTS.contentAltered : PROOF_TEXTS.signatureDoesNotHold;
    problems.tell("anchor_altered", target, null, why);
    return false;
  }
  if (standing === "unsigned" && keys.knows) problems.tell("anchor_altered", target, null, PROOF_TEXTS.notSigned);
  if (!timestamps || anchor.token === null) return true;
  try {
    const at = await timestamps.check(anchorText(anchor.document), anchor.token);
    if (Math.abs(Date.parse(at) - Date.parse(anchor.document.at)) > LATE_MS)
      problems.tell("anchor_altered", target, null, fill(PROOF_TEXTS.otherTimestamp, { said: anchor.document.at, at }));
    return true;
  } catch (error) {
    problems.tell("anchor_altered", target, null, inEach(error instanceof Error ? error.message : String(error)));
    return false;
  }
}

/** What a library said, in its own words. */
function inEach(said: string): Bilingual {
  return { en: said, fr: said };
}
