import { useCompany } from "../app/company";
import { useFresh } from "../app/fresh";
import { useTexts, useWords } from "../app/words";
import { SetUpDocument, type ItemFragment, type PlanFragment, type SetUpQuery } from "../generated/operations";
import { Failed, Loading, NotFound } from "../ui/states";
import { Calls } from "./calls";
import { Items } from "./items";

const AT_REST_MS = 30_000;

/** The set-up as a plan: the phases, what each side still has to do, and the calls. */
export function SetUpScreen() {
  const company = useCompany();
  const { t } = useWords();
  const there = useTexts("setUp");
  const { data, error, fetching, retry } = useFresh(SetUpDocument, { company }, { everyMs: AT_REST_MS });
  if (error && !data?.company) return <Failed error={error} retry={retry} />;
  if (!data?.company) return fetching ? <Loading /> : <NotFound />;
  if (!there) return <Loading />;
  const { implementation, calls } = data.company;
  // Whom the policy keeps from it is told why.
  if (!implementation) return <Failed error={error} />;
  return (
    <>
      <h1>{t("setUp.title")}</h1>
      <Timeline plan={implementation} items={implementation.items} />
      <Now plan={implementation} missing={implementation.goLiveReadiness} />
      <Calls calls={(calls?.edges ?? []).map(({ node }) => node)} confirm={data.confirm} />
      <Items items={implementation.items} may={data} />
    </>
  );
}

const PHASES = ["PREPARATION", "IMPLEMENTATION", "GETTING_STARTED", "IN_USE"] as const;

/** The guide's phases in their order, with how much of each is settled. */
function Timeline({ plan, items }: { readonly plan: PlanFragment; readonly items: readonly ItemFragment[] }) {
  const { t, code, day } = useWords();
  const here = PHASES.findIndex((phase) => phase === plan.phase);
  return (
    <ol className="timeline" aria-label={t("setUp.phases")}>
      {PHASES.map((phase, index) => {
        const own = items.filter(({ stage }) => stage === phase);
        const settled = own.filter((item) => item.settled).length;
        return (
          <li
            key={phase}
            className={index < here ? "past" : index === here ? "here" : "later"}
            aria-current={index === here ? "step" : undefined}
          >
            <strong>{code("phase", phase)}</strong>
            {own.length > 0 && <span className="small">{t("setUp.settled", { settled, all: own.length })}</span>}
            {index === here && <span className="small muted">{t("setUp.since", { day: day(plan.enteredAt) })}</span>}
          </li>
        );
      })}
      {plan.phase === "SUSPENDED" && <li className="here">{code("phase", plan.phase)}</li>}
    </ol>
  );
}

type Missing = NonNullable<NonNullable<SetUpQuery["company"]>["implementation"]>["goLiveReadiness"];

/** Whose turn it is, what comes next, and what stands between the company and going live. */
function Now({ plan, missing }: { readonly plan: PlanFragment; readonly missing: Missing }) {
  const { t, code, day } = useWords();
  return (
    <section className="cards" aria-label={t("setUp.now")}>
      <div className="card">
        <h2>{t("setUp.turn")}</h2>
        <p>
          {plan.ball
            ? t("setUp.ball", { side: code("side", plan.ball.side), day: day(plan.ball.since) })
            : t("setUp.noBall")}
        </p>
        {plan.nextStep && <p>{t("setUp.nextStep", { title: plan.nextStep.title })}</p>}
      </div>
      {plan.nextDate && (
        <div className="card">
          <h2>{t("setUp.nextDate")}</h2>
          <p>
            {code("nextDate", plan.nextDate.what)}: {day(plan.nextDate.day)}{" "}
            <span className="muted">{t("setUp.days", { days: plan.nextDate.days })}</span>
          </p>
        </div>
      )}
      <div className="card">
        <h2>{plan.live ? t("setUp.live") : t("setUp.notLive", { count: missing.length })}</h2>
        {plan.liveAt && <p>{t("setUp.liveSince", { day: day(plan.liveAt) })}</p>}
        {plan.helpUntil && <p className="muted">{t("setUp.help", { day: day(plan.helpUntil) })}</p>}
        <ul className="bullets">
          {missing.map(({ id, title }) => (
            <li key={id}>{title}</li>
          ))}
        </ul>
      </div>
    </section>
  );
}
