import { useCompany } from "../app/company";
import { useChange } from "../app/use-change";
import { useWords } from "../app/words";
import { ConfirmSlotDocument, type CallDetailFragment, type WhyFragment } from "../generated/operations";
import { Badge } from "../ui/badge";
import { WhyNot } from "../ui/why-not";
import { Icon } from "../ui/icon";

interface CallsProps {
  readonly calls: readonly CallDetailFragment[];
  readonly confirm: WhyFragment | null;
}

/** The calls in the reader's own zone: times offered, agenda, notes and what came out of them. */
export function Calls({ calls, confirm }: CallsProps) {
  const { t } = useWords();
  return (
    <section className="stack">
      <h2>{t("calls.title")}</h2>
      {calls.length === 0 && <p className="muted">{t("calls.none")}</p>}
      <div className="cards wide">
        {calls.map((call) => (
          <OneCall key={call.id} call={call} confirm={confirm} />
        ))}
      </div>
    </section>
  );
}

function OneCall({ call, confirm }: { readonly call: CallDetailFragment; readonly confirm: WhyFragment | null }) {
  const { t, code, moment } = useWords();
  return (
    <article className="card">
      <div className="notice-head">
        <h3>{code("callKind", call.kind)}</h3>
        <Badge tone={call.state === "CLOSED" ? "good" : "busy"}>{code("callState", call.state)}</Badge>
      </div>
      {call.startsAt && (
        <p>
          <time dateTime={call.startsAt}>{moment(call.startsAt)}</time> · {t("calls.minutes", { count: call.minutes })}
        </p>
      )}
      <p className="small muted">{t("calls.host", { name: call.host.name })}</p>
      <Slots call={call} confirm={confirm} />
      <details>
        <summary>
          {t("calls.agenda", { ticked: call.agenda.filter(({ ticked }) => ticked).length, all: call.agenda.length })}
        </summary>
        <ul className="ticks">
          {call.agenda.map(({ goal, text, ticked }) => (
            <li key={goal}>
              <Icon name={ticked ? "yes" : "part"} />{" "}
              <span className="hidden">{t(ticked ? "calls.ticked" : "calls.open")} </span>
              {text}
            </li>
          ))}
        </ul>
      </details>
      {call.notes.map(({ id, text, writtenBy }) => (
        <p key={id}>
          <q>{text}</q> <span className="small muted">{writtenBy}</span>
        </p>
      ))}
      <FollowUps call={call} />
    </article>
  );
}

function FollowUps({ call }: { readonly call: CallDetailFragment }) {
  const { t, day } = useWords();
  if (call.followUps.length === 0) return null;
  return (
    <>
      <h4>{t("calls.followUps")}</h4>
      <ul className="bullets">
        {call.followUps.map(({ id, title, ownerName, dueOn, late }) => (
          <li key={id}>
            {title} <span className="small muted">{`${ownerName} · ${t("items.due", { day: day(dueOn) })}`}</span>
            {late && <Badge tone="bad">{t("items.late")}</Badge>}
          </li>
        ))}
      </ul>
    </>
  );
}

/** Times that are up: offered by the specialist, agreed to by the contact. */
function Slots({ call, confirm }: { readonly call: CallDetailFragment; readonly confirm: WhyFragment | null }) {
  const { t, code, moment } = useWords();
  const company = useCompany();
  const { change, problem } = useChange(ConfirmSlotDocument, (data) => data.confirmSlot);
  const up = call.slots.filter(({ state }) => state === "OFFERED" || state === "SUGGESTED");
  const press = (slot: string) => change({ company, kind: call.kind, slot });
  if (up.length === 0 || call.state !== "ARRANGING") return null;
  return (
    <>
      <ul className="slots">
        {up.map(({ id, startsAt, state, madeBy }) => (
          <li key={id}>
            <span>
              <time dateTime={startsAt}>{moment(startsAt)}</time>{" "}
              <span className="small muted">{`${code("slotState", state)} · ${madeBy}`}</span>
            </span>
            {confirm?.allowed && state === "OFFERED" && (
              <button type="button" className="button" onClick={() => void press(id)}>
                {t("calls.choose")}
              </button>
            )}
          </li>
        ))}
      </ul>
      {problem && <p role="alert">{problem}</p>}
      {confirm?.allowed === false && <WhyNot title={t("calls.choose")} why={confirm} />}
    </>
  );
}
