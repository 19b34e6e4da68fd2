import { useCompany } from "../app/company";
import { ConsoleLink } from "../app/console-link";
import { useFresh } from "../app/fresh";
import { useChange } from "../app/use-change";
import { useWords } from "../app/words";
import {
  DeliveriesDocument,
  ResumeLaneDocument,
  type DeliveriesQuery,
  type DeliveryListFragment,
} from "../generated/operations";
import { Badge, deliveryTone } from "../ui/badge";
import { FaultText } from "../ui/fault-text";
import { Empty, Failed, Loading } from "../ui/states";
import { WhyNot } from "../ui/why-not";

const WATCH_MS = 3_000;
type Integration = NonNullable<NonNullable<DeliveriesQuery["company"]>["erpIntegration"]>;
type Lane = Integration["lanes"][number];

/** What is on its way and what stands still: month-end is watched here. */
export function DeliveriesScreen() {
  const company = useCompany();
  const { t } = useWords();
  const { data, error, retry } = useFresh(DeliveriesDocument, { company }, { everyMs: WATCH_MS });
  const integration = data?.company?.erpIntegration;
  if (error && !integration) return <Failed error={error} retry={retry} />;
  if (!integration) return <Loading />;
  const paused = integration.lanes.some(({ pausedUntil }) => pausedUntil !== null);
  return (
    <>
      <h1>{t("deliveries.title")}</h1>
      <div className="cards wide">
        {integration.lanes.map((lane) => (
          <OneLane key={lane.id} lane={lane} may={data.configure?.allowed ?? false} />
        ))}
        <Limits limits={integration.limits} />
      </div>
      {paused && data.configure?.allowed === false && <WhyNot title={t("deliveries.resume")} why={data.configure} />}
      <DeliveryTable title={t("deliveries.dead")} none={t("deliveries.noDead")} list={integration.dead} />
      <DeliveryTable title={t("deliveries.underWay")} none={t("deliveries.noUnderWay")} list={integration.underWay} />
    </>
  );
}

/** The queue of one connection; paused, it says why and until when. */
function OneLane({ lane, may }: { readonly lane: Lane; readonly may: boolean }) {
  const { t, moment } = useWords();
  const company = useCompany();
  const { change, problem } = useChange(ResumeLaneDocument, (data) => data.resumeDeliveryLane);
  const press = () => change({ company, lane: lane.id });
  return (
    <section className="card">
      <div className="notice-head">
        <h2>{t("deliveries.lane")}</h2>
        <Badge tone={lane.pausedUntil ? "warn" : "good"}>
          {t(lane.pausedUntil ? "deliveries.paused" : "deliveries.open")}
        </Badge>
      </div>
      <p>{t("deliveries.counts", { underWay: lane.underWay, dead: lane.deadLetters })}</p>
      {lane.pausedUntil && <p>{t("deliveries.until", { at: moment(lane.pausedUntil) })}</p>}
      {lane.fault && <FaultText fault={lane.fault} />}
      {lane.pausedUntil && may && (
        <button type="button" className="button" onClick={() => void press()}>
          {t("deliveries.resume")}
        </button>
      )}
      {problem && <p role="alert">{problem}</p>}
    </section>
  );
}

/** How much of what the ERP takes is used, told by numbers beside the gauge. */
function Limits({ limits }: { readonly limits: Integration["limits"] }) {
  const { t, code } = useWords();
  if (limits.length === 0) return null;
  return (
    <section className="card">
      <h2>{t("deliveries.limits")}</h2>
      {limits.map(({ feature, used, most, hard }) => (
        <label key={feature} className="gauge">
          <span>
            {code("feature", feature)}{" "}
            <span className="muted small">{t(hard ? "deliveries.hard" : "deliveries.soft", { used, most })}</span>
          </span>
          <meter min={0} max={most} value={used} />
        </label>
      ))}
    </section>
  );
}

interface DeliveryTableProps {
  readonly title: string;
  readonly none: string;
  readonly list: DeliveryListFragment;
}

function DeliveryTable({ title, none, list }: DeliveryTableProps) {
  const { t, code, moment } = useWords();
  const company = useCompany();
  return (
    <section className="card">
      <h2>
        {title} <span className="count">{list.totalCount}</span>
      </h2>
      {list.edges.length === 0 && <Empty>{none}</Empty>}
      <ul className="items">
        {list.edges.map(({ node }) => (
          <li key={node.id}>
            <Badge tone={deliveryTone(node.state)}>{code("deliveryState", node.state)}</Badge>
            <div className="item-text">
              <span>
                {code("feature", node.feature)} · {t("delivery.attempts", { count: node.attempts })}
                {node.nextAttemptAt && ` ${t("delivery.next", { at: moment(node.nextAttemptAt) })}`}
              </span>
              {node.waits.map((wait) => (
                <span key={wait.reason} className="small muted">
                  {wait.message}
                </span>
              ))}
              {node.fault && <FaultText fault={node.fault} text={node.text} />}
            </div>
            <ConsoleLink to={`/erp-integrations/${company}`} search={{ record: node.recordId }}>
              {t("deliveries.record")}
            </ConsoleLink>
          </li>
        ))}
      </ul>
    </section>
  );
}
