import { useWords, type Language } from "../app/words";

const LANGUAGES: readonly (readonly [Language, string])[] = [
  ["en", "English"],
  ["fr", "Français"],
];

/** @param chosen told besides: a signed-in person's choice is kept with their account */
export function LanguageChoice({ chosen }: { readonly chosen?: (language: Language) => void }) {
  const { language, speak, t } = useWords();
  const choose = (next: Language) => {
    speak(next);
    chosen?.(next);
  };
  return (
    <div className="segments" role="group" aria-label={t("language")}>
      {LANGUAGES.map(([each, name]) => (
        <button key={each} type="button" lang={each} aria-pressed={each === language} onClick={() => choose(each)}>
          {name}
        </button>
      ))}
    </div>
  );
}
