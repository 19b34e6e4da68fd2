/** Characters of one line of the log. */
export const MAX_LINE_LENGTH = 16_384;
const MAX_FIELDS = 40;
const MAX_FIELD_LENGTH = 250;
const MAX_MESSAGE_LENGTH = 1_000;
const MAX_STACK_LENGTH = 4_000;
/** Causes of causes that are told. */
const MAX_CAUSES = 3;

/** What a log line tells of an error. */
export interface LoggedError {
  readonly type: string;
  readonly message: string;
  readonly code?: string;
  readonly stack?: string;
  readonly cause?: LoggedError;
}

/**
 * Of an error its kind, message, code, stack and causes, each bounded. Nothing else that hangs on it: a failed statement
 * carries its SQL and what it was given, a failed request its headers.
 */
export function loggedError(error: unknown, causes = MAX_CAUSES): LoggedError {
  if (!(error instanceof Error)) return { type: typeof error, message: cut(String(error), MAX_MESSAGE_LENGTH) };
  const { message, stack, cause } = error;
  const code = (error as { code?: unknown }).code ?? (error as { driverError?: { code?: unknown } }).driverError?.code;
  return {
    type: error.constructor.name,
    message: cut(message, MAX_MESSAGE_LENGTH),
    ...(typeof code === "string" ? { code: cut(code, 100) } : {}),
    ...(stack === undefined ? {} : { stack: cut(stackOf(stack, message), MAX_STACK_LENGTH) }),
    ...(cause instanceof Error && causes > 0 ? { cause: loggedError(cause, causes - 1) } : {}),
  };
}

/** A stack begins with the message, however long that is. */
function stackOf(stack: string, message: string): string {
  return message.length > MAX_MESSAGE_LENGTH ? stack.replace(message, () => cut(message, MAX_MESSAGE_LENGTH)) : stack;
}

/** The JSON line as it is, or where it is too long, still JSON: each field by its beginning, and `length` as it was. */
export function boundedLine(line: string): string {
  if (line.length <= MAX_LINE_LENGTH) return line;
  const fields = Object.entries(JSON.parse(line) as Record<string, unknown>).slice(0, MAX_FIELDS);
  const short = fields.map(([name, value]) => [cut(name, 50), name === "err" ? value : shortened(value)] as const);
  const whole = JSON.stringify({ ...Object.fromEntries(short), length: line.length });
  if (whole.length <= MAX_LINE_LENGTH) return `${whole}\n`;
  const plain = short.map(([name, value]) => [name, shortened(value)] as const);
  return `${JSON.stringify({ ...Object.fromEntries(plain), length: line.length })}\n`;
}

function shortened(value: unknown): unknown {
  if (typeof value === "number" || typeof value === "boolean" || value === null) return value;
  return cut(typeof value === "string" ? value : (JSON.stringify(value) ?? ""), MAX_FIELD_LENGTH);
}

function cut(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most)}... (${text.length})`;
}
