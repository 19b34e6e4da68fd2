import { useState } from "react";
import { useCompany } from "../../app/company";
import { useFresh } from "../../app/fresh";
import { useChange } from "../../app/use-change";
import { useWords } from "../../app/words";
import {
  RequestsDocument,
  WithdrawRequestDocument,
  type AskedFragment,
  type RequestsQuery,
} from "../../generated/access";
import { Empty, Failed, Loading, NotFound, Problem } from "../../ui/states";
import { DecideDialog } from "./decide-dialog";
import { RequestCard } from "./request-card";

type Company = NonNullable<RequestsQuery["company"]>;
type Waiting = NonNullable<Company["pending"]>["edges"][number]["node"];

const AT_REST_MS = 30_000;

/** Rights that were asked for: those that wait for somebody to decide, and one's own. */
export function RequestsScreen() {
  const company = useCompany();
  const { t } = useWords();
  const { data, error, fetching, retry } = useFresh(RequestsDocument, { company }, { everyMs: AT_REST_MS });
  if (error && !data?.company) return <Failed error={error} retry={retry} />;
  if (!data?.company) return fetching ? <Loading /> : <NotFound />;
  const { pending, agreed, mine } = data.company;
  const own = (mine?.edges ?? []).map(({ node }) => node);
  const isOwn = (id: string) => own.some((each) => each.id === id);
  const waiting = [...(agreed?.edges ?? []), ...(pending?.edges ?? [])].map(({ node }) => node);
  const others = waiting.filter(({ id }) => !isOwn(id));
  return (
    <>
      <h1>{t("requests.title")}</h1>
      <Inbox waiting={others} company={data.company} />
      <Mine own={own} company={data.company} />
    </>
  );
}

/** What waits for a decision. Whom the policy does not let decide sees why not. */
function Inbox({ waiting, company }: { readonly waiting: readonly Waiting[]; readonly company: Company }) {
  const { t, code } = useWords();
  const [deciding, setDeciding] = useState<Waiting | null>(null);
  return (
    <section className="card" aria-label={t("requests.inbox")}>
      <h2>{t("requests.inbox")}</h2>
      {waiting.length === 0 && <Empty>{t("requests.inboxEmpty")}</Empty>}
      <ul className="items">
        {waiting.map((request) => (
          <RequestCard key={request.id} request={request} who>
            {request.decision.allowed ? (
              <button
                type="button"
                className="button"
                aria-label={t("requests.decideOn", {
                  name: request.member.name,
                  feature: code("feature", request.feature),
                })}
                onClick={() => setDeciding(request)}
              >
                {t("requests.decide")}
              </button>
            ) : (
              <p className="small muted">{request.decision.message}</p>
            )}
          </RequestCard>
        ))}
      </ul>
      {deciding && <DecideDialog request={deciding} company={company} close={() => setDeciding(null)} />}
    </section>
  );
}

const OPEN: ReadonlySet<string> = new Set(["PENDING", "AGREED"]);

/** One's own requests with what became of each. */
function Mine({ own, company }: { readonly own: readonly AskedFragment[]; readonly company: Company }) {
  const { t, code } = useWords();
  const { change, problem, fetching } = useChange(WithdrawRequestDocument, (data) => data.withdrawAccessRequest);
  const takeBack = ({ id, version }: AskedFragment) =>
    change({ company: company.id, request: id, expectedVersion: version });
  return (
    <section className="card" aria-label={t("requests.mine")}>
      <h2>{t("requests.mine")}</h2>
      <Problem text={problem} />
      {own.length === 0 && <Empty>{t("requests.mineEmpty")}</Empty>}
      <ul className="items">
        {own.map((request) => (
          <RequestCard key={request.id} request={request}>
            {OPEN.has(request.state) && (
              <button
                type="button"
                className="button"
                disabled={fetching}
                aria-label={`${t("requests.withdraw")}: ${code("feature", request.feature)}`}
                onClick={() => void takeBack(request)}
              >
                {t("requests.withdraw")}
              </button>
            )}
          </RequestCard>
        ))}
      </ul>
    </section>
  );
}
