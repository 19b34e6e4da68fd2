import type { Bilingual } from "../../../kernel/locale";
import { CALL_NAMES, type CallKind } from "./call-kind";
import type { CallMove, CallState } from "./call-move";
import type { MoveWords } from "../../../kernel/state-machine";

/** How the call stands, without a full stop. */
export function standing({ kind, state }: { readonly kind: CallKind; readonly state: CallState }): Bilingual {
  const [en, fr] = STANDS[state];
  return { en: en(CALL_NAMES.en[kind]), fr: fr(CALL_NAMES.fr[kind]) };
}

type Stands = readonly [en: (call: string) => string, fr: (call: string) => string];

const STANDS: Readonly<Record<CallState, Stands>> = {
  none: [(call) => `There is no ${call} yet`, (call) => `Il n’y a pas encore d’${call}`],
  arranging: [(call) => `The ${call} is being arranged`, (call) => `L’${call} est en cours d’organisation`],
  scheduled: [(call) => `The ${call} is scheduled`, (call) => `L’${call} est fixé`],
  running: [(call) => `The ${call} is running`, (call) => `L’${call} est en cours`],
  closed: [(call) => `The ${call} is closed`, (call) => `L’${call} est clos`],
  cancelled: [(call) => `The ${call} is cancelled`, (call) => `L’${call} est annulé`],
};

export const CALL_MOVE_WORDS: MoveWords<CallMove> = {
  en: {
    propose: "offer times",
    suggest: "suggest times",
    answer: "say who can come when",
    withdraw: "withdraw a time",
    confirm: "confirm a time",
    reschedule: "reschedule the call",
    cancel: "cancel the call",
    start: "start the call",
    tick: "tick a goal",
    note: "write a note",
    add_follow_up: "add a task",
    close: "close the call",
  },
  fr: {
    propose: "proposer des horaires",
    suggest: "suggérer des horaires",
    answer: "dire qui peut venir quand",
    withdraw: "retirer un horaire",
    confirm: "confirmer un horaire",
    reschedule: "déplacer l’appel",
    cancel: "annuler l’appel",
    start: "commencer l’appel",
    tick: "cocher un objectif",
    note: "écrire une note",
    add_follow_up: "ajouter une tâche",
    close: "clore l’appel",
  },
};

/** Why what stands around a call is in the way of a move, and what to do. Instants are ISO-8601. */
export const TEXTS = {
  kickOffTimeFirst: {
    en: "The go-live call comes after the kick-off: agree on a time for the kick-off call first.",
    fr: "L’appel de mise en service suit le lancement : convenez d’abord d’un horaire pour l’appel de lancement.",
  },
  past: {
    en: "That time is past; confirm a coming one, or suggest others.",
    fr: "Cet horaire est passé ; confirmez-en un à venir, ou suggérez-en d’autres.",
  },
  kickOffStartFirst: {
    en: "The go-live call is scheduled in the kick-off call: start the kick-off call first.",
    fr: "L’appel de mise en service se fixe pendant l’appel de lancement : commencez d’abord l’appel de lancement.",
  },
  kickOffEndFirst: (end: string) => ({
    en: `The kick-off call ends at ${end}; the go-live call starts after that.`,
    fr: `L’appel de lancement se termine à ${end} ; l’appel de mise en service commence ensuite.`,
  }),
  goLiveIsArranged: {
    en: "A go-live call is being arranged; cancel that first, or reschedule the kick-off call.",
    fr: "Un appel de mise en service est prévu ; annulez-le d’abord, ou déplacez l’appel de lancement.",
  },
  tooEarly: (opens: string) => ({
    en: `The call can be started from ${opens} on, or rescheduled.`,
    fr: `L’appel peut commencer à partir de ${opens}, ou être déplacé.`,
  }),
  kickOffCloseFirst: {
    en: "The kick-off call is not closed; close it before the go-live call starts.",
    fr: "L’appel de lancement n’est pas clos ; clôturez-le avant que l’appel de mise en service commence.",
  },
  openFollowUps: (count: number) => ({
    en: `${count === 1 ? "1 task" : `${count} tasks`} of the kick-off open; complete or drop them, or reschedule the call.`,
    fr: `${count === 1 ? "1 tâche du lancement reste ouverte" : `${count} tâches du lancement restent ouvertes`} ; terminez ou abandonnez, ou déplacez l’appel.`,
  }),
  goLiveTimeFirst: {
    en: "Schedule the go-live call first: it is a goal of the kick-off call.",
    fr: "Fixez d’abord l’appel de mise en service : c’est un objectif de l’appel de lancement.",
  },
  openGoals: (count: number) => ({
    en: `${count === 1 ? "1 goal is" : `${count} goals are`} not ticked; tick them, or go on with the call.`,
    fr: `${count === 1 ? "1 objectif n’est pas coché" : `${count} objectifs ne sont pas cochés`} ; cochez, ou poursuivez l’appel.`,
  }),
};
