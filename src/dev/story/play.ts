import type { Stage } from "./stage";
import type { Person } from "./story-people";
import { COMPANY } from "./story-people";

/** Where the story went otherwise than it should. */
export class StoryBroken extends Error {
  constructor(message: string) {
    super(message);
    this.name = "StoryBroken";
  }
}

interface Payload {
  readonly userErrors: readonly { readonly code: string; readonly message: string }[];
}

/** Input types that are not named after their mutation. */
const INPUT_TYPES: Readonly<Record<string, string>> = {
  confirmSlot: "CallSlotChoiceInput",
  startCall: "CallInput",
  goLive: "ImplementationStepInput",
  suspendIntegration: "ImplementationStepInput",
  resumeIntegration: "ImplementationStepInput",
  completeFollowUp: "FollowUpStepInput",
  sendRecord: "RecordAddressInput",
};

/** What is not about one company. */
const ABOUT_NO_COMPANY = ["registerCompany", "setMailPreferences"];

/** How often, and how long in all, the story waits for what happens by itself. */
const LOOK_MS = 100;
const LOOKS = 600;

/** What the people of the story can do: ask the server, as themselves, and wait. */
export class Play {
  constructor(readonly stage: Stage) {}

  /** The person's mutation goes through. @param fields of the payload, to be answered. Throws StoryBroken. */
  async does<T>(who: Person, mutation: string, input: object, fields = ""): Promise<T> {
    const answer = await this.mutate(who, mutation, input, fields);
    const [error] = answer.userErrors;
    if (error) throw new StoryBroken(`${mutation} was refused with ${error.code}: ${error.message}`);
    return answer as T;
  }

  /** The person's mutation is refused with that code. Answers the refusal as the person reads it. Throws StoryBroken. */
  async isRefused(who: Person, mutation: string, input: object, code: string): Promise<string> {
    const [error] = (await this.mutate(who, mutation, input, "")).userErrors;
    if (!error) throw new StoryBroken(`${mutation} went through; it should have been refused with ${code}`);
    if (error.code === code) return `refused with ${code}: ${error.message}`;
    throw new StoryBroken(`${mutation} was refused with ${error.code}, not ${code}: ${error.message}`);
  }

  /** What the person reads of the company. Throws StoryBroken. */
  async reads<T>(who: Person, fields: string): Promise<T> {
    const query = `query ($slug: ID!) { company(id: $slug) { ${fields} } }`;
    const { company } = await this.asks<{ company: T | null }>(who, query, { slug: COMPANY });
    if (company === null) throw new StoryBroken(`${who.name} does not see the company`);
    return company;
  }

  /** Any question of the person's. Throws StoryBroken. */
  async asks<T>(who: Person, query: string, variables: object): Promise<T> {
    const { data, errors } = await this.stage.ask(who.email, query, variables);
    if (errors?.[0]) throw new StoryBroken(errors[0].message);
    return data as T;
  }

  /** Waits until it is so, for a minute at most. Throws StoryBroken. */
  async until(what: string, isSo: () => Promise<boolean>): Promise<void> {
    for (let look = 0; look < LOOKS; look += 1) {
      if (await isSo()) return;
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    }
    throw new StoryBroken(`waited in vain: ${what}`);
  }

  private async mutate(who: Person, mutation: string, given: object, fields: string): Promise<Payload> {
    const type = INPUT_TYPES[mutation] ?? `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
    const query = `mutation ($input: ${type}!) { ${mutation}(input: $input) { userErrors { code message } ${fields} } }`;
    const input = ABOUT_NO_COMPANY.includes(mutation) ? given : { company: COMPANY, ...given };
    const answer = await this.asks<Record<string, Payload | undefined>>(who, query, { input });
    const payload = answer[mutation];
    if (!payload) throw new StoryBroken(`${mutation} answered nothing`);
    return payload;
  }
}
