import { insertRows } from "../../../src/infra/db/query/rows";
import { newId } from "../../../src/kernel/ids";
import { MailMessageEntity } from "../../../src/infra/mail/mail-message.entity";
import { MailOptOutEntity } from "../../../src/infra/mail/mail-opt-out.entity";
import { commitment, RecordHouse } from "../record-house";
import { SEED } from "../../support/house";

/** Seven o'clock of a Tuesday in New York, where acme's days are counted. */
export const SEVEN = "2026-11-24T12:00:00.000Z";

export async function openDigestHouse(): Promise<RecordHouse> {
  const house = await RecordHouse.open();
  for (const name of ["admin", "approver", "second"])
    await house.services.member.update(SEED, "acme", { member: `${name}@acme.test`, digest: true });
  await house.foundations();
  house.clock.set(SEVEN);
  return house;
}

/** What waits: one record after another, by the project manager. */
export async function offered(house: RecordHouse, numbers: readonly string[], more: Record<string, unknown> = {}) {
  const manager = { kind: "person", email: "manager@acme.test", subject: "x|manager", name: null } as const;
  const records = [];
  for (const number of numbers) records.push(await house.offer(manager, commitment({ number, ...more })));
  return records;
}

export async function letters(house: RecordHouse): Promise<MailMessageEntity[]> {
  return house.database
    .read()
    .find(MailMessageEntity, { where: { kind: "digest" }, order: { toEmail: "ASC", id: "ASC" } });
}

export async function declined(house: RecordHouse, email: string): Promise<void> {
  const row = { id: newId(), email, kind: "digest", createdAt: SEVEN };
  await house.database.write((manager) => insertRows(manager, MailOptOutEntity, [row]));
}
