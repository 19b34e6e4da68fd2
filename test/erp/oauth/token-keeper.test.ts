import { MailMessageEntity } from "../../../src/infra/mail/mail-message.entity";
import { GrantRefused, type LedgerIdentity } from "../../../src/erp/connector/ledger-identity";
import { SANDBOX_TENANT } from "../../../src/dev/ledger/sandbox-parts";
import { keyIdOf, Sealing } from "../../../src/erp/oauth/sealing";
import { resealAll } from "../../../src/erp/oauth/reseal";
import { FIRST_KEY, key, TokenHouse } from "./token-house";

const MINUTE = 60_000;
/** The access token is over, the refresh token is not. */
const HALF_AN_HOUR = 30 * MINUTE;

let house: TokenHouse;
beforeEach(async () => (house = await TokenHouse.open()), 60_000);
afterEach(() => house.ledger.stop());

const lettersTo = async () =>
  (await house.database.read().findBy(MailMessageEntity, { kind: "consent_lost" })).map(
    ({ toEmail, kind }) => `${kind} ${toEmail}`,
  );

test("a token is used until it is nearly over, then renewed once for all who ask at the same time", async () => {
  const one = house.process("one");
  const first = await one.token();
  house.clock.advance(28 * MINUTE);
  expect([await one.token(), house.refreshes]).toEqual([first, 0]);
  house.clock.advance(90_000);
  const renewed = await Promise.all(Array.from({ length: 5 }, () => one.token()));
  expect([new Set(renewed).size, house.refreshes, renewed[0] === first]).toEqual([1, 1, false]);
  expect(await house.admits(renewed[0] ?? "")).toBe(true);
});

test("two processes at once renew once", async () => {
  const processes = ["one", "two", "three"].map((name) => house.process(name));
  for (let round = 1; round <= 4; round += 1) {
    house.clock.advance(HALF_AN_HOUR);
    const tokens = await Promise.all(processes.flatMap(({ token }) => [token(), token()]));
    expect([new Set(tokens).size, house.refreshes]).toEqual([1, round]);
    expect(await house.admits(tokens[0] ?? "")).toBe(true);
  }
});

test("an answer that got lost on the way is asked for again, with the old token", async () => {
  const one = house.process("one");
  house.clock.advance(HALF_AN_HOUR);
  house.ledger.faults.plan({ fault: { kind: "drop", when: "after" }, pathPart: "/identity/connect/token", count: 2 });
  for (const _try of [1, 2]) await expect(one.token()).rejects.toMatchObject({ kind: "not_reached" });
  expect(await one.works()).toBe(true);
  expect(await house.status()).toBe("authorised");
});

/** A process that gets the ledger's answer, and is gone before anything is kept. */
async function killedAfterTheAnswer(): Promise<void> {
  house.clock.advance(HALF_AN_HOUR);
  await new Promise<void>((answered) => {
    const through = (real: Pick<LedgerIdentity, "refresh" | "tenants">) => ({
      ...real,
      refresh: async (token: string) => {
        await real.refresh(token);
        answered();
        return new Promise<never>(() => undefined);
      },
    });
    void house.process("killed", { through }).token();
  });
}

test("a process that is killed between the answer and the save: another goes on with the old token", async () => {
  await killedAfterTheAnswer();
  expect((await house.access()).leasedBy).toBe("killed");
  house.clock.advance(61_000);
  const other = house.process("other");
  expect(await other.works()).toBe(true);
  house.clock.advance(HALF_AN_HOUR);
  expect(await other.works()).toBe(true);
  expect(await house.status()).toBe("authorised");
});

