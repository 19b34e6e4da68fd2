import {
  defaultFieldResolver,
  getNamedType,
  GraphQLID,
  type GraphQLField,
  type GraphQLInputObjectType,
  type GraphQLObjectType,
  type GraphQLSchema,
  isInputObjectType,
  isObjectType,
} from "graphql";
import { Extensions, type ClassType } from "type-graphql";
import { actorOf } from "../../infra/graphql/actor";
import type { GraphQLContext } from "../../infra/graphql/context";
import { KEPT_HOURS, type IdempotencyKeys, type KeyedCall } from "../../infra/idempotency/idempotency-keys";
import { localeOf } from "../../kernel/actor";
import { localizeError } from "../../kernel/errors";
import type { CompanyFinder } from "./carried";
import { MutationPayload, payload } from "./payload";

/** What remembers and finds again. */
export interface KeyedParts {
  readonly keys: IdempotencyKeys;
  readonly company: CompanyFinder;
  /** As `node(id)`: null where it is gone, or not for the caller. */
  readonly node: (context: GraphQLContext, id: string) => Promise<object | null>;
}

type PayloadClass = ClassType<MutationPayload>;
type Payload = MutationPayload & Record<string, unknown>;
type Field = GraphQLField<unknown, GraphQLContext>;
interface Args {
  readonly input: Readonly<Record<string, unknown>>;
}

/**
 * A mutation that makes something new each time it is asked: its input has `idempotencyKey`, and it answers twice what it
 * has made once. Its work is one transaction that waits for nobody outside.
 */
export const TakesIdempotencyKey = (type: PayloadClass): MethodDecorator => Extensions({ keyedPayload: type });

/**
 * A field of a payload that has its default, null or empty, where the same key comes again: shown once, or with refusals
 * only, or a person's data, of which nothing is kept with a key.
 */
export const NotKept = (): PropertyDecorator => Extensions({ notKept: true });

export const KEY_FIELD = "idempotencyKey";
const KEY_DESCRIPTION =
  "A text of your own, such as a UUID for each form that is filled in. What comes twice with the same key and input is made " +
  `once, and answered with the same ids, for ${KEPT_HOURS} hours; another input is refused with IDEMPOTENCY_KEY_REUSED. ` +
  "What was refused keeps no key.";

/** The payload's class where the mutation takes a key. */
export function keyedPayloadOf({ extensions }: Pick<Field, "extensions">): PayloadClass | undefined {
  return extensions["keyedPayload"] as PayloadClass | undefined;
}

/** Gives every keyed mutation its key. Without parts the schema can only be printed. */
export function keepAnswers(schema: GraphQLSchema, parts: KeyedParts | null): void {
  const mutations: readonly Field[] = Object.values(schema.getMutationType()?.getFields() ?? {});
  for (const field of mutations) {
    const type = keyedPayloadOf(field);
    if (!type) continue;
    const input = getNamedType(field.args.find(({ name }) => name === "input")?.type);
    if (!isInputObjectType(input)) throw new Error(`${field.name} takes an idempotency key and has no input.`);
    addKey(input);
    if (parts) keepAnswersOf(field, type, parts);
  }
}

function addKey(input: GraphQLInputObjectType): void {
  const rest = { defaultValue: undefined, deprecationReason: undefined, extensions: {}, astNode: undefined };
  input.getFields()[KEY_FIELD] = { name: KEY_FIELD, type: GraphQLID, description: KEY_DESCRIPTION, ...rest };
}

