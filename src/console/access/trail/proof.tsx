import { useState } from "react";
import { useClient } from "urql";
import { problemOf } from "../../app/problem";
import { useWords } from "../../app/words";
import { ProofDocument, type ProofQuery } from "../../generated/access";
import { Problem } from "../../ui/states";

type Part = NonNullable<ProofQuery["verifyAudit"]>;

interface Checked {
  readonly entries: number;
  readonly endHash: string | null;
  readonly faults: readonly string[];
}

function faultsOf({ problems, rights }: Part): readonly string[] {
  const broken = problems.map(({ sequence, message }) => `${sequence}: ${message}`);
  return [...broken, ...(rights ?? []).map(({ target, message }) => `${target}: ${message}`)];
}

/** Checks the whole trail, as many parts as it takes. */
function useProof(company: string) {
  const client = useClient();
  const [checked, setChecked] = useState<Checked | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const check = async () => {
    setBusy(true);
    setProblem(null);
    let sum: Checked = { entries: 0, endHash: null, faults: [] };
    let after = 0;
    for (;;) {
      const answer = await client
        .query(ProofDocument, { company, after }, { requestPolicy: "network-only" })
        .toPromise();
      const part = answer.data?.verifyAudit;
      if (!part) {
        setProblem(problemOf(undefined, answer.error) ?? "");
        break;
      }
      const { entries, faults } = sum;
      sum = { entries: entries + part.entries, endHash: part.endHash, faults: [...faults, ...faultsOf(part)] };
      const end = part.endSequence;
      if (part.complete || end === null || end <= after) {
        setChecked(sum);
        break;
      }
      after = end;
    }
    setBusy(false);
  };
  return { checked, problem, busy, check };
}

/** Whether the chain of the trail is whole, and says the same as the rights in force. */
export function Proof({ company }: { readonly company: string }) {
  const { t } = useWords();
  const { checked, problem, busy, check } = useProof(company);
  return (
    <section className="card" aria-label={t("proof.title")}>
      <div className="notice-head">
        <h2>{t("proof.title")}</h2>
        <button type="button" className="button" disabled={busy} onClick={() => void check()}>
          {t("proof.check")}
        </button>
      </div>
      <p className="muted small">{t("proof.lead")}</p>
      <Problem text={problem} />
      <div role="status" aria-busy={busy}>
        {checked && <Result checked={checked} />}
      </div>
    </section>
  );
}

function Result({ checked: { entries, endHash, faults } }: { readonly checked: Checked }) {
  const { t } = useWords();
  if (faults.length === 0)
    return (
      <div className="notice good">
        <strong>{t("proof.intact", { count: entries })}</strong>
        {endHash && <code className="small hash">{endHash}</code>}
      </div>
    );
  return (
    <div className="notice bad">
      <strong>{t("proof.broken", { count: faults.length })}</strong>
      <ul className="bullets small">
        {faults.map((fault) => (
          <li key={fault}>{fault}</li>
        ))}
      </ul>
    </div>
  );
}
