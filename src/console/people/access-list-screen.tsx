import { useState } from "react";
import { useMutation } from "urql";
import { useCompany } from "../app/company";
import { ConsoleLink } from "../app/console-link";
import { somethingChanged } from "../app/fresh";
import { problemOf } from "../app/problem";
import { useWords } from "../app/words";
import { ImportListDocument, type ImportListMutation } from "../generated/access";
import { ListAnswer } from "./list-answer";

type Answer = NonNullable<ImportListMutation["importAccessList"]>;

type ListFile = { readonly csv: string } | { readonly workbook: string };

/** CSV as text, a workbook in base64. */
async function readList(file: File): Promise<ListFile> {
  if (!file.name.toLowerCase().endsWith(".xlsx")) return { csv: await file.text() };
  const bytes = new Uint8Array(await file.arrayBuffer());
  return { workbook: btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join("")) };
}

/** Hands the file in: without a digest to see what it would change, with the digest of that answer to carry it out. */
function useAccessList() {
  const company = useCompany();
  const { t } = useWords();
  const [list, setList] = useState<ListFile | null>(null);
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [{ fetching }, ask] = useMutation(ImportListDocument);
  const send = async (file: ListFile, digest: string | null) => {
    const dryRun = digest === null;
    const input = { ...file, company, dryRun, digest, reason: dryRun ? null : t("list.reason") };
    const { data, error } = await ask({ input });
    setProblem(problemOf(data?.importAccessList, error));
    setAnswer(data?.importAccessList ?? null);
    if (!dryRun) somethingChanged();
  };
  const choose = async (file: File | undefined) => {
    if (!file) return;
    const read = await readList(file);
    setList(read);
    await send(read, null);
  };
  const digest = answer?.dryRun && answer.errorCount === 0 ? answer.digest : null;
  return { answer, problem, fetching, choose, accept: digest && list ? () => send(list, digest) : null };
}

/** The list of who may handle what, as a file: first what it would change, then, if that is wanted, the change. */
export function AccessListScreen() {
  const company = useCompany();
  const { t } = useWords();
  const { answer, problem, fetching, choose, accept } = useAccessList();
  return (
    <>
      <p>
        <ConsoleLink to={`/people/${company}`}>{t("people.back")}</ConsoleLink>
      </p>
      <h1>{t("list.title")}</h1>
      <p className="muted">{t("list.lead")}</p>
      <label className="field file">
        <span>{t("list.file")}</span>
        <input type="file" accept=".csv,.xlsx,text/csv" onChange={({ target }) => void choose(target.files?.[0])} />
      </label>
      {problem && (
        <p className="notice bad" role="alert">
          {problem}
        </p>
      )}
      <div role="status" aria-busy={fetching}>
        {answer && <ListAnswer answer={answer} />}
      </div>
      {accept && (
        <div className="actions">
          <button type="button" className="button primary" disabled={fetching} onClick={() => void accept()}>
            {t("list.accept")}
          </button>
        </div>
      )}
    </>
  );
}