test("if nobody goes on within the ledger's grace period, a person must consent anew, is told so, and it goes on", async () => {
  await killedAfterTheAnswer();
  house.clock.advance(31 * MINUTE);
  const other = house.process("other");
  await expect(other.token()).rejects.toMatchObject({ kind: "unauthorised" });
  const access = await house.access();
  expect([access.state, access.lostCode, access.refreshToken, await house.status()]).toEqual([
    "lost",
    "CONSENT_REFUSED",
    null,
    "revoked",
  ]);
  expect(await lettersTo()).toEqual(["consent_lost admin@acme.test"]);
  expect((await house.trail("acme")).at(-1)).toMatchObject({
    action: "connection.authorisation_lost",
    actorKind: "system",
  });
  await expect(other.token()).rejects.toMatchObject({ kind: "unauthorised" });
  expect(house.refreshes).toBe(2);
  await house.consent();
  expect([await other.works(), await house.status()]).toEqual([true, "authorised"]);
});

test("a late refusal of what was renewed elsewhere meanwhile loses nothing", async () => {
  house.clock.advance(HALF_AN_HOUR);
  const slow = house.process("slow", {
    through: (real) => ({
      ...real,
      refresh: async () => {
        // Its lease runs out, another renews, and then it is told no.
        house.clock.advance(61_000);
        await house.process("quick").token();
        throw new GrantRefused("invalid_grant");
      },
    }),
  });
  await expect(slow.token()).rejects.toMatchObject({ kind: "not_reached" });
  expect([(await house.access()).state, await house.status()]).toEqual(["active", "authorised"]);
  expect(await slow.works()).toBe(true);
});

test("what is wrong with us, or with the ledger, is no loss of the consent", async () => {
  house.clock.advance(HALF_AN_HOUR);
  const stranger = house.process("one", {
    through: (real) => ({ ...real, refresh: () => Promise.reject(new GrantRefused("invalid_client")) }),
  });
  await expect(stranger.token()).rejects.toMatchObject({ kind: "not_reached" });
  house.ledger.faults.plan({ fault: { kind: "status", status: 503 }, pathPart: "/identity/connect/token", count: 1 });
  const one = house.process("two");
  await expect(one.token()).rejects.toMatchObject({ kind: "not_reached" });
  expect([(await house.access()).leasedBy, await house.status()]).toEqual([null, "authorised"]);
  expect(await one.works()).toBe(true);
});

test("a token that the ledger refused is not handed out again; an organisation that it disconnected is lost", async () => {
  const one = house.process("one");
  const first = await one.token();
  one.reject(first);
  const second = await one.token();
  expect(second).not.toBe(first);
  expect(await one.token()).toBe(second);
  house.ledger.store.endTenant(SANDBOX_TENANT.id);
  one.reject(second);
  await expect(one.token()).rejects.toMatchObject({ kind: "unauthorised" });
  expect([(await house.access()).lostCode, await house.status()]).toEqual(["ORGANISATION_DISCONNECTED", "revoked"]);
});

test("a new key seals what is used, or all there is, and the old one can then go", async () => {
  const [second, third] = [key("second"), key("third")];
  const first = await house.process("one").token();
  expect(await house.process("two", { keys: [second, FIRST_KEY] }).token()).toBe(first);
  const { accessToken, refreshToken } = await house.access();
  expect([accessToken, refreshToken].map((sealed) => keyIdOf(sealed ?? ""))).toEqual(["second", "second"]);
  const sealing = new Sealing([third, second]);
  expect(await resealAll(house.database, sealing)).toEqual({ resealed: 1, fresh: 0, broken: 0 });
  expect(await resealAll(house.database, sealing)).toEqual({ resealed: 0, fresh: 1, broken: 0 });
  expect(await house.process("three", { keys: [third] }).token()).toBe(first);
  expect(await resealAll(house.database, new Sealing([FIRST_KEY]))).toEqual({ resealed: 0, fresh: 0, broken: 1 });
});

test("a key that is missing here is said, and the consent is kept for when it is back", async () => {
  await expect(house.process("one", { keys: [key("another")] }).token()).rejects.toMatchObject({
    kind: "unauthorised",
  });
  expect(String(house.warnings[0])).toMatch(/there is no key "first"/);
  expect([await house.status(), await house.process("two").works()]).toEqual(["authorised", true]);
});
