import { Navigate } from "@tanstack/react-router";
import { useCompanies } from "../app/viewer";
import { ConsoleLink } from "../app/console-link";
import { useWords } from "../app/words";
import { Empty } from "../ui/states";

/** With one company straight to its tool; with several, the choice. */
export function HomeScreen() {
  const { t } = useWords();
  const companies = useCompanies();
  const [only] = companies;
  if (companies.length === 1 && only) return <Navigate to={`/erp-integrations/${only.slug}`} replace />;
  if (companies.length === 0) return <Empty>{t("home.nothing")}</Empty>;
  return (
    <div className="page">
      <h1>{t("home.title")}</h1>
      <ul className="cards">
        {companies.map(({ id, slug, name }) => (
          <li key={id} className="card">
            <h2>{name}</h2>
            <ConsoleLink to={`/erp-integrations/${slug}`}>{t("menu.tool")}</ConsoleLink>
            <ConsoleLink to={`/set-up/${slug}`}>{t("menu.setUp")}</ConsoleLink>
          </li>
        ))}
      </ul>
    </div>
  );
}
