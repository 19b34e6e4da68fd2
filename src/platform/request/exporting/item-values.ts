/** The code by which the ledger's list has it: with the codes above it. */
export function costCodeOf(code: { readonly full_code: string | null; readonly code: string | null }): string | null {
  return code.full_code ?? code.code;
}

/** "250.0" and "250" are the same amount: zeros that say nothing are left out. */
export function amountText(value: string | null): string | null {
  if (value === null) return null;
  return /^-?\d+\.\d+$/.test(value) ? value.replace(/0+$/, "").replace(/\.$/, "") : value;
}

const STATUSES: Readonly<Record<string, string>> = {
  draft: "draft",
  approved: "approved",
  "approved as noted": "approved_as_noted",
  "pending owner approval": "pending_owner_approval",
  rejected: "rejected",
  revise_and_resubmit: "rejected",
};

/** The platform's statuses are longer lists; what our forms do not know is still pending. */
export function statusOf(status: string | null): string {
  const word = (status ?? "").trim().toLowerCase().replace(/[_-]+/g, " ");
  return STATUSES[word] ?? "pending";
}

/** The position of each line where they tell lines apart, else the platform's id. */
export function lineNumbers(
  lines: readonly { readonly id: string; readonly position?: number | null | undefined }[],
): string[] {
  const positions = lines.map(({ position }) => position ?? null);
  const distinct = !positions.includes(null) && new Set(positions).size === positions.length;
  return lines.map(({ id, position }) => (distinct ? String(position) : id));
}

interface BilledAmounts {
  readonly amount: string | null;
  readonly retainage_this_period: string | null;
  readonly released_work_completed_this_period: string | null;
}

/** What has to be paid now: the work of the period without what is held back of it, and with what is released. */
export function netAmount({
  amount,
  retainage_this_period: held,
  released_work_completed_this_period: released,
}: BilledAmounts): string | null {
  const parts = [amount, held ?? "0", released ?? "0"].map(scaled);
  const [gross, back, freed] = parts;
  // What is no decimal stays as it came: the form says so.
  if (gross == null || back == null || freed == null) return amountText(amount);
  return decimalOf(gross - back + freed);
}

const DIGITS = 6;

/** In millionths, exactly. */
function scaled(value: string | null): bigint | null {
  const parts = /^(-?)(\d{1,15})(?:\.(\d{1,6}))?0*$/.exec(value ?? "");
  return parts ? BigInt(`${parts[1]}${parts[2]}${(parts[3] ?? "").padEnd(DIGITS, "0")}`) : null;
}

function decimalOf(value: bigint): string | null {
  const text = String(value < 0n ? -value : value).padStart(DIGITS + 1, "0");
  return amountText(`${value < 0n ? "-" : ""}${text.slice(0, -DIGITS)}.${text.slice(-DIGITS)}`);
}
