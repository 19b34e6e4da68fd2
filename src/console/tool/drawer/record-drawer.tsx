import { Dialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import { useFresh } from "../../app/fresh";
import { useWords } from "../../app/words";
import { RecordDocument, type DetailFragment } from "../../generated/operations";
import { Badge, toneOf } from "../../ui/badge";
import { Icon } from "../../ui/icon";
import { Failed, Loading, NotFound } from "../../ui/states";
import { Actions } from "./actions";
import { useSeen } from "./use-seen";
import { DeliveryPart } from "./delivery-part";
import { HistoryPart } from "./history-part";
import { ItemPart } from "./item-part";
import { ReadinessPart } from "./readiness-part";

/** A record's delivery is watched while it is open. */
const WATCH_MS = 2_000;

/** One record: what it is, what it lacks, what may be done with it and why not, what became of it. */
export function RecordDrawer({ id, close }: { readonly id: string; readonly close: () => void }) {
  const { t } = useWords();
  const { data, error, fetching, retry } = useFresh(RecordDocument, { id }, { everyMs: WATCH_MS });
  const record = data?.node?.__typename === "ErpRecord" ? data.node : null;
  return (
    <ModalOverlay className="overlay drawer-overlay" isOpen isDismissable onOpenChange={(open) => !open && close()}>
      <Modal className="drawer">
        <Dialog className="dialog">
          <div className="drawer-head">
            <Heading slot="title">{record ? record.number : t("drawer.title")}</Heading>
            <button type="button" className="button plain" onClick={close} aria-label={t("drawer.close")}>
              <Icon name="close" />
            </button>
          </div>
          {record && <Content record={record} />}
          {!record && error && <Failed error={error} retry={retry} />}
          {!record && !error && (fetching ? <Loading /> : <NotFound />)}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function Content({ record }: { readonly record: DetailFragment }) {
  const { t, code, money } = useWords();
  const { seen, isChanged, lookAgain } = useSeen(record);
  return (
    <>
      <div className="drawer-sum">
        <Badge tone={toneOf(record.state)}>{code("state", record.state)}</Badge>
        <span>{code("feature", record.feature)}</span>
        {record.title !== record.number && <span>{record.title}</span>}
        {record.amount && <strong className="amount">{money(record.amount)}</strong>}
      </div>
      {isChanged && (
        <div className="notice warn" role="alert">
          <p>{t("drawer.changed")}</p>
          <button type="button" className="button" onClick={lookAgain}>
            {t("drawer.lookAgain")}
          </button>
        </div>
      )}
      <Actions record={seen} />
      <ReadinessPart record={record} />
      <DeliveryPart record={record} />
      <ItemPart record={record} />
      <HistoryPart record={record} />
    </>
  );
}
