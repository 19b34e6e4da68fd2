/** Thrown inside a change that must not be kept, as a dry run's; carries its outcome out of the transaction. */
export class NotKept<Outcome> extends Error {
  constructor(readonly outcome: Outcome) {
    super("The change is not kept");
  }
}

/** What the change comes to, be it kept or taken back by `NotKept`. */
export async function outcomeOf<Outcome>(change: Promise<Outcome>): Promise<Outcome> {
  try {
    return await change;
  } catch (error) {
    if (error instanceof NotKept) return error.outcome as Outcome;
    throw error;
  }
}
