import { ID_WORDS, readId, spread } from "../../../src/access/memory/id-words";
import { OWNER, PackedRows, ROW_HEAD } from "../../../src/access/memory/packed-rows";
import { Chance } from "../../../bench/random";

const words = () => new Int32Array(ID_WORDS);

function wordsOf(text: string): Int32Array {
  const read = words();
  if (!readId(text, read)) throw new Error(`Not read: ${text}`);
  return read;
}

/** Ids that all want the same one of 1,024 places. */
function colliding(count: number): readonly string[] {
  const chance = new Chance(5);
  const found: string[] = [];
  while (found.length < count) {
    const id = chance.id();
    if ((spread(wordsOf(id), 1) & 1_023) === 7) found.push(id);
  }
  return found;
}

describe("an id as words", () => {
  it("is read back by every digit", () => {
    const id = "0190a3f2-7b4c-7d5e-8f60-123456789abc";
    expect([...wordsOf(id)].map((word) => (word >>> 0).toString(16).padStart(8, "0")).join("")).toBe(
      id.replaceAll("-", ""),
    );
  });

  it("differs wherever one character does", () => {
    const id = "0190a3f2-7b4c-7d5e-8f60-123456789abc";
    const [read, other] = [wordsOf(id), words()];
    for (let at = 0; at < id.length; at++)
      for (const character of "0123456789abcdefABCDEFg-_ é\u0130\uff11") {
        if (character === id[at]) continue;
        const changed = id.slice(0, at) + character + id.slice(at + 1);
        if (readId(changed, other)) expect([...other]).not.toEqual([...read]);
      }
  });

  it("is not read from anything but a UUID in lower case", () => {
    const others = [
      "",
      "aline@acme.test",
      "0190A3F2-7B4C-7D5E-8F60-123456789ABC",
      "0190a3f2-7b4c-7d5e-8f60-123456789ab",
    ];
    const shapes = ["0190a3f2-7b4c-7d5e-0f60-123456789abc", "0190a3f207b4c-7d5e-8f60-123456789abc"];
    for (const text of [...others, ...shapes, "0190a3f2-7b4c-7d5e-8f60-123456789abg"])
      expect([text, readId(text, words())]).toEqual([text, false]);
  });
});

describe("packed rows", () => {
  it("tell ids apart that want the same place, and owners of the same id", () => {
    const rows = new PackedRows(2, () => true);
    const ids = colliding(100).map(wordsOf);
    for (const [index, id] of ids.entries()) {
      // Placing may make the block anew.
      const at = rows.place(id, 1);
      rows.words[at + ROW_HEAD] = index;
    }
    ids.forEach((id, index) => expect(rows.words[rows.find(id, 1) + ROW_HEAD]).toBe(index));
    for (const id of ids) expect(rows.find(id, 2)).toBe(-1);
  });

  it("compare every word of the id", () => {
    const rows = new PackedRows(2, () => true);
    const id = wordsOf("0190a3f2-7b4c-7d5e-8f60-123456789abc");
    // Sixteen rows with one in them: whatever is looked up comes by it sooner or later, if all other places are passed.
    for (let filler = 0; filler < 9; filler++) rows.place(Int32Array.of(filler, filler, filler, filler), 1);
    rows.place(id, 1);
    for (let word = 0; word < ID_WORDS; word++)
      for (let bit = 0; bit < 32; bit++) {
        const other = id.slice();
        other[word] = (other[word] ?? 0) ^ (1 << bit);
        expect(rows.find(other, 1)).toBe(-1);
      }
  });

  it("leave behind those of owners that are gone, and tell when", () => {
    const gone = new Set<number>();
    let sweeps = 0;
    const rows = new PackedRows(
      2,
      (all, at) => !gone.has(all[at + OWNER] ?? 0),
      () => sweeps++,
    );
    const ids = colliding(60).map(wordsOf);
    for (let owner = 1; owner <= 1_000; owner++) {
      rows.place(ids[owner % ids.length] ?? words(), owner);
      gone.add(owner - 1);
    }
    expect(sweeps).toBeGreaterThan(10);
    // One row lives at a time, so the block stays as small as it began.
    expect(rows.bytes).toBeLessThanOrEqual(64 * 8 * 4);
  });
});
