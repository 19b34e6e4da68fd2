import { useState } from "react";
import { useWords } from "../app/words";
import { useActing } from "./acting";
import { RejectDialog } from "./reject-dialog";
import type { Choice } from "./use-choice";

/** What may be done with the chosen rows; each counts for itself, and what may not be done is left out and said so. */
export function BulkBar({ choice }: { readonly choice: Choice }) {
  const { t } = useWords();
  const { send, reject, busy } = useActing();
  const [rejecting, setRejecting] = useState(false);
  const { rows, changed, clear } = choice;
  if (rows.length === 0) return null;
  const sendable = rows.filter((row) => row.send.allowed);
  const rejectable = rows.filter((row) => row.reject.allowed);
  const numbers = { chosen: rows.length, may: sendable.length };
  return (
    <div className="bulk" role="region" aria-label={t("bulk.label")}>
      <span>{t("bulk.chosen", numbers)}</span>
      <span role="status">{changed.size > 0 && t("bulk.changed", { count: changed.size })}</span>
      <div className="bulk-actions">
        <Act
          name={t("bulk.send", { count: sendable.length })}
          main
          off={sendable.length === 0 || busy}
          press={() => void send(sendable).then(clear)}
        />
        <Act
          name={t("bulk.reject", { count: rejectable.length })}
          off={rejectable.length === 0 || busy}
          press={() => setRejecting(true)}
        />
        <button type="button" className="button plain" onClick={clear}>
          {t("bulk.clear")}
        </button>
      </div>
      {rejecting && (
        <RejectDialog
          rows={rejectable}
          close={() => setRejecting(false)}
          reject={(reason) => void reject(rejectable, reason).then(clear)}
        />
      )}
    </div>
  );
}

interface ActProps {
  readonly name: string;
  readonly main?: boolean;
  readonly off: boolean;
  readonly press: () => void;
}

function Act({ name, main = false, off, press }: ActProps) {
  return (
    <button type="button" className={`button ${main ? "primary" : ""}`} disabled={off} onClick={press}>
      {name}
    </button>
  );
}
