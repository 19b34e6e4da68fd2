/** What an edit changes: the fields that differ, as they were and as they become. */
export interface Differences<T> {
  readonly before: Partial<T>;
  readonly after: Partial<T>;
}

/** The fields of `wanted` that differ from `current`; null where none does. Undefined leaves a field as it is. */
export function differences<T extends object>(current: T, wanted: Partial<T>): Differences<T> | null {
  const fields = (Object.keys(wanted) as (keyof T)[]).filter(
    (field) => wanted[field] !== undefined && wanted[field] !== current[field],
  );
  if (fields.length === 0) return null;
  const pick = (from: Partial<T>) => Object.fromEntries(fields.map((field) => [field, from[field]])) as Partial<T>;
  return { before: pick(current), after: pick(wanted) };
}
