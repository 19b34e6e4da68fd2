import fc from "fast-check";
import { InFlight } from "../../../src/infra/quota/in-flight";
import { type Quota, Quotas } from "../../../src/infra/quota/quotas";
import { SharedQuotas } from "../../../src/infra/quota/shared-quotas";
import { FixedClock } from "../../../src/kernel/clock";
import { openTestDatabase } from "../../support/database";

const START = "2026-11-24T09:00:15.000Z";
const person = (limit = 100): Quota => ({ policy: "person", spender: "iss|ann", limit });
const company = (limit = 150): Quota => ({ policy: "company", spender: "acme", limit });

describe("quotas", () => {
  it("are spent until nothing is left, and tell how they stand", () => {
    const quotas = new Quotas(new FixedClock(START));
    expect(quotas.spend([person()], 60)).toEqual({
      allowed: true,
      states: [{ ...person(), remaining: 40, reset: 45, window: 60 }],
    });
    // The last one may cost what it costs.
    expect(quotas.spend([person()], 60)).toMatchObject({ allowed: true, states: [{ remaining: 0 }] });
    expect(quotas.spend([person()], 1)).toMatchObject({ allowed: false, states: [{ remaining: 0, reset: 45 }] });
  });

  it("take nothing from one where another is used up", () => {
    const quotas = new Quotas(new FixedClock(START));
    quotas.spend([company()], 150);
    expect(quotas.spend([person(), company()], 10)).toMatchObject({
      allowed: false,
      states: [{ remaining: 100 }, { remaining: 0 }],
    });
  });

  it("are whole again in the next minute", () => {
    const clock = new FixedClock(START);
    const quotas = new Quotas(clock);
    quotas.spend([person()], 500);
    clock.advance(44_999);
    expect(quotas.spend([person()], 1).allowed).toBe(false);
    clock.advance(1);
    expect(quotas.spend([person()], 1)).toMatchObject({ allowed: true, states: [{ remaining: 99, reset: 60 }] });
  });

  it("of 0 are none", () => {
    expect(new Quotas(new FixedClock(START)).spend([person(0)], 1e9)).toEqual({ allowed: true, states: [] });
  });
});

describe("quotas of several processes on one database", () => {
  it("are one, once they have told each other", async () => {
    const database = await openTestDatabase();
    const clock = new FixedClock(START);
    const process = () => {
      const quotas = new Quotas(clock);
      return { quotas, shared: new SharedQuotas(database, quotas, () => undefined) };
    };
    const [one, two] = [process(), process()];
    one.quotas.spend([person(), company()], 60);
    two.quotas.spend([person(), company()], 60);
    await one.shared.exchange();
    await two.shared.exchange();
    expect(two.quotas.spend([person(), company()], 1)).toMatchObject({
      allowed: false,
      states: [{ remaining: 0 }, { remaining: 30 }],
    });
    expect(one.quotas.spend([person(), company()], 1).allowed).toBe(true);
    await one.shared.exchange();
    expect(one.quotas.spend([person(), company()], 1).allowed).toBe(false);
  });

  it("leave nothing behind but the last minutes", async () => {
    const database = await openTestDatabase();
    const clock = new FixedClock(START);
    const quotas = new Quotas(clock);
    const shared = new SharedQuotas(database, quotas, () => undefined);
    for (let minute = 0; minute < 15; minute += 1) {
      quotas.spend([person()], 50);
      await shared.exchange();
      clock.advance(60_000);
    }
    const rows = await database.read().query<{ id: string }[]>(`SELECT "id" FROM "quota_use"`);
    expect(rows).toHaveLength(11);
  });
});

describe("what is under way at once", () => {
  it("is bounded for each, and for all, save for one that goes alone", () => {
    const inFlight = new InFlight(100, 40);
    const first = inFlight.enter("a", 90);
    expect(first).toBeInstanceOf(Function);
    expect(inFlight.enter("a", 1)).toBe("owner");
    expect(inFlight.enter("b", 20)).toBe("everybody");
    (first as () => void)();
    (first as () => void)();
    expect(inFlight.enter("a", 40)).toBeInstanceOf(Function);
    expect(inFlight.enter("b", 40)).toBeInstanceOf(Function);
  });

  it("is nothing again when all has ended, in whatever order", () => {
    fc.assert(
      fc.property(fc.array(fc.record({ owner: fc.constantFrom("a", "b"), weight: fc.nat(50) })), (entries) => {
        const inFlight = new InFlight(100, 60);
        const ends = entries.map(({ owner, weight }) => inFlight.enter(owner, weight));
        for (const end of ends.reverse()) if (typeof end === "function") end();
        expect(inFlight.enter("c", 1000)).toBeInstanceOf(Function);
      }),
    );
  });
});
