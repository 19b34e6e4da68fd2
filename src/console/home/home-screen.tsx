import { Navigate } from "@tanstack/react-router";
import { ConsoleLink } from "../app/console-link";
import { useCompanies, useViewer } from "../app/viewer";
import { useWords } from "../app/words";
import { Empty } from "../ui/states";
import { Portfolio } from "./portfolio";

/** With one company straight to its tool; with several, the choice; for the vendor's staff, who needs them first. */
export function HomeScreen() {
  const { t } = useWords();
  const companies = useCompanies();
  const { assignments } = useViewer();
  const [only] = companies;
  if (companies.length === 0) return <Empty>{t("home.nothing")}</Empty>;
  if (companies.length === 1 && only && assignments.length === 0)
    return <Navigate to={`/erp-integrations/${only.slug}`} replace />;
  return (
    <div className="page">
      <h1>{t("home.title")}</h1>
      {assignments.length > 0 ? (
        <Portfolio />
      ) : (
        <ul className="cards">
          {companies.map(({ id, slug, name }) => (
            <li key={id} className="card">
              <h2>{name}</h2>
              <ConsoleLink to={`/erp-integrations/${slug}`}>{t("menu.tool")}</ConsoleLink>
              <ConsoleLink to={`/set-up/${slug}`}>{t("menu.setUp")}</ConsoleLink>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
