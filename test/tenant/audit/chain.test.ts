import fc from "fast-check";
import type { AuditEntryEntity } from "../../../src/tenant/audit/audit-entry.entity";
import { BEFORE_ALL, chainOn, type UnchainedEntry } from "../../../src/tenant/audit/chain";
import { checkChain, type ChainReport } from "../../../src/tenant/audit/chain-check";
import { runs } from "../../policy/runs";

const text = fc.string({ unit: "grapheme", maxLength: 8 });
const state = fc.option(fc.dictionary(text, fc.jsonValue({ maxDepth: 2 }), { maxKeys: 3 }), { nil: null });
const parts = fc.record({
  actorName: text,
  action: text,
  targetId: text,
  why: fc.option(text, { nil: null }),
  before: state,
  after: state,
});

function entryOf(sequence: number, more: object): UnchainedEntry {
  const at = `2026-11-24T09:00:00.${String(sequence).padStart(3, "0")}Z`;
  const place = { id: `id-${sequence}`, companyId: "c1", sequence, policyRevision: sequence, at, createdAt: at };
  return { ...place, actorKind: "member", actorId: "m1", targetKind: "grant", ...more } as UnchainedEntry;
}

/** A sound trail of some length. */
const trail = fc.array(parts, { minLength: 1, maxLength: 12 }).map((all) =>
  chainOn(
    BEFORE_ALL,
    all.map((more, index) => entryOf(index + 1, more)),
  ),
);

function check(entries: readonly AuditEntryEntity[], sound: readonly AuditEntryEntity[]): Promise<ChainReport> {
  const head = sound.at(-1)!;
  return checkChain(entries, { companyId: "c1", head, last: head.sequence });
}

/** As a database would hand them out. */
const inOrder = (entries: readonly AuditEntryEntity[]) => [...entries].sort((a, b) => a.sequence - b.sequence);
const pick = (sound: readonly unknown[], chance: number) => Math.floor(chance * sound.length);
const CHANCE = fc.double({ min: 0, max: 0.999, noNaN: true });

const COLUMNS = [
  "id",
  "at",
  "actorKind",
  "actorId",
  "actorName",
  "action",
  "targetKind",
  "targetId",
  "before",
  "after",
  "why",
  "policyRevision",
  "createdAt",
  "previousHash",
  "hash",
] as const;

