import { useState } from "react";
import { useCompany } from "../../app/company";
import { useFresh } from "../../app/fresh";
import { momentBefore } from "../../app/moment-before";
import { useChange } from "../../app/use-change";
import { useWords } from "../../app/words";
import { KeysDocument, RevokeKeyDocument, type KeyFragment } from "../../generated/access";
import { Badge } from "../../ui/badge";
import { DialogActions, FormDialog } from "../../ui/form-dialog";
import { Empty, Failed, Loading, Problem } from "../../ui/states";
import { WhyNot } from "../../ui/why-not";
import { MakeKeyDialog } from "./make-key-dialog";

/** Keys of services that ask about the company. */
export function KeysScreen() {
  const company = useCompany();
  const { t } = useWords();
  const { data, error, fetching, retry } = useFresh(KeysDocument, { company });
  const [making, setMaking] = useState(false);
  if (!data) return fetching ? <Loading /> : <Failed error={error} retry={retry} />;
  const may = data.administer?.allowed ?? false;
  return (
    <>
      <div className="notice-head">
        <h1>{t("keys.title")}</h1>
        {may && (
          <button type="button" className="button primary" onClick={() => setMaking(true)}>
            {t("keys.make")}
          </button>
        )}
      </div>
      <p className="muted">{t("keys.lead")}</p>
      {data.administer && !may && <WhyNot title={t("keys.title")} why={data.administer} />}
      {data.company?.apiKeys && <Keys keys={data.company.apiKeys} />}
      {making && <MakeKeyDialog company={data.company?.slug ?? company} close={() => setMaking(false)} />}
    </>
  );
}

function Keys({ keys }: { readonly keys: readonly KeyFragment[] }) {
  const { t } = useWords();
  const [ending, setEnding] = useState<KeyFragment | null>(null);
  if (keys.length === 0) return <Empty>{t("keys.none")}</Empty>;
  return (
    <section className="card" aria-label={t("keys.title")}>
      <ul className="items">
        {keys.map((key) => (
          <OneKey key={key.id} apiKey={key} revoke={() => setEnding(key)} />
        ))}
      </ul>
      {ending && <RevokeKey apiKey={ending} close={() => setEnding(null)} />}
    </section>
  );
}

function OneKey({ apiKey, revoke }: { readonly apiKey: KeyFragment; readonly revoke: () => void }) {
  const { t, day, moment } = useWords();
  const { name, prefix, scopes, createdAt, expiresAt, lastUsedAt, revokedAt } = apiKey;
  const isOver = revokedAt === null && expiresAt !== null && Date.parse(expiresAt) <= Date.now();
  return (
    <li className={revokedAt ? "settled" : ""}>
      <Badge tone={revokedAt ? "plain" : isOver ? "warn" : "good"}>
        {t(revokedAt ? "keys.revoked" : isOver ? "keys.expired" : "keys.good")}
      </Badge>
      <div className="item-text">
        <span>
          <strong>{name}</strong> <code>lg_{prefix}…</code>
        </span>
        <span className="small">{scopes.join(", ")}</span>
        <span className="small muted">
          {t("keys.made", { day: day(createdAt) })}{" "}
          {expiresAt && t("keys.expires", { day: day(momentBefore(expiresAt)) })}{" "}
          {lastUsedAt ? t("keys.used", { at: moment(lastUsedAt) }) : t("keys.unused")}
        </span>
      </div>
      {!revokedAt && (
        <button type="button" className="button" aria-label={`${t("keys.revoke")}: ${name}`} onClick={revoke}>
          {t("keys.revoke")}
        </button>
      )}
    </li>
  );
}

interface RevokeKeyProps {
  readonly apiKey: KeyFragment;
  readonly close: () => void;
}

/** A service stops at once: asked before it is done. */
function RevokeKey({ apiKey, close }: RevokeKeyProps) {
  const { t } = useWords();
  const { change, problem, fetching } = useChange(RevokeKeyDocument, (data) => data.revokeApiKey);
  const done = async () => {
    if (await change({ id: apiKey.id })) close();
  };
  return (
    <FormDialog title={t("keys.revokeTitle", { name: apiKey.name })} close={close}>
      <p>{t("keys.revokeLead")}</p>
      <Problem text={problem} />
      <DialogActions confirm={t("keys.revoke")} off={fetching} close={close} press={() => void done()} />
    </FormDialog>
  );
}
