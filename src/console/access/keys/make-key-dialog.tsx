import { useMemo, useState, type FormEvent } from "react";
import { newKey } from "../../app/new-key";
import { useChange } from "../../app/use-change";
import { useWords } from "../../app/words";
import { MakeKeyDocument } from "../../generated/access";
import { Text } from "../../people/grant-fields";
import { DialogActions, FormDialog } from "../../ui/form-dialog";
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
  const { change, problem, fetching } = useChange(MakeKeyDocument, (data) => data.createApiKey);
  const idempotencyKey = useMemo(newKey, [name, until]);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const expiresAt = until === "" ? null : until;
    const input = { companies: [company], scopes: ["decisions:read"], name: name.trim(), expiresAt, idempotencyKey };
    const answer = await change(input);
    if (answer?.key) made(answer.key);
  };
  return (
    <form onSubmit={(event) => void submit(event)}>
      <p className="muted">{t("keys.makeLead")}</p>
      <Text label={t("keys.name")} required value={name} change={setName} />
      <Text label={t("keys.until")} type="date" value={until} change={setUntil} />
      <Problem text={problem} />
      <DialogActions confirm={t("keys.makeIt")} off={name.trim() === "" || fetching} close={close} />
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
