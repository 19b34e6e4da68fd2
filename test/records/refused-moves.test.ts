import { RECORD_STATES } from "../../src/policy/model/vocabulary";
import { RECORD_EVENTS } from "../../src/records/record/record-event";
import { RECORD_MACHINES } from "../../src/records/record/record-machine";
import type { RecordEntity } from "../../src/records/record/record.entity";
import { SEED } from "../support/house";
import { admin, RecordHouse } from "./record-house";

/* Whoever asks for what a record's state does not allow hears it in their words and language, with what they can do instead. */

const RESTORE = `mutation ($input: RecordAddressInput!) { restoreRecord(input: $input) {
  record { state } userErrors { code message field } decision { action } } }`;

let house: RecordHouse;
beforeEach(async () => {
  house = await RecordHouse.open();
});

const restore = async (email: string, record: RecordEntity) =>
  (await house.ask(email, RESTORE, { input: await house.seen(record) })).data!["restoreRecord"];

test("restoring what is not put aside", async () => {
  const message =
    "The record is awaiting acceptance, so it cannot be restored. It can be retrieved, sent, rejected, or linked.";
  const vendor = await house.offer(SEED, { feature: "vendor", values: { number: "V-9", name: "Wood Works" } });
  expect(await restore("admin@acme.test", vendor)).toEqual({
    record: null,
    userErrors: [{ code: "ILLEGAL_MOVE", message, field: ["input", "record"] }],
    decision: null,
  });
  await expect(
    house.services.records.restore({ ...admin, locale: "fr" }, await house.seen(vendor)),
  ).rejects.toMatchObject({
    message:
      "L’enregistrement est en attente d’acceptation : il ne peut pas être restauré. Il peut être repris, envoyé, refusé ou associé.",
  });
});

test("who may not restore hears on which right restoring rests, and nothing of archiving alone", async () => {
  const vendor = await house.offer(SEED, { feature: "vendor", values: { number: "V-9", name: "Wood Works" } });
  await house.services.records.retrieve(SEED, await house.seen(vendor));
  await house.services.records.archive(SEED, await house.seen(vendor), null);
  expect(await restore("reader@acme.test", vendor)).toMatchObject({
    record: null,
    userErrors: [
      {
        code: "TOOL_LEVEL_TOO_LOW",
        message: expect.stringMatching(/^Restoring rests on the right to archive\. \S/) as string,
      },
    ],
    decision: { action: "ARCHIVE" },
  });
});

test("no refusal speaks in the words of programs", () => {
  for (const direction of ["export", "import"] as const)
    for (const from of RECORD_STATES)
      for (const event of RECORD_EVENTS) {
        const refused = RECORD_MACHINES[direction].move({ state: from }, event);
        if (typeof refused === "string") continue;
        for (const locale of ["en", "fr"] as const)
          expect(refused.message[locale]).not.toMatch(/undefined|_|approve_first|rebind/);
      }
});
