import { createSchedule } from "../../../src/app-duties";
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
  const schedule = createSchedule({ ...house.services, postOffice, more: [], warn });
  return { schedule, postOffice };
}
