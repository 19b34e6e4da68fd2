import { useWords } from "../app/words";
import type { RowFragment } from "../generated/operations";
import { Icon } from "../ui/icon";

/** Whether the viewer may send it, told before anything is pressed; where not, the reason. */
export function MaySend({ row }: { readonly row: RowFragment }) {
  const { t, code } = useWords();
  const { allowed, code: reason, message } = row.send;
  // What has been sent, or goes the other way, is nobody's to send: there is nothing to explain.
  if (reason === "RECORD_STATE" || reason === "FEATURE_NOT_SUPPORTED_BY_CONNECTOR")
    return <span className="muted">–</span>;
  if (allowed)
    return (
      <span className="verdict yes">
        <Icon name="yes" />
        {t("may.send")}
      </span>
    );
  return (
    <span className="verdict no" title={message}>
      <Icon name="no" />
      {code("gate", reason)}
    </span>
  );
}
