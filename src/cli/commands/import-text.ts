import type { Locale } from "../../kernel/locale";
import type { ImportOutcome, ImportProgress, ImportSummary } from "../../directory/access-list/access-list-outcome";

interface ImportTexts {
  readonly encoding: (encoding: string) => string;
  readonly progress: (progress: ImportProgress) => string;
  readonly line: string;
  readonly column: string;
  readonly more: (count: number) => string;
  readonly summary: (summary: ImportSummary) => string;
  readonly refused: (count: number) => string;
  readonly dryRun: string;
  readonly noRights: string;
  readonly nothing: string;
  readonly written: (revision: number) => string;
}

/** What the command says, in both languages. */
export const IMPORT_TEXTS: Readonly<Record<Locale, ImportTexts>> = {
  en: {
    encoding: (encoding) => `The file is no UTF-8; it was read as ${encoding}. Look at the accents.`,
    progress: ({ stage, done, total }) => (stage === "file" ? `${done} rows read` : `${done} of ${total ?? "?"} rows`),
    line: "line",
    column: "column",
    more: (count) => `... and ${count} more.`,
    summary: (sum) =>
      `${sum.added} people added, ${sum.updated} changed, ${sum.unchanged} unchanged; ` +
      `${sum.grantsGiven} rights given, ${sum.grantsRevoked} revoked.`,
    refused: (count) => `${count} errors: nothing was written.`,
    noRights: "added, without rights",
    nothing: "Everything is so already: nothing had to change.",
    dryRun: "This was a dry run: nothing was written. Add --apply to write it.",
    written: (revision) => `Written; it counts from policy revision ${revision}.`,
  },
  fr: {
    encoding: (encoding) => `Le fichier n’est pas en UTF-8 ; il a été lu comme ${encoding}. Vérifiez les accents.`,
    progress: ({ stage, done, total }) =>
      stage === "file" ? `${done} lignes lues` : `${done} lignes sur ${total ?? "?"}`,
    line: "ligne",
    column: "colonne",
    more: (count) => `... et ${count} de plus.`,
    summary: (sum) =>
      `${sum.added} personnes ajoutées, ${sum.updated} modifiées, ${sum.unchanged} inchangées ; ` +
      `${sum.grantsGiven} droits donnés, ${sum.grantsRevoked} retirés.`,
    refused: (count) => `${count} erreurs : rien n’a été écrit.`,
    noRights: "ajouté, sans droits",
    nothing: "Tout est déjà ainsi : rien n’était à changer.",
    dryRun: "C’était un essai : rien n’a été écrit. Ajoutez --apply pour écrire.",
    written: (revision) => `Écrit ; valable à partir de la révision ${revision} des droits.`,
  },
};

/** The outcome as a table of who gains (+) and loses (-) what, the errors, and a summary. */
export function outcomeText(outcome: ImportOutcome, locale: Locale): string {
  const say = IMPORT_TEXTS[locale];
  const { rowErrors, errorCount } = outcome;
  const lines = [...changeLines(outcome, say), ...[...outcome.notes, ...rowErrors].map((one) => placedLine(one, say))];
  if (errorCount > rowErrors.length) lines.push(say.more(errorCount - rowErrors.length));
  if (lines.length > 0) lines.push("");
  lines.push(say.summary(outcome.summary));
  if (errorCount > 0) lines.push(say.refused(errorCount));
  else if (outcome.changes.length === 0) lines.push(say.nothing);
  else lines.push(outcome.dryRun ? say.dryRun : say.written(outcome.policyRevision));
  return `${lines.map(printable).join("\n")}\n`;
}

function changeLines({ changes }: ImportOutcome, say: ImportTexts): string[] {
  const width = Math.min(
    60,
    changes.reduce((most, { email }) => Math.max(most, email.length), 0),
  );
  return changes.flatMap(({ email, gains, loses }) => {
    const signed = [...gains.map((right) => `+ ${right}`), ...loses.map((right) => `- ${right}`)];
    if (signed.length === 0) signed.push(`  ${say.noRights}`);
    return signed.map((text, index) => `${(index === 0 ? email : "").padEnd(width)}  ${text}`.trimEnd());
  });
}

function placedLine(
  { line, column, code, message }: Omit<ImportOutcome["rowErrors"][number], "code"> & { readonly code: string },
  say: ImportTexts,
): string {
  const place = [line === null ? "" : `${say.line} ${line}`, column === null ? "" : `${say.column} ${column}`];
  return `${[...place.filter((part) => part !== ""), code].join(", ")}: ${message}`;
}

/** What a file holds must not steer the terminal that it is shown on. */
function printable(text: string): string {
  return text.replace(/\p{Cc}/gu, " ");
}
