import { Outlet } from "@tanstack/react-router";
import { useCompany } from "../app/company";
import { ConsoleLink } from "../app/console-link";
import { useMay } from "../app/rules";
import { useTexts, useWords, type Word } from "../app/words";
import { Loading } from "../ui/states";

/** Who may what, and how that comes about: its screens, each offered to whom the policy lets in. */
export function AccessArea() {
  const there = useTexts("access");
  if (!there) return <Loading />;
  return (
    <>
      <AccessMenu />
      <Outlet />
    </>
  );
}

function AccessMenu() {
  const { t } = useWords();
  const company = useCompany();
  const may = useMay();
  const review = may("REVIEW", "company");
  const places: readonly (readonly [string, Word, boolean])[] = [
    ["/people", "access.people", review],
    ["/requests", "access.requests", true],
    ["/explain", "access.explain", true],
    ["/reviews", "access.reviews", review],
    ["/decisions", "access.log", review],
    ["/audit-trail", "access.trail", review],
    ["/keys", "access.keys", may("ADMINISTER", "company")],
  ];
  const offered = places.filter(([, , mayEnter]) => mayEnter);
  if (offered.length < 2) return null;
  return (
    <nav className="tabs" aria-label={t("access.menu")}>
      {offered.map(([path, word]) => (
        <ConsoleLink key={path} className="tab" to={`${path}/${company}`}>
          {t(word)}
        </ConsoleLink>
      ))}
    </nav>
  );
}
