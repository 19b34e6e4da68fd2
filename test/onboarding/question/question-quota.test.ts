import { Like } from "typeorm";
import { MailMessageEntity } from "../../../src/infra/mail/mail-message.entity";
import { MAX_ASKED_A_DAY } from "../../../src/onboarding/questions/question.service";
import { openAcme } from "../../support/acme";
import { person, refusal } from "../../support/house";

test("somebody asks so often within a day, and as often again the next", async () => {
  const house = await openAcme();
  const clerk = person("clerk@acme.test");
  const { question: service } = house.services;
  const ask = (text: string) => service.ask(clerk, "acme", { text });
  const { question } = await ask("The first");
  const step = { question: question.id };
  for (let count = 1; count < MAX_ASKED_A_DAY; count += 2) {
    await service.close(clerk, "acme", step);
    await service.reopen(clerk, "acme", { ...step, text: "Once more" });
    if (count + 1 < MAX_ASKED_A_DAY) await ask("Another");
  }
  const enough = { code: "LIMIT_EXCEEDED", field: ["input"] };
  expect(await refusal(ask("One too many"))).toEqual(enough);
  await service.close(clerk, "acme", step);
  expect(await refusal(service.reopen(clerk, "acme", { ...step, text: "One too many" }))).toEqual(enough);
  const letters = await house.database.read().countBy(MailMessageEntity, { kind: Like("question_%") });
  expect(letters).toBe(MAX_ASKED_A_DAY);
  await service.ask(person("buyer@acme.test"), "acme", { text: "Of somebody else" });
  house.clock.advance(24 * 3_600_000);
  await ask("The next day");
});
