import { Outlet, useLocation, useNavigate } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { useMutation } from "urql";
import { SetLanguageDocument } from "../generated/operations";
import { NotFound } from "../ui/states";
import { useCompany } from "../app/company";
import { useCompanies, useViewer } from "../app/viewer";
import { LanguageChoice } from "./language-choice";
import { useLive } from "../app/live";
import { Rules, useMay } from "../app/rules";
import { signOut } from "../app/session";
import { Initials } from "./sign-in";
import { useWords, type Word } from "../app/words";
import { ConsoleLink } from "../app/console-link";

export function Shell() {
  const { t } = useWords();
  const main = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  useEffect(() => {
    // Who navigates by keyboard or hears the page is where the new screen begins.
    if (document.activeElement !== document.body) main.current?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }, [pathname]);
  return (
    <>
      <a className="skip" href="#main">
        {t("shell.skip")}
      </a>
      <Header />
      <main id="main" ref={main} tabIndex={-1}>
        <Outlet />
      </main>
    </>
  );
}

function Header() {
  const viewer = useViewer();
  const { t } = useWords();
  const [, setLanguage] = useMutation(SetLanguageDocument);
  const name = viewer.name ?? viewer.email ?? "";
  return (
    <header className="bar">
      <ConsoleLink className="brand" to="/">
        <span className="mark" aria-hidden="true" />
        Ledgergate
      </ConsoleLink>
      <CompanyChoice />
      <div className="bar-end">
        <LanguageChoice chosen={(language) => void setLanguage({ locale: language === "fr" ? "FR" : "EN" })} />
        <details className="account">
          <summary>
            <Initials name={name} />
            <span className="account-name">{name}</span>
          </summary>
          <div className="account-menu">
            <span className="muted small">{viewer.email}</span>
            <a href="/graphiql">GraphiQL</a>
            <button type="button" className="button" onClick={() => void signOut()}>
              {t("shell.signOut")}
            </button>
          </div>
        </details>
      </div>
    </header>
  );
}

/** Shown where there is a choice. */
function CompanyChoice() {
  const companies = useCompanies();
  const company = useCompany();
  const navigate = useNavigate();
  const { t } = useWords();
  if (companies.length === 0) return null;
  const [only] = companies;
  if (companies.length === 1 && only) return <span className="company-name">{only.name}</span>;
  const here = companies.find(({ id, slug }) => id === company || slug === company);
  return (
    <select
      className="company-name"
      aria-label={t("shell.company")}
      value={here?.slug ?? ""}
      onChange={({ target }) => void navigate({ to: target.value ? `/erp-integrations/${target.value}` : "/" })}
    >
      <option value="">{t("shell.allCompanies")}</option>
      {companies.map(({ id, slug, name }) => (
        <option key={id} value={slug}>
          {name}
        </option>
      ))}
    </select>
  );
}

/** A company of the viewer's; any other is as if it did not exist. */
export function CompanyShell() {
  const company = useCompany();
  const known = useCompanies().some(({ id, slug }) => id === company || slug === company);
  if (!known) return <NotFound />;
  return (
    <Rules key={company} company={company}>
      <CompanyMenu company={company} />
      <div className="page">
        <Outlet />
      </div>
    </Rules>
  );
}

function CompanyMenu({ company }: { readonly company: string }) {
  const { t } = useWords();
  const may = useMay();
  const lost = useLive(company);
  const places: readonly (readonly [string, Word, boolean])[] = [
    ["/erp-integrations", "menu.tool", true],
    ["/deliveries", "menu.deliveries", true],
    ["/people", "menu.people", may("REVIEW", "company")],
    ["/requests", "menu.requests", true],
    ["/set-up", "menu.setUp", true],
  ];
  return (
    <nav className="menu" aria-label={t("menu.label")}>
      {places.map(
        ([path, word, offered]) =>
          offered && (
            <ConsoleLink key={path} to={`${path}/${company}`}>
              {t(word)}
            </ConsoleLink>
          ),
      )}
      <span className="small muted" role="status">
        {lost && t("live.lost")}
      </span>
    </nav>
  );
}