describe("a chain of audit entries", () => {
  it("marks where the clock was set back, and is sound all the same", async () => {
    const at = (sequence: number, createdAt: string) => ({ ...entryOf(sequence, {}), createdAt });
    const instants = ["2026-11-24T09:00:10.000Z", "2026-11-24T09:00:10.000Z", "2026-11-24T09:00:08.500Z"];
    const sound = chainOn(
      BEFORE_ALL,
      instants.map((instant, index) => at(index + 1, instant)),
    );
    const { problems, clockSteps } = await check(sound, sound);
    expect(problems).toEqual([]);
    expect(clockSteps).toEqual([{ sequence: 3, entryId: "id-3", milliseconds: 1500 }]);
  });

  it("is sound as it was written", async () => {
    await fc.assert(
      fc.asyncProperty(trail, async (sound) => {
        expect(await check(sound, sound)).toMatchObject({ entries: sound.length, problems: [] });
        const stored = JSON.parse(JSON.stringify(sound)) as AuditEntryEntity[];
        expect((await check(stored, sound)).problems).toEqual([]);
      }),
      runs(100),
    );
  });

  it.each(COLUMNS)("names the entry whose %s was altered, and no other", async (column) => {
    await fc.assert(
      fc.asyncProperty(trail, CHANCE, async (sound, chance) => {
        const at = pick(sound, chance);
        const value =
          column === "before" || column === "after" ? { forged: 1 } : column === "policyRevision" ? 4711 : "forged";
        const forged = sound.map((entry, index) => (index === at ? { ...entry, [column]: value } : entry));
        const { problems } = await check(forged, sound);
        expect(problems.map(({ kind, sequence }) => [kind, sequence])).toEqual([["altered", at + 1]]);
      }),
      runs(100),
    );
  });

  it("names the entry that was replaced by a sound one", async () => {
    await fc.assert(
      fc.asyncProperty(trail, CHANCE, fc.boolean(), async (sound, chance, relinked) => {
        const at = pick(sound, chance);
        const before = relinked || at === 0 ? BEFORE_ALL : { sequence: at, hash: sound[at - 1]!.hash };
        const { hash: _hash, previousHash: _previous, ...content } = sound[at]!;
        const [forged] = chainOn(before, [{ ...content, why: "something quite different" }]);
        const { problems } = await check(
          sound.map((entry, index) => (index === at ? forged! : entry)),
          sound,
        );
        expect(problems.map(({ kind, sequence }) => [kind, sequence])).toEqual([["altered", at + 1]]);
      }),
      runs(100),
    );
  });

  it("names the entries that were removed, at the end too", async () => {
    await fc.assert(
      fc.asyncProperty(trail, CHANCE, fc.integer({ min: 1, max: 4 }), async (sound, chance, count) => {
        const at = pick(sound, chance);
        const left = sound.filter((_, index) => index < at || index >= at + count);
        const { problems } = await check(left, sound);
        const gone = sound.slice(at, at + count).map(({ sequence }) => ["removed", sequence]);
        expect(problems.map(({ kind, sequence }) => [kind, sequence])).toEqual(gone);
      }),
      runs(100),
    );
  });

  it("names two entries that changed places", async () => {
    const two = trail.filter((sound) => sound.length > 1);
    await fc.assert(
      fc.asyncProperty(two, CHANCE, CHANCE, fc.boolean(), async (sound, one, other, revisions) => {
        const [a, b] = [pick(sound, one), pick(sound, other)].sort((x, y) => x - y) as [number, number];
        fc.pre(a !== b);
        const moved = (entry: AuditEntryEntity, sequence: number) => ({
          ...entry,
          sequence,
          ...(revisions ? { policyRevision: sequence } : {}),
        });
        const swapped = sound.map((entry, index) =>
          index === a ? moved(entry, b + 1) : index === b ? moved(entry, a + 1) : entry,
        );
        const { problems } = await check(inOrder(swapped), sound);
        expect(problems.map(({ kind, sequence }) => [kind, sequence])).toEqual([
          ["reordered", a + 1],
          ["reordered", b + 1],
        ]);
      }),
      runs(100),
    );
  });

  it("names lines of a file that stand in another order, twice, or are another company's", async () => {
    const sound = chainOn(
      BEFORE_ALL,
      [1, 2, 3, 4].map((sequence) => entryOf(sequence, { before: null, after: {}, why: null })),
    );
    const [first, second, third, fourth] = sound as [
      AuditEntryEntity,
      AuditEntryEntity,
      AuditEntryEntity,
      AuditEntryEntity,
    ];
    const kinds = async (entries: AuditEntryEntity[]) =>
      (await check(entries, sound)).problems.map(({ kind, sequence }) => [kind, sequence]);
    expect(await kinds([first, third, second, fourth])).toEqual([["reordered", 2]]);
    expect(await kinds([first, second, second, third, fourth])).toEqual([["added", 2]]);
    expect(await kinds([first, second, { ...third, companyId: "c2" }, third, fourth])).toEqual([["foreign", 3]]);
  });

  it("misses what was cut off or rewritten only where nobody kept its end", async () => {
    const sound = chainOn(
      BEFORE_ALL,
      [1, 2, 3].map((sequence) => entryOf(sequence, { before: null, after: {}, why: null })),
    );
    const rewritten = chainOn(
      BEFORE_ALL,
      [1, 2, 3].map((sequence) => entryOf(sequence, { before: null, after: {}, why: "x" })),
    );
    const alone = { companyId: "c1", head: rewritten.at(-1)!, last: 3 };
    expect((await checkChain(rewritten, alone)).problems).toEqual([]);
    const anchored = await checkChain(rewritten, { ...alone, anchors: [sound[1]!] });
    expect(anchored.problems).toMatchObject([{ kind: "altered", sequence: 2 }]);
    const short = { companyId: "c1", head: sound[1]!, last: 2, anchors: [sound[2]!] };
    expect((await checkChain(sound.slice(0, 2), short)).problems).toMatchObject([{ kind: "removed", sequence: 3 }]);
    expect((await checkChain(sound, { ...short, anchors: [] })).problems).toMatchObject([
      { kind: "added", sequence: 3 },
    ]);
  });
});
