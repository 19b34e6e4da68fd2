import { useWords } from "../app/words";
import type { RowFragment } from "../generated/operations";
import { ReasonDialog } from "../ui/reason-dialog";

interface RejectDialogProps {
  readonly rows: readonly RowFragment[];
  readonly close: () => void;
  readonly reject: (reason: string) => void;
}

/** Whoever submitted them reads the reason. */
export function RejectDialog({ rows, close, reject }: RejectDialogProps) {
  const { t } = useWords();
  return (
    <ReasonDialog
      title={t("reject.title", { count: rows.length })}
      lead={rows.map(({ number }) => number).join(", ")}
      label={t("reject.reason")}
      confirm={t("reject.confirm")}
      close={close}
      done={reject}
    />
  );
}
