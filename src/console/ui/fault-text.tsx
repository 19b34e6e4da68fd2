import { useWords } from "../app/words";
import type { FaultFragment } from "../generated/operations";

/** A fault as the catalogue of faults has it: cause, whose turn it is, what to do. */
export function FaultText({ fault, text }: { readonly fault: FaultFragment; readonly text?: string | null }) {
  const { t, code } = useWords();
  return (
    <div className="notice bad">
      <strong>{fault.cause}</strong>
      <p>{fault.fix}</p>
      <p className="small muted">
        {t("delivery.owner", { owner: code("faultOwner", fault.owner) })} {fault.code}
      </p>
      {text && (
        <details>
          <summary>{t("delivery.said")}</summary>
          <p className="small">{text}</p>
        </details>
      )}
    </div>
  );
}
