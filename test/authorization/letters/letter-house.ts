import { MailMessageEntity } from "../../../src/infra/mail/mail-message.entity";
import { openTestDatabase } from "../../support/database";
import { House, SEED } from "../../support/house";

export const ADMIN = "admin@acme.test";
export const BRUNO = "bruno@acme.test";

/** A company with an administrator and a member without rights; what they were told of that is put aside. */
export async function letterHouse(): Promise<House> {
  const house = new House(await openTestDatabase());
  await house.register("acme");
  await house.services.member.add(SEED, "acme", { email: BRUNO, name: "Bruno" });
  await house.services.project.add(SEED, "acme", { code: "P-1", name: "Tower" });
  await forget(house);
  return house;
}

export function letters(house: House): Promise<MailMessageEntity[]> {
  return house.database.read().find(MailMessageEntity, { order: { id: "ASC" } });
}

export async function forget(house: House): Promise<void> {
  await house.database.write((manager) => manager.query(`DELETE FROM "mail_message"`));
}

/** Kind, receiver and text of what was written since, in the order of receivers. */
export async function told(house: House): Promise<string[]> {
  const found = await letters(house);
  return found.map(({ kind, toEmail, text }) => `${kind} to ${toEmail}: ${text}`).sort();
}
