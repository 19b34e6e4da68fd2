import {
  getNullableType,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  isEnumType,
  isInputObjectType,
  isScalarType,
} from "graphql";
import {
  boundOfInput,
  type InputBound,
  itemOf,
  MAX_LIST_ITEMS,
  MAX_TEXT_LENGTHS,
} from "../../infra/graphql/input-bounds";

/** An input holds more than it may. */
export class InputOverBound extends Error {
  constructor(
    readonly limit: "list" | "text",
    readonly maximum: number,
  ) {
    super(`An input holds more than ${maximum}.`);
  }

  /** Where it is: names of fields and numbers of items, from outside. */
  readonly path: string[] = [];

  within(outer: string): this {
    this.path.unshift(outer);
    return this;
  }
}

/** Throws `InputOverBound`; answers how many items its lists hold. Values of a wrong type are left to the engine. */
export type InputCheck = (value: unknown) => number;

/** Scalars that cannot be long. */
const SHORT = new Set(["Int", "Float", "Boolean"]);

/** Makes the checks of a schema's inputs, one for each type and bound. */
export class InputChecks {
  private readonly objects = new Map<string, InputCheck | null>();
  private readonly making = new Set<string>();

  /**
   * Null: nothing of this type can be long. Throws an Error for a type whose bound is not known, and for one that contains
   * itself, since then nothing would bound its depth.
   */
  of(type: GraphQLInputType, bound: InputBound = {}): InputCheck | null {
    const item = itemOf(type);
    if (item) return checkList(bound.maxItems ?? MAX_LIST_ITEMS, this.of(item, bound));
    const named = getNullableType(type);
    if (isInputObjectType(named)) return this.ofObject(named);
    if (isEnumType(named) || (isScalarType(named) && SHORT.has(named.name))) return null;
    const maximum = bound.maxLength ?? (isScalarType(named) ? MAX_TEXT_LENGTHS[named.name] : undefined);
    if (maximum === undefined)
      throw new Error(`An input of type ${String(named)} has no bound: see infra/graphql/input-bounds.`);
    return checkText(maximum);
  }

  private ofObject(type: GraphQLInputObjectType): InputCheck | null {
    const known = this.objects.get(type.name);
    if (known !== undefined) return known;
    if (this.making.has(type.name))
      throw new Error(`The input ${type.name} contains itself: nothing bounds its depth.`);
    this.making.add(type.name);
    const fields: [string, InputCheck][] = [];
    for (const field of Object.values(type.getFields())) {
      const check = this.of(field.type, boundOfInput(field));
      if (check) fields.push([field.name, check]);
    }
    this.making.delete(type.name);
    const check = fields.length === 0 ? null : checkObject(fields);
    this.objects.set(type.name, check);
    return check;
  }
}

function checkText(maximum: number): InputCheck {
  return (value) => {
    if (typeof value === "string" && value.length > maximum) throw new InputOverBound("text", maximum);
    return 0;
  };
}

function checkList(maximum: number, item: InputCheck | null): InputCheck {
  return (value) => {
    // One value stands for a list of one.
    if (!Array.isArray(value)) return item?.(value) ?? 0;
    if (value.length > maximum) throw new InputOverBound("list", maximum);
    let items = value.length;
    if (item) for (let index = 0; index < value.length; index += 1) items += checkAt(item, value[index], index);
    return items;
  };
}

function checkObject(fields: readonly (readonly [string, InputCheck])[]): InputCheck {
  return (value) => {
    if (typeof value !== "object" || value === null) return 0;
    let items = 0;
    for (const [name, check] of fields) {
      const given = (value as Record<string, unknown>)[name];
      if (given !== undefined && given !== null) items += checkAt(check, given, name);
    }
    return items;
  };
}

/** The path is put together only where something is over its bound. */
export function checkAt(check: InputCheck, value: unknown, place: string | number): number {
  try {
    return check(value);
  } catch (error) {
    throw error instanceof InputOverBound ? error.within(`${place}`) : error;
  }
}
