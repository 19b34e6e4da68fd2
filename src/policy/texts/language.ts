import type { Locale } from "../../kernel/locale";
import { EN } from "./en";
import { FR } from "./fr";
import type { Texts } from "./texts";

/** The policy's words in each language. */
export const TEXTS: Readonly<Record<Locale, Texts>> = { en: EN, fr: FR };
