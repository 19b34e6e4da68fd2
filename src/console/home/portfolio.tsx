import { ConsoleLink } from "../app/console-link";
import { useFresh } from "../app/fresh";
import { useWords } from "../app/words";
import { PortfolioDocument, type PortfolioQuery } from "../generated/operations";
import { Badge } from "../ui/badge";
import { Failed, Loading } from "../ui/states";

type Entry = NonNullable<PortfolioQuery["portfolio"]>[number];
const AT_REST_MS = 30_000;

/** The companies that the viewer looks after for the vendor, in the server's order: those that need them first. */
export function Portfolio() {
  const { data, error, retry } = useFresh(PortfolioDocument, {}, { everyMs: AT_REST_MS });
  if (error && !data?.portfolio) return <Failed error={error} retry={retry} />;
  if (!data?.portfolio) return <Loading />;
  return (
    <ul className="cards wide">
      {data.portfolio.map((entry) => (
        <OneCompany key={entry.id} entry={entry} />
      ))}
    </ul>
  );
}

function OneCompany({ entry }: { readonly entry: Entry }) {
  const { t, code, day } = useWords();
  const { company, implementation } = entry;
  return (
    <li className="card">
      <div className="notice-head">
        <h2>{company.name}</h2>
        {implementation && <Badge tone="busy">{code("phase", implementation.phase)}</Badge>}
      </div>
      {implementation?.ball && (
        <p>
          {t("setUp.ball", {
            side: code("portfolioSide", implementation.ball.side),
            day: day(implementation.ball.since),
          })}
        </p>
      )}
      {implementation?.nextDate && (
        <p className="muted">
          {code("nextDate", implementation.nextDate.what)}: {day(implementation.nextDate.day)}{" "}
          {t("setUp.days", { days: implementation.nextDate.days })}
        </p>
      )}
      {implementation && (
        <p>
          {t("home.late", { count: implementation.late.length })}{" "}
          {t("home.questions", { count: implementation.openQuestions })}
        </p>
      )}
      <Doors company={company} />
    </li>
  );
}

/** Named after the company as well, for who hears a list of links. */
function Doors({ company }: Pick<Entry, "company">) {
  const { t } = useWords();
  return (
    <div className="actions">
      <ConsoleLink className="button" to={`/set-up/${company.slug}`}>
        {t("menu.setUp")}
        <span className="hidden"> {company.name}</span>
      </ConsoleLink>
      <ConsoleLink className="button" to={`/erp-integrations/${company.slug}`}>
        {t("menu.tool")}
        <span className="hidden"> {company.name}</span>
      </ConsoleLink>
    </div>
  );
}
