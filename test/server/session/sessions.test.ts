import { SessionEntity } from "../../../src/server/session/session.entity";
import { openWith, sealFor } from "../../../src/server/session/session-token";
import { Sessions, type SignedIn } from "../../../src/server/session/sessions";
import type { Database } from "../../../src/infra/db/database";
import { FixedClock } from "../../../src/kernel/clock";
import { openTestDatabase } from "../../support/database";

const MINUTE = 60_000;
const ALINE: SignedIn = {
  issuer: "https://id.example.test",
  subject: "aline",
  email: "aline@demo.test",
  name: "Aline",
  withoutEmail: null,
  idToken: "id.token.of-aline",
};

let database: Database;
let clock: FixedClock;
let sessions: Sessions;
beforeEach(async () => {
  database = await openTestDatabase();
  clock = new FixedClock("2026-11-24T09:00:00.000Z");
  sessions = new Sessions(database, clock, { idleMinutes: 60, maxHours: 12 });
});

const minutes = (count: number) => clock.advance(count * MINUTE);
const rows = () => database.read().find(SessionEntity);

describe("a session", () => {
  it("is its browser's: the database has neither the token nor what it seals", async () => {
    const token = await sessions.begin(ALINE);
    expect(await sessions.resume(token)).toMatchObject({ session: { subject: "aline" }, newToken: null });
    const kept = JSON.stringify(await rows());
    expect(kept).not.toContain(token);
    expect(kept).not.toContain("id.token");
    for (const wrong of ["", "x", `${token}x`, token.slice(1), "A".repeat(43)])
      expect(await sessions.resume(wrong)).toBeNull();
  });

  it("ends after an hour without anything, and after twelve whatever they do", async () => {
    const token = await sessions.begin(ALINE);
    minutes(59);
    const first = await sessions.resume(token);
    expect(first?.idleUntil).toBe("2026-11-24T10:59:00.000Z");
    minutes(60);
    expect(await sessions.resume(first?.newToken ?? token)).toBeNull();
    expect(await rows()).toEqual([]);
    let busy = await sessions.begin(ALINE);
    for (let half = 0; half < 23; half++) {
      minutes(30);
      busy = (await sessions.resume(busy))?.newToken ?? busy;
    }
    expect((await sessions.resume(busy))?.idleUntil).toBe("2026-11-24T22:59:00.000Z");
    minutes(30);
    expect(await sessions.resume(busy)).toBeNull();
  });

  it("changes its token every quarter of an hour; the one before is good for what is under way", async () => {
    const first = await sessions.begin(ALINE);
    minutes(15);
    const { newToken } = (await sessions.resume(first))!;
    expect(newToken).toMatch(/^[\w-]{43}$/);
    expect(await sessions.resume(newToken!)).toMatchObject({ newToken: null });
    expect(await sessions.resume(first)).toMatchObject({ newToken: null });
    const { session } = (await sessions.resume(newToken!))!;
    expect(sessions.idTokenOf(session, newToken!)).toBe(ALINE.idToken);
    expect(sessions.idTokenOf(session, first)).toBeNull();
  });

  it("ends where a token is shown that was followed by another", async () => {
    const stolen = await sessions.begin(ALINE);
    minutes(15);
    const { newToken } = (await sessions.resume(stolen))!;
    await sessions.resume(newToken!);
    minutes(1);
    expect(await sessions.resume(stolen)).toBeNull();
    expect(await sessions.resume(newToken!)).toBeNull();
  });

  it("goes on where the answer with the new token never arrived", async () => {
    const token = await sessions.begin(ALINE);
    minutes(15);
    await sessions.resume(token);
    minutes(20);
    const again = await sessions.resume(token);
    expect(again?.newToken).toMatch(/^[\w-]{43}$/);
    expect(await sessions.resume(again!.newToken!)).not.toBeNull();
  });

  it("changes its token once for many requests at the same time", async () => {
    const token = await sessions.begin(ALINE);
    minutes(15);
    const all = await Promise.all(Array.from({ length: 8 }, () => sessions.resume(token)));
    expect(all.every((one) => one !== null)).toBe(true);
    expect(all.filter((one) => one!.newToken !== null)).toHaveLength(1);
  });

  it("ends here, or on all browsers, or is cleared away", async () => {
    const [here, there, other] = [
      await sessions.begin(ALINE),
      await sessions.begin(ALINE),
      await sessions.begin({ ...ALINE, subject: "bruno" }),
    ];
    await sessions.endSession((await sessions.resume(here))!.session.id);
    expect([await sessions.resume(here), (await sessions.resume(there))?.session.subject]).toEqual([null, "aline"]);
    await sessions.endAll(ALINE);
    expect(await sessions.resume(there)).toBeNull();
    expect((await sessions.resume(other))?.session.subject).toBe("bruno");
    minutes(60);
    await sessions.clear();
    expect(await rows()).toEqual([]);
  });
});

test("what is sealed for a token opens with no other, and not where it was changed", () => {
  const sealed = sealFor("token-a", "secret");
  expect(openWith("token-a", sealed)).toBe("secret");
  expect(openWith("token-b", sealed)).toBeNull();
  expect(openWith("token-a", `${sealed.slice(0, -2)}AA`)).toBeNull();
});
