import { isId } from "../../kernel/ids";
import { normalText } from "../../kernel/text";

/** What a reference to a project looks up: an id in any case, or else a code in its normal form. */
export function projectNamed(reference: string): { readonly id: string } | { readonly code: string } {
  const code = normalText("code", reference);
  return isId(code) ? { id: code.toLowerCase() } : { code };
}
