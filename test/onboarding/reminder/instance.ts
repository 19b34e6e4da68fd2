import { newId } from "../../../src/kernel/ids";
import { Schedule } from "../../../src/infra/jobs/schedule";
import { onboardingModule } from "../../../src/onboarding/onboarding.module";
import type { Letter } from "../../../src/infra/mail/mail";
import { PostOffice } from "../../../src/infra/mail/post-office";
import type { House } from "../../support/house";

/** An instance of the server: what it sends is put on the pile. */
export function instance(house: House, post: Letter[]) {
  const transport = { send: async (letter: Letter) => void post.push(letter) };
  const postOffice = new PostOffice(house.database, transport, house.clock, "https://ledgergate.test");
  const warn = (error: unknown) => {
    throw error;
  };
  const { database, clock } = house;
  const mail = { name: "mail", everyMs: 2_000, work: () => postOffice.run() };
  const duties = [...(onboardingModule.jobs?.(house.services) ?? []), mail];
  const schedule = new Schedule({ database, clock, duties, name: newId(), warn });
  return { schedule, postOffice };
}
