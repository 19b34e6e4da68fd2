import type { AskedAbout } from "../app/asking";
import { useCompany } from "../app/company";
import { ConsoleLink } from "../app/console-link";
import { useWords } from "../app/words";
import type { WhyFragment } from "../generated/operations";
import { AskForIt } from "./ask-for-it";
import { Icon } from "./icon";

interface WhyNotProps {
  /** What is not allowed. */
  readonly title: string;
  readonly why: WhyFragment;
  /** Where it is the viewer who is refused, and may ask for the right: what it was about. */
  readonly about?: AskedAbout;
}

/** The gates that are shut, what would open each and who can; the others below, in the order of judgement. */
export function WhyNot({ title, why, about }: WhyNotProps) {
  const { t } = useWords();
  const shut = why.gates.filter(({ passed }) => !passed);
  return (
    <div className="why">
      <h3>
        <Icon name="no" />
        {t("why.title", { action: title })}
      </h3>
      {shut.length === 0 && <p>{why.message}</p>}
      <ul className="gates">
        {shut.map((gate) => (
          <li key={gate.code}>
            <p>{gate.message}</p>
            {gate.remedy && (
              <p className="remedy">
                <strong>{t("why.remedy")}</strong> {gate.remedy.message}
                <Who who={gate.remedy.who} people={gate.remedy.people} />
              </p>
            )}
          </li>
        ))}
      </ul>
      {about && <AskForIt why={why} about={about} />}
      {about && <AsOf why={why} about={about} />}
      <AllGates why={why} />
    </div>
  );
}

interface WhoProps {
  readonly who: string;
  readonly people: readonly { readonly name: string; readonly email: string }[];
}

function Who({ who, people }: WhoProps) {
  const { t } = useWords();
  return (
    <span className="who">
      {t("why.who", { who })}
      {people.length > 0 && (
        <>
          {" "}
          {people.map(({ name, email }, index) => (
            <span key={email}>
              {index > 0 && ", "}
              <a href={`mailto:${email}`}>{name}</a>
            </span>
          ))}
        </>
      )}
    </span>
  );
}

/** The same question, to be asked as of another day, or with a right that is not there. */
function AsOf({ why, about }: { readonly why: WhyFragment; readonly about: AskedAbout }) {
  const { t } = useWords();
  const company = useCompany();
  if (!why.feature) return null;
  const question = { action: why.action, feature: why.feature, record: about.number };
  return (
    <ConsoleLink className="small" to={`/explain/${company}`} search={question}>
      {t("why.asOf")}
    </ConsoleLink>
  );
}

/** Everything that was looked at. */
export function AllGates({ why }: { readonly why: WhyFragment }) {
  const { t } = useWords();
  return (
    <details className="all-gates">
      <summary>{t("why.all", { count: why.gates.length })}</summary>
      <GateList gates={why.gates} />
    </details>
  );
}

/** Each gate in the order of judgement. */
export function GateList({ gates }: Pick<WhyFragment, "gates">) {
  const { t } = useWords();
  return (
    <ol>
      {gates.map((gate) => (
        <li key={gate.code} className={gate.passed ? "passed" : "missed"}>
          <Icon name={gate.passed ? "yes" : "no"} />
          <span>
            <span className="hidden">{t(gate.passed ? "why.passed" : "why.missed")} </span>
            {gate.message} <code className="muted small">{gate.code}</code>
          </span>
        </li>
      ))}
    </ol>
  );
}