function keepAnswersOf(field: Field, type: PayloadClass, parts: KeyedParts): void {
  const resolve = field.resolve ?? defaultFieldResolver;
  const kept = new KeptFields(field);
  field.resolve = async (root, { input, ...others }: Args, context, info) => {
    const { [KEY_FIELD]: key, ...rest } = input;
    const carryOut = async () => (await resolve(root, { ...others, input: rest }, context, info)) as Payload;
    // What a dry run would make is not made.
    if (typeof key !== "string" || context.caller.kind === "anonymous" || rest["dryRun"] === true) return carryOut();
    const work = async () => {
      const made = await carryOut();
      if (made.userErrors.length > 0) throw new Refused(made);
      return made;
    };
    const call = await callOf(field.name, key, rest, context, parts.company);
    return payload(type, async () => {
      const answer = await parts.keys
        .once(call, work, (made) => kept.store(made))
        .catch((error: unknown) => {
          // The transaction is taken back, and the refusal is the answer.
          if (error instanceof Refused) return { made: error.answer };
          throw localizeError(error, localeOf(actorOf(context)));
        });
      return "made" in answer ? answer.made : kept.show(answer.kept as StoredAnswer, context, parts);
    });
  };
}

/** Takes back what a refused mutation may have begun. */
class Refused extends Error {
  constructor(readonly answer: Payload) {
    super("A refused mutation");
  }
}

async function callOf(
  mutation: string,
  key: string,
  input: Readonly<Record<string, unknown>>,
  context: GraphQLContext,
  find: CompanyFinder,
): Promise<KeyedCall> {
  const { caller } = context;
  const who = caller.kind === "person" ? ["person", caller.subject] : ["service", (caller as { keyId: string }).keyId];
  const reference = input["company"];
  if (typeof reference !== "string") return { caller: who, company: "", mutation, key, input };
  const found = (await find(context, reference)) as { readonly id: string } | null;
  const company = found?.id ?? reference;
  return { caller: who, company, mutation, key, input: { ...input, company } };
}

type StoredValue = { readonly id: string | null } | { readonly ids: readonly string[] } | { readonly value: unknown };
type StoredAnswer = Readonly<Record<string, StoredValue>>;

/** What of a payload is kept: ids of nodes, which are read afresh as the caller may see them, and plain values. */
class KeptFields {
  private readonly nodes: readonly string[];
  private readonly values: readonly string[];

  constructor(field: Field) {
    const payloadType = getNamedType(field.type) as GraphQLObjectType;
    const own = Object.values(payloadType.getFields()).filter(
      ({ name }) => name !== "userErrors" && name !== "decision",
    );
    const kept = own.filter(({ extensions }) => extensions["notKept"] !== true);
    this.nodes = kept.filter(({ type }) => isNode(getNamedType(type))).map(({ name }) => name);
    this.values = kept.filter(({ type }) => !isObjectType(getNamedType(type))).map(({ name }) => name);
    if (this.nodes.length + this.values.length < kept.length)
      throw new Error(`${field.name} takes an idempotency key and answers with what has no id.`);
  }

  store(made: Payload): StoredAnswer {
    const stored: Record<string, StoredValue> = {};
    for (const name of this.values) stored[name] = { value: made[name] ?? null };
    for (const name of this.nodes) {
      const node = made[name] as Identified | readonly Identified[] | null | undefined;
      stored[name] = Array.isArray(node)
        ? { ids: (node as readonly Identified[]).map(({ id }) => id) }
        : { id: (node as Identified | null | undefined)?.id ?? null };
    }
    return stored;
  }

  async show(stored: StoredAnswer, context: GraphQLContext, { node }: KeyedParts): Promise<object> {
    const shown: Record<string, unknown> = {};
    for (const [name, kept] of Object.entries(stored)) {
      if ("value" in kept) shown[name] = kept.value;
      else if ("id" in kept) shown[name] = kept.id === null ? null : await node(context, kept.id);
      else {
        const found = [];
        for (const id of kept.ids) found.push(await node(context, id));
        shown[name] = found.filter((one) => one !== null);
      }
    }
    return shown;
  }
}

interface Identified {
  readonly id: string;
}

function isNode(type: unknown): boolean {
  return isObjectType(type) && type.getInterfaces().some(({ name }) => name === "Node");
}
