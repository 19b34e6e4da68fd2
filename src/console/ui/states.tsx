import type { ReactNode } from "react";
import type { CombinedError } from "urql";
import { useWords } from "../app/words";

/** Rows that keep their height, so that nothing jumps when the answer comes. */
export function Loading({ rows = 4 }: { readonly rows?: number }) {
  const { t } = useWords();
  return (
    <div className="loading" role="status" aria-label={t("loading")}>
      {Array.from({ length: rows }, (_, index) => (
        <span key={index} className="skeleton" />
      ))}
    </div>
  );
}

interface FailedProps {
  readonly error?: CombinedError | undefined;
  readonly retry?: () => void;
}

/** What went wrong, its code, and a way on. */
export function Failed({ error, retry }: FailedProps) {
  const { t } = useWords();
  const [first] = error?.graphQLErrors ?? [];
  const code = first?.extensions["code"];
  const message = first?.message ?? (navigator.onLine ? t("failed.server") : t("failed.offline"));
  return (
    <div className="notice bad" role="alert">
      <strong>{t("failed.title")}</strong>
      <p>{message}</p>
      {typeof code === "string" && <p className="small muted">{code}</p>}
      {retry && (
        <button type="button" className="button" onClick={retry}>
          {t("failed.retry")}
        </button>
      )}
    </div>
  );
}

/** Why something was not done; nothing where it was. */
export function Problem({ text }: { readonly text: string | null }) {
  if (text === null) return null;
  return (
    <p className="notice bad" role="alert">
      {text}
    </p>
  );
}

/** One sentence, and where to go from here. */
export function Empty({ children }: { readonly children: ReactNode }) {
  return <div className="empty">{children}</div>;
}

export function NotFound() {
  const { t } = useWords();
  return (
    <Empty>
      <h1>{t("notFound.title")}</h1>
      <p>{t("notFound.text")}</p>
      <a href="/">{t("notFound.home")}</a>
    </Empty>
  );
}
