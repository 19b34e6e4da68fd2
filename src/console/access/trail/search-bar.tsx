import { useState, type FormEvent, type ReactNode } from "react";
import { useWords } from "../../app/words";

interface SearchBarProps {
  readonly label: string;
  readonly children: ReactNode;
  readonly search: () => void;
}

/** Fields that are looked up together, when the button or Enter is pressed. */
export function SearchBar({ label, children, search }: SearchBarProps) {
  const { t } = useWords();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    search();
  };
  return (
    <form className="search-bar" role="search" aria-label={label} onSubmit={submit}>
      {children}
      <button type="submit" className="button">
        {t("trail.search")}
      </button>
    </form>
  );
}

interface PagingProps {
  readonly after: string | null;
  readonly page: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly go: (after: string | null) => void;
}

export function Paging({ after, page, go }: PagingProps) {
  const { t } = useWords();
  return (
    <div className="pages">
      {after && (
        <button type="button" className="button" onClick={() => go(null)}>
          {t("tool.firstPage")}
        </button>
      )}
      {page.hasNextPage && (
        <button type="button" className="button" onClick={() => go(page.endCursor)}>
          {t("tool.nextPage")}
        </button>
      )}
    </div>
  );
}

/** What is typed, and what was searched for last with the page of it. */
export function useSearch<Fields extends object>(empty: Fields) {
  const [typed, setTyped] = useState(empty);
  const [searched, setSearched] = useState<{ readonly fields: Fields; readonly after: string | null }>({
    fields: empty,
    after: null,
  });
  return {
    typed,
    ...searched,
    type: (fields: Partial<Fields>) => setTyped({ ...typed, ...fields }),
    search: () => setSearched({ fields: typed, after: null }),
    go: (after: string | null) => setSearched({ ...searched, after }),
  };
}
