import { readFileSync } from "node:fs";
import path from "node:path";
import { buildSchema, getNamedType, isInputObjectType, isNonNullType, type GraphQLInputObjectType } from "graphql";

/* What you saw is what you send: whoever decides on something names the version or the digest of what they saw. */

const schema = buildSchema(readFileSync(path.join(__dirname, "../../schema/schema.graphql"), "utf8"));

/** Verbs of mutations that approve, reject, send, tie, take off, carry out, put aside or delete. */
const DECIDING =
  /^(send|reject|approve|decide|link|unlink|apply|archive|restore|retrieve|retry|resubmit|import|remove|delete|disconnect|deactivate|makeReadOnly|complete|drop|reopenFollowUp|signOff)/;

/** What names nothing that was seen, and why it need not. */
const EXEMPT: Readonly<Record<string, string>> = {
  sendWelcomeEmail: "writes a letter anew each time, and sends it once to each contact",
  importFromErp: "reads the ledger; nothing is decided",
  importAccessList: "its digest is needed where `dryRun` is off, which the test of the import holds",
};

const NAMES = /^(expected.*Version|digest)$/;

/** Whether each thing that the input decides on comes with what was seen of it. */
function namesWhatWasSeen(input: GraphQLInputObjectType): boolean {
  const fields = Object.values(input.getFields());
  if (fields.some(({ name, type }) => NAMES.test(name) && isNonNullType(type))) return true;
  return fields.some(({ type }) => {
    const of = getNamedType(type);
    return isInputObjectType(of) && namesWhatWasSeen(of);
  });
}

const deciding = Object.values(schema.getMutationType()!.getFields()).filter(
  ({ name }) => DECIDING.test(name) && !(name in EXEMPT),
);

test("there are such mutations, and the exempt ones exist", () => {
  expect(deciding.length).toBeGreaterThan(15);
  for (const name of Object.keys(EXEMPT)) expect(schema.getMutationType()!.getFields()).toHaveProperty(name);
});

test.each(deciding.map((mutation) => [mutation.name, mutation] as const))("%s names what its caller saw", (_, one) => {
  const inputs = one.args.map(({ type }) => getNamedType(type)).filter(isInputObjectType);
  expect(inputs.map(namesWhatWasSeen)).toContain(true);
});
