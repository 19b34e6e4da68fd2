import fc from "fast-check";
import { ID_WORDS, readId, spread } from "../../../src/authorization/cache/memory/id-words";
import { LEAD } from "../../../src/authorization/cache/memory/cache-line";
import { PackedRows, ROW_HEAD, type RowOwners } from "../../../src/authorization/cache/memory/packed-rows";
import { Chance } from "../../../bench/random";
import { runs } from "../../policy/runs";

const SALT = 1;

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
    if ((spread(wordsOf(id), 0, SALT) & 1_023) === 7) found.push(id);
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

/** Owners who all have the same salt, so that ids that want the same place want it whoever owns them. */
class Owners implements RowOwners {
  readonly gone = new Set<number>();
  sweeps = 0;

  lives(owner: number): boolean {
    return !this.gone.has(owner);
  }

  salt(): number {
    return SALT;
  }

  swept(): void {
    this.sweeps++;
  }
}

const STEP = fc.record({
  kind: fc.constantFrom("place", "place", "place", "die"),
  id: fc.nat({ max: 59 }),
  owner: fc.integer({ min: 1, max: 40 }),
});

describe("packed rows", () => {
  it("tell ids apart that want the same place, and owners of the same id", () => {
    const rows = new PackedRows(2, new Owners());
    const ids = colliding(100).map(wordsOf);
    for (const [index, id] of ids.entries()) {
      // Placing may make the block anew.
      const at = rows.place(id, 1);
      rows.words[at + ROW_HEAD] = index;
    }
    ids.forEach((id, index) => expect(rows.words[rows.find(id, 1, SALT) + ROW_HEAD]).toBe(index));
    for (const id of ids) expect(rows.find(id, 2, SALT)).toBe(-1);
  });

  it("compare every word of the id", () => {
    const rows = new PackedRows(2, new Owners());
    const id = wordsOf("0190a3f2-7b4c-7d5e-8f60-123456789abc");
    // Sixteen rows with ten in them: whatever is looked up comes by it sooner or later, if all other places are passed.
    for (let filler = 0; filler < 9; filler++) rows.place(Int32Array.of(filler, filler, filler, filler), 1);
    rows.place(id, 1);
    for (let word = 0; word < ID_WORDS; word++)
      for (let bit = 0; bit < 32; bit++) {
        const other = id.slice();
        other[word] = (other[word] ?? 0) ^ (1 << bit);
        expect(rows.find(other, 1, SALT)).toBe(-1);
      }
  });

  it("say of all that live what a map says, whoever has died meanwhile", () => {
    const chance = new Chance(6);
    const ids = [...colliding(50), ...Array.from({ length: 10 }, () => chance.id())].map(wordsOf);
    const laws = (steps: readonly (typeof STEP extends fc.Arbitrary<infer T> ? T : never)[]) => {
      const owners = new Owners();
      const rows = new PackedRows(1, owners);
      const model = new Map<string, number>();
      for (const [value, { kind, id, owner }] of steps.entries()) {
        if (kind === "die") owners.gone.add(owner);
        if (!owners.lives(owner)) continue;
        const at = rows.place(ids[id] as Int32Array, owner);
        rows.words[at + ROW_HEAD] = value;
        model.set(`${id} ${owner}`, value);
      }
      const wrong: string[] = [];
      for (let id = 0; id < ids.length; id++)
        for (let owner = 1; owner <= 40; owner++) {
          const at = rows.find(ids[id] as Int32Array, owner, SALT);
          const found = at < 0 ? undefined : rows.words[at + ROW_HEAD];
          if (owners.lives(owner) && found !== model.get(`${id} ${owner}`)) wrong.push(`${id} ${owner}`);
        }
      expect(wrong).toEqual([]);
    };
    fc.assert(fc.property(fc.array(STEP, { minLength: 50, maxLength: 300 }), laws), runs(60));
  });

  it("are taken over from owners that are gone, so that the block does not grow", () => {
    const owners = new Owners();
    const rows = new PackedRows(2, owners);
    const ids = colliding(60).map(wordsOf);
    for (let owner = 1; owner <= 1_000; owner++) {
      rows.place(ids[owner % ids.length] ?? words(), owner);
      owners.gone.add(owner);
    }
    // One row lives at a time, and all want the same place.
    expect([owners.sweeps, rows.bytes]).toEqual([0, (LEAD + 16 * (ROW_HEAD + 2)) * 4]);
  });

  it("leave behind those of owners that are gone where they are made anew, and tell when", () => {
    const owners = new Owners();
    const rows = new PackedRows(2, owners);
    const chance = new Chance(9);
    for (let owner = 1; owner <= 1_000; owner++) {
      for (let member = 0; member < 4; member++) rows.place(wordsOf(chance.id()), owner);
      owners.gone.add(owner - 1);
    }
    expect(owners.sweeps).toBeGreaterThan(10);
    expect(rows.bytes).toBeLessThanOrEqual(64 * (ROW_HEAD + 2) * 4);
  });
});
