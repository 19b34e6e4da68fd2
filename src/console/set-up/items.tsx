import { useWords } from "../app/words";
import type { ItemFragment, ItemMove, ItemStage, SetUpQuery, WhyFragment } from "../generated/operations";
import { Badge, type Tone } from "../ui/badge";
import { useItemMove } from "./use-item-move";
import { WhyNot } from "../ui/why-not";
import { useState } from "react";
import { ReasonDialog } from "../ui/reason-dialog";

export type May = Pick<SetUpQuery, "carryOut" | "lead" | "waive">;
const STAGES: readonly ItemStage[] = ["PREPARATION", "IMPLEMENTATION", "GETTING_STARTED"];
const SIDES = ["CUSTOMER", "SPECIALIST"] as const;

interface ItemsProps {
  readonly items: readonly ItemFragment[];
  readonly may: May;
}

/** The action items by phase and side; each side does its own. */
export function Items({ items, may }: ItemsProps) {
  const { t, code } = useWords();
  return (
    <section className="stack">
      <h2>{t("items.title")}</h2>
      {STAGES.map((stage) => (
        <section key={stage} className="card">
          <h3>{code("phase", stage)}</h3>
          {SIDES.map((side) => {
            const own = items.filter((item) => item.stage === stage && item.side === side);
            return own.length > 0 && <Side key={side} name={code("side", side)} items={own} may={may} />;
          })}
        </section>
      ))}
      {may.carryOut?.allowed === false && !may.lead?.allowed && (
        <WhyNot title={t("items.carryOut")} why={may.carryOut} />
      )}
    </section>
  );
}

interface SideProps extends ItemsProps {
  readonly name: string;
}

function Side({ name, items, may }: SideProps) {
  return (
    <>
      <h4>{name}</h4>
      <ul className="items">
        {items.map((item) => (
          <OneItem key={item.id} item={item} may={may} />
        ))}
      </ul>
    </>
  );
}

const TONES: Record<ItemFragment["state"], Tone> = {
  DONE: "good",
  IN_PROGRESS: "busy",
  OPEN: "plain",
  WAIVED: "plain",
};

function OneItem({ item, may }: { readonly item: ItemFragment; readonly may: May }) {
  const { t, code, day } = useWords();
  return (
    <li className={item.settled ? "settled" : ""}>
      <Badge tone={item.late ? "bad" : TONES[item.state]}>
        {item.late ? t("items.late") : code("itemState", item.state)}
      </Badge>
      <div className="item-text">
        <span>{item.title}</span>
        <span className="small muted">
          {item.ownerEmail ?? code("itemOwner", item.ownerRole)}
          {item.dueOn && ` · ${t("items.due", { day: day(item.dueOn) })}`}
          {item.automatic && ` · ${t("items.automatic")}`}
        </span>
        {item.waitsFor.length > 0 && !item.settled && (
          <span className="small muted">{t("items.waitsFor", { what: item.waitsFor.join("; ") })}</span>
        )}
        {item.reason && <q className="small">{item.reason}</q>}
      </div>
      <Moves item={item} may={may} />
    </li>
  );
}

/** What the plan allows now, of that what the policy lets the viewer do. */
function Moves({ item, may }: { readonly item: ItemFragment; readonly may: May }) {
  const { t, code } = useWords();
  const { run, problem } = useItemMove(item.code);
  const [asking, setAsking] = useState<ItemMove | null>(null);
  const carry = item.side === "CUSTOMER" ? may.carryOut : may.lead;
  const decisionOf = (move: ItemMove): WhyFragment | null => (move === "WAIVE" ? may.waive : carry);
  const offered = item.moves.filter((move) => decisionOf(move)?.allowed);
  if (item.settled && item.automatic) return null;
  return (
    <div className="actions">
      {offered.map((move) => (
        <button
          key={move}
          type="button"
          className="button"
          aria-label={`${code("itemMove", move)}: ${item.title}`}
          onClick={() => (move === "WAIVE" || move === "REOPEN" ? setAsking(move) : void run(move, null))}
        >
          {code("itemMove", move)}
        </button>
      ))}
      {problem && <p role="alert">{problem}</p>}
      {asking && (
        <ReasonDialog
          title={code("itemMove", asking)}
          lead={item.title}
          label={t("items.reason")}
          confirm={code("itemMove", asking)}
          close={() => setAsking(null)}
          done={(reason) => void run(asking, reason)}
        />
      )}
    </div>
  );
}
