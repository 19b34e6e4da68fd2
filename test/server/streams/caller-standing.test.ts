import type { FastifyRequest } from "fastify";
import { AuthenticationFailure } from "../../../src/infra/http/authentication-failure";
import { FixedClock } from "../../../src/kernel/clock";
import { CallerStanding } from "../../../src/server/streams/caller-standing";

const clock = new FixedClock("2026-11-24T09:00:00.000Z");
const away = new Error("Connection terminated");

function standing(goesOn: () => Promise<boolean>, authenticate: () => Promise<never>): CallerStanding {
  return new CallerStanding({ clock, authenticate, sessions: { goesOn } });
}

const session = { session: { id: "one", endsAt: "2026-11-24T21:00:00.000Z" } };
const bySession = { session, headers: {} } as unknown as FastifyRequest;
const byKey = { session: null, headers: { authorization: "Bearer key" } } as unknown as FastifyRequest;
const never = () => Promise.reject(away);

/** What is found once what was found before is trusted no more. */
function lookedAtLater(of: CallerStanding, request: FastifyRequest): Promise<boolean> {
  const now = jest.spyOn(performance, "now").mockReturnValue(0);
  const stands = of.of(request);
  now.mockReturnValue(60_000);
  return stands().finally(() => now.mockRestore());
}

test("what was found stands while nothing can be found out, of sessions as of tokens and keys", async () => {
  expect(await lookedAtLater(standing(never, never), bySession)).toBe(true);
  expect(await lookedAtLater(standing(never, never), byKey)).toBe(true);
});

test("a session that was ended and a key that was revoked stand no more", async () => {
  const gone = () => Promise.reject(new AuthenticationFailure("API_KEY_REVOKED"));
  expect(
    await lookedAtLater(
      standing(() => Promise.resolve(false), gone),
      bySession,
    ),
  ).toBe(false);
  expect(await lookedAtLater(standing(never, gone), byKey)).toBe(false);
});
