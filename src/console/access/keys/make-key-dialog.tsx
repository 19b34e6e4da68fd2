import { useMemo, useState, type FormEvent } from "react";
import { useMutation } from "urql";
import { somethingChanged } from "../../app/fresh";
import { newKey } from "../../app/new-key";
import { problemOf } from "../../app/problem";
import { useWords } from "../../app/words";
import { MakeKeyDocument } from "../../generated/access";
import { Text } from "../../people/grant-fields";
import { FormDialog } from "../../ui/form-dialog";
import { Problem } from "../../ui/states";

interface MakeKeyProps {
  readonly company: string;
  readonly close: () => void;
}

/** Makes a key, and shows it once: it is kept nowhere, neither here nor on the server. */
export function MakeKeyDialog({ company, close }: MakeKeyProps) {
  const { t } = useWords();
  const [secret, setSecret] = useState<string | null>(null);
  return (
    <FormDialog title={t("keys.make")} close={close}>
      {secret === null ? (
        <MakeForm company={company} close={close} made={setSecret} />
      ) : (
        <Secret secret={secret} close={close} />
      )}
    </FormDialog>
  );
}

function MakeForm({ company, close, made }: MakeKeyProps & { readonly made: (secret: string) => void }) {
  const { t } = useWords();
  const [name, setName] = useState("");
  const [until, setUntil] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const [{ fetching }, make] = useMutation(MakeKeyDocument);
  const idempotencyKey = useMemo(newKey, [name, until]);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const expiresAt = until === "" ? null : until;
    const input = { companies: [company], scopes: ["decisions:read"], name: name.trim(), expiresAt, idempotencyKey };
    const { data, error } = await make({ input });
    setProblem(problemOf(data?.createApiKey, error));
    somethingChanged();
    if (data?.createApiKey.key) made(data.createApiKey.key);
  };
  return (
    <form onSubmit={(event) => void submit(event)}>
      <p className="muted">{t("keys.makeLead")}</p>
      <Text label={t("keys.name")} required value={name} change={setName} />
      <Text label={t("keys.until")} type="date" value={until} change={setUntil} />
      <Problem text={problem} />
      <div className="dialog-actions">
        <button type="button" className="button" onClick={close}>
          {t("dialog.cancel")}
        </button>
        <button type="submit" className="button primary" disabled={name.trim() === "" || fetching}>
          {t("keys.makeIt")}
        </button>
      </div>
    </form>
  );
}

function Secret({ secret, close }: { readonly secret: string; readonly close: () => void }) {
  const { t } = useWords();
  const [copied, setCopied] = useState(false);
  return (
    <div className="form">
      <p className="notice warn" role="status">
        {t("keys.once")}
      </p>
      <label className="field">
        <span>{t("keys.secret")}</span>
        <input type="text" readOnly value={secret} onFocus={({ target }) => target.select()} />
      </label>
      <div className="dialog-actions">
        <span role="status">{copied && t("keys.copied")}</span>
        {/* Where the page came by plain HTTP there is no clipboard: the text is chosen by its field. */}
        {isSecureContext && (
          <button
            type="button"
            className="button"
            onClick={() => void navigator.clipboard.writeText(secret).then(() => setCopied(true))}
          >
            {t("keys.copy")}
          </button>
        )}
        <button type="button" className="button primary" onClick={close}>
          {t("keys.kept")}
        </button>
      </div>
    </div>
  );
}
