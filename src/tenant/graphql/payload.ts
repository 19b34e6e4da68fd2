import { Field, ObjectType, type ClassType } from "type-graphql";
import { ERROR_CODES, Refusal } from "../../kernel/errors";
import { ITEM_FAULT_CODES } from "../../kernel/item-fault-codes";
import { Refusals } from "../../kernel/refusals";
import { StaleEdit } from "../../kernel/stale-edit";
import { inLanguageOfRequest } from "../../infra/http/request-scope";
import { PolicyRefusal } from "../../policy/ports";
import { DecisionType } from "./decision-type";
import { DECISION_CODES } from "../../policy/model/vocabulary";
import { enumOf } from "./enums";

/** Every code that a mutation can be refused with: of the input, of a state, of an item, or of the policy. */
export const USER_ERROR_CODES = [...new Set([...ERROR_CODES, ...ITEM_FAULT_CODES, ...DECISION_CODES])] as const;
export type UserErrorCode = (typeof USER_ERROR_CODES)[number];
const UserErrorCodeName = enumOf(USER_ERROR_CODES, "UserErrorCode", "Why a mutation was refused. Codes are API.");

@ObjectType({ description: "Why a mutation was refused, for a program (code) and for a person (message)." })
export class UserError {
  @Field(() => UserErrorCodeName)
  code!: UserErrorCode;

  @Field({ description: "The same for a person, in the reader's language." })
  message!: string;

  @Field(() => [String], { nullable: true, description: "Path of the input field at fault." })
  field!: readonly string[] | null;
}

/** What every mutation answers: its result, or the reasons why nothing was changed. */
@ObjectType()
export abstract class MutationPayload {
  @Field(() => [UserError], { description: "Empty when the mutation was carried out." })
  userErrors: UserError[] = [];

  @Field(() => DecisionType, { nullable: true, description: "The decision, when the policy refused." })
  decision: DecisionType | null = null;
}

/** What a payload shows of a row that is not what its editor saw. */
export type Shown<P> = (row: never) => Partial<P> | Promise<Partial<P>>;

/**
 * Runs a mutation and puts its result into a payload. A refusal that a person can act on becomes `userErrors`;
 * anything else is thrown on, to be masked. What is not as its editor saw it is answered as it is now. Being unauthenticated stays an error of the whole request.
 */
export async function payload<P extends MutationPayload>(
  type: ClassType<P>,
  work: () => Promise<Partial<P>>,
  current?: Shown<P>,
): Promise<P> {
  try {
    return Object.assign(new type(), await work());
  } catch (thrown) {
    const error = inLanguageOfRequest(thrown);
    if (error instanceof PolicyRefusal) return refused(type, error.decision.code, error.message, null, error);
    if (error instanceof StaleEdit && current && error.current !== null)
      return Object.assign(
        refused(type, error.code, error.message, error.field),
        await current(error.current as never),
      );
    if (error instanceof Refusals) return refusedFields(type, error);
    if (error instanceof Refusal && error.code !== "UNAUTHENTICATED" && error.code !== "CONFIGURATION")
      return refused(type, error.code, error.message, error.field);
    throw error;
  }
}

/** One error for each field at fault. */
function refusedFields<P extends MutationPayload>(type: ClassType<P>, { all }: Refusals): P {
  const answer = new type();
  answer.userErrors = all.map(({ code, message, field }) => userError(code, message, field));
  return answer;
}

function refused<P extends MutationPayload>(
  type: ClassType<P>,
  code: UserErrorCode,
  message: string,
  field: readonly string[] | null,
  cause?: PolicyRefusal,
): P {
  const answer = new type();
  answer.userErrors = [userError(code, message, field)];
  answer.decision = cause ? DecisionType.of(cause.decision) : null;
  return answer;
}

/** Every mutation has one argument, `input`: what is found out further in, as for a query, is named from there. */
function userError(code: UserErrorCode, message: string, field: readonly string[] | null): UserError {
  const path = field && field[0] !== "input" ? ["input", ...field] : field;
  return Object.assign(new UserError(), { code, message, field: path });
}
