import fc from "fast-check";
import { CompanyRecords, saltOf } from "../../../src/authorization/cache/memory/company-records";
import { ID_WORDS, readId } from "../../../src/authorization/cache/memory/id-words";
import { OwnerNumbers } from "../../../src/authorization/cache/memory/owner-numbers";
import { Chance } from "../../../bench/random";
import { runs } from "../../policy/runs";

/* The records against a Map, over companies that want the same slots, whose numbers are given out again. */

const IDS = alike(60);

function alike(count: number): readonly Int32Array[] {
  const chance = new Chance(17);
  const found: Int32Array[] = [];
  while (found.length < count) {
    const read = new Int32Array(ID_WORDS);
    if (readId(chance.id(), read) && (saltOf(read) & 63) < 4) found.push(read);
  }
  return found;
}

const ERAS = [1, 2];
const PASSES = [1, 2];
const STEP = fc.record({
  kind: fc.constantFrom("write", "write", "forget", "sweep", "admit", "admit", "withdraw"),
  company: fc.nat({ max: IDS.length - 1 }),
  era: fc.constantFrom(...ERAS),
  pass: fc.constantFrom(...PASSES),
});
type Step = typeof STEP extends fc.Arbitrary<infer T> ? T : never;

function run(steps: readonly Step[]): void {
  const [records, numbers] = [new CompanyRecords(), new OwnerNumbers()];
  const model = new Map<number, { readonly number: number; readonly revision: number }>();
  const admitted = new Map<number, { readonly era: number; readonly pass: number }>();
  const forget = (company: number) => {
    const known = model.get(company);
    if (!known) return;
    numbers.giveBack(known.number);
    records.erase(known.number);
    model.delete(company);
    admitted.delete(company);
  };
  steps.forEach(({ kind, company, era, pass }, index) => {
    const id = IDS[company] as Int32Array;
    const known = model.get(company);
    if (kind === "sweep") numbers.swept();
    if (kind === "forget") forget(company);
    if (kind === "withdraw") records.withdraw(id, saltOf(id));
    if (kind === "withdraw") admitted.delete(company);
    if (kind === "admit" && known) records.admit(known.number, era, pass);
    if (kind === "admit" && known) admitted.set(company, { era, pass });
    if (kind !== "write") return;
    const number = numbers.take();
    records.write(number, id, index);
    forget(company);
    model.set(company, { number, revision: index });
  });
  IDS.forEach((id, company) => {
    const known = model.get(company);
    for (const era of ERAS)
      for (const pass of PASSES) {
        const held = admitted.get(company);
        const right = known && held?.era === era && held.pass === pass ? known.number : 0;
        expect(records.admitted(id, saltOf(id), era, pass)).toBe(right);
      }
    const found = steps.map((_, revision) => records.find(id, revision, saltOf(id)));
    expect(found.filter((number) => number !== 0)).toEqual(known ? [known.number] : []);
    if (!known) return;
    expect([found[known.revision], records.salt(known.number)]).toEqual([known.number, saltOf(id)]);
  });
}

describe("the records of companies", () => {
  it("find the newest revision's number and no other, and admit by it as was said last, whatever was forgotten", () => {
    fc.assert(fc.property(fc.array(STEP, { minLength: 20, maxLength: 300 }), run), runs(60));
  });

  it("compare every word of the id", () => {
    const records = new CompanyRecords();
    const id = IDS[0] as Int32Array;
    records.write(1, id, 1);
    for (let word = 0; word < ID_WORDS; word++)
      for (let bit = 0; bit < 32; bit++) {
        const other = id.slice();
        other[word] = (other[word] ?? 0) ^ (1 << bit);
        expect(records.find(other, 1, saltOf(id))).toBe(0);
      }
  });

  it("remember the latest first moment, and none where one of them is none", () => {
    const records = new CompanyRecords();
    records.write(1, IDS[0] as Int32Array, 1);
    expect(records.since(1)).toBe(Number.NEGATIVE_INFINITY);
    for (const moment of [5, 3]) records.notBefore(1, moment);
    expect(records.since(1)).toBe(5);
    records.notBefore(1, Number.NaN);
    expect(records.since(1)).toBeNaN();
  });

  it("take less than 140 bytes a company", () => {
    const records = new CompanyRecords();
    for (let number = 1; number <= 10_000; number++)
      records.write(number, Int32Array.of(number, number, number, number), 1);
    expect(records.bytes / 10_000).toBeLessThan(140);
  });
});
