import { catalogue } from "../../kernel/catalogue";

/** Refusals about the calls of an implementation and their follow-ups. */
export const CALL_REFUSALS = catalogue({
  slotConfirmed: {
    en: "{who} has confirmed this slot already: {when}.",
    fr: "{who} a déjà confirmé ce créneau : {when}.",
  },
  otherSlotConfirmed: {
    en: "{who} has confirmed another slot: {when}. Where it does not suit, reschedule the call.",
    fr: "{who} a confirmé un autre créneau : {when}. S’il ne convient pas, déplacez l’appel.",
  },
  suggestedByCompany: {
    en: "The company suggested this slot; the specialist accepts it, or offers others.",
    fr: "L’entreprise a suggéré ce créneau ; le spécialiste l’accepte, ou en propose d’autres.",
  },
  offeredBySpecialist: {
    en: "The specialist offered this slot; the company's ERP implementation contact confirms it, or suggests others.",
    fr: "Le spécialiste a proposé ce créneau ; le contact de mise en œuvre ERP de l’entreprise le confirme, ou en suggère d’autres.",
  },
  noSuchAttendee: {
    en: "Nobody of that e-mail takes part in the implementation; name them as a stakeholder first.",
    fr: "Personne ayant cette adresse e-mail ne participe à la mise en œuvre ; indiquez-la d’abord parmi les parties prenantes.",
  },
  timesToName: {
    en: "Name 1 to {max} times.",
    fr: "Nommez de 1 à {max} horaires.",
  },
  timeIsPast: {
    en: "{time} is past; name a coming time.",
    fr: "{time} est passé ; nommez un horaire à venir.",
  },
  timeNamedTwice: {
    en: "A time is named twice.",
    fr: "Un horaire est nommé deux fois.",
  },
  noZone: {
    en: '"{zone}" is no IANA time zone such as Europe/Paris.',
    fr: "« {zone} » n’est pas un fuseau horaire IANA, par exemple Europe/Paris.",
  },
  clocksSetForward: {
    en: "Clocks in {zone} are set forward over {time}: {before} or {after} would do.",
    fr: "Les horloges de {zone} avancent et sautent {time} : {before} ou {after} conviendrait.",
  },
  localTime: {
    en: "A local time is written like 2026-12-01T10:00.",
    fr: "Une heure locale s’écrit par exemple 2026-12-01T10:00.",
  },
  noSuchCallYet: {
    en: "There is no {call} yet.",
    fr: "Il n’y a pas encore d’{call}.",
  },
  tasksAtMost: {
    en: "A call has {max} tasks at most.",
    fr: "Un appel a au plus {max} tâches.",
  },
  sayWhatChanges: {
    en: "Say what changes: `owner` or `dueOn`.",
    fr: "Dites ce qui change : `owner` ou `dueOn`.",
  },
  noSuchTask: {
    en: "The company has no such task.",
    fr: "L’entreprise n’a pas de telle tâche.",
  },
  taskOfAnother: {
    en: "The task is {owner}'s; they complete it, or the specialist does.",
    fr: "C’est à {owner} de terminer cette tâche, ou au spécialiste.",
  },
  ownerNotAsked: {
    en: "{email} was not asked to the call: a task goes to one who was.",
    fr: "{email} n’a pas été convié à l’appel : une tâche revient à quelqu’un qui l’a été.",
  },
  day: {
    en: "A day is written like 2026-12-31.",
    fr: "Un jour s’écrit par exemple 2026-12-31.",
  },
  dayIsPast: {
    en: "{day} is past: at the company's place it is {today}.",
    fr: "{day} est passé : là où se trouve l’entreprise, on est le {today}.",
  },
  noSpecialist: {
    en: "No implementation specialist is assigned to the company; its point of contact can assign one.",
    fr: "Aucun spécialiste de mise en œuvre n’est affecté à l’entreprise ; son interlocuteur peut en affecter un.",
  },
  slotClash: {
    en: "The specialist has another call between {from} and {until}; choose another time.",
    fr: "Le spécialiste a un autre appel entre {from} et {until} ; choisissez un autre horaire.",
  },
  namedByOtherSide: {
    en: "The other side named this time, and takes it back.",
    fr: "C’est l’autre partie qui a nommé cet horaire, et c’est à elle de le retirer.",
  },
  tickedByItself: {
    en: "Confirm a slot of the go-live call: that ticks this goal by itself.",
    fr: "Confirmez un créneau de l’appel de mise en service : cela coche cet objectif de soi-même.",
  },
  notesAtMost: {
    en: "A call has {max} notes at most.",
    fr: "Un appel a au plus {max} notes.",
  },
  goalNotOnAgenda: {
    en: "That goal is not on this call's agenda.",
    fr: "Cet objectif n’est pas à l’ordre du jour de l’appel.",
  },
  notAsked: {
    en: "{email} was not asked to the call.",
    fr: "{email} n’a pas été convié à l’appel.",
  },
  minutes: {
    en: "A {call} takes {least} to {most} minutes.",
    fr: "Un {call} dure de {least} à {most} minutes.",
  },
  timeIsUpAlready: {
    en: "{time} is up already.",
    fr: "{time} est déjà proposé.",
  },
  timesAtMost: {
    en: "{max} times at most are up at once; withdraw some first.",
    fr: "{max} horaires au plus sont proposés à la fois ; retirez-en d’abord.",
  },
  noSuchSlot: {
    en: "The call has no such slot.",
    fr: "L’appel n’a pas de tel créneau.",
  },
  zone: {
    en: "`zone` must be an IANA time zone such as Europe/Paris.",
    fr: "`zone` doit être un fuseau horaire IANA, par exemple Europe/Paris.",
  },
  somebody: { en: "Somebody", fr: "Quelqu’un" },
  shownTwice: {
    en: "Clocks in {zone} show {time} twice. The earlier one, {earlier}, was taken; say LATER for {later}.",
    fr: "Les horloges de {zone} indiquent deux fois {time}. La première heure, {earlier}, a été retenue ; dites LATER pour {later}.",
  },
  atTheWeekend: {
    en: "{start} to {end} at the company's place is at the weekend; calls lie within Monday to Friday, {from}:00 to {until}:00 ({zone}).",
    fr: "De {start} à {end} là où se trouve l’entreprise, c’est le week-end ; les appels ont lieu du lundi au vendredi, de {from}:00 à {until}:00 ({zone}).",
  },
  outsideWorkingHours: {
    en: "{start} to {end} at the company's place is outside working hours; calls lie within Monday to Friday, {from}:00 to {until}:00 ({zone}).",
    fr: "De {start} à {end} là où se trouve l’entreprise, c’est hors des heures ouvrables ; les appels ont lieu du lundi au vendredi, de {from}:00 à {until}:00 ({zone}).",
  },
  everybodyFree: {
    en: "Everybody who is needed must be free.",
    fr: "Toutes les personnes nécessaires doivent être libres.",
  },
  notAnsweredYet: { en: "Not answered yet: {people}.", fr: "Pas encore de réponse : {people}." },
  cannot: { en: "Cannot: {people}.", fr: "Pas de disponibilité : {people}." },
  howToGoOn: {
    en: "They can answer, the contact can answer for them, or another slot can be chosen.",
    fr: "Ces personnes peuvent répondre, le contact peut répondre pour elles, ou un autre créneau peut être choisi.",
  },
  letterOfAnotherCall: {
    en: "The letter is about another call; use the letter of this one.",
    fr: "Ce message porte sur un autre appel ; utilisez celui qui parle de cet appel.",
  },
});
