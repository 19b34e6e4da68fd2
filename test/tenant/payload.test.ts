import { OperatorRefusal } from "../../src/kernel/errors";
import { Refusals } from "../../src/kernel/refusals";
import { MutationPayload, payload } from "../../src/tenant/graphql/payload";

class Answer extends MutationPayload {}

const fieldsOf = async (error: Error) =>
  (await payload(Answer, () => Promise.reject(error))).userErrors.map(({ field }) => field);

describe("the field at fault is named from the mutation's one argument", () => {
  const company = new OperatorRefusal("NOT_FOUND", "There is no such company among yours.", ["company"]);
  const name = new OperatorRefusal("BAD_INPUT", "A name has letters.", ["input", "name"]);

  it.each([
    ["found further in", company, [["input", "company"]]],
    ["named whole already", name, [["input", "name"]]],
    ["of no field", new OperatorRefusal("CONFLICT", "It is over."), [null]],
    [
      "several at once",
      new Refusals([company, name]),
      [
        ["input", "company"],
        ["input", "name"],
      ],
    ],
  ])("%s", async (_which, error, fields) => {
    expect(await fieldsOf(error)).toEqual(fields);
  });
});
