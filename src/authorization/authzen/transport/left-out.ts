const PARTS = ["subject", "action", "resource", "page", "options"] as const;

type Json = Record<string, unknown>;

/**
 * Takes null for left out wherever a key may be left out, in the body as it was read: in the request, in its entities, and
 * in the entries of a batch. What `properties` and `context` hold is for who asks: there null says something.
 */
export function dropNulls(body: unknown): void {
  if (!isObject(body)) return;
  dropIn(body);
  const { evaluations } = body;
  if (Array.isArray(evaluations)) for (const entry of evaluations) if (isObject(entry)) dropIn(entry);
}

function dropIn(request: Json): void {
  dropOwn(request);
  for (const name of PARTS) {
    const part = request[name];
    if (isObject(part)) dropOwn(part);
  }
}

function dropOwn(object: Json): void {
  for (const name of Object.keys(object)) if (object[name] === null) delete object[name];
}

function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
