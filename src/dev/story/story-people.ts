/** Somebody in the story. */
export interface Person {
  readonly email: string;
  readonly name: string;
  /** What they are, for the reader. */
  readonly part: string;
}

/** Slug of the company that is led in: builders in Quebec, who read French. */
export const COMPANY = "boreal";
export const COMPANY_NAME = "Constructions Boréales";
/** IANA zones of the company and of its specialist; in March their clocks change on different days. */
export const COMPANY_ZONE = "America/Toronto";
export const SPECIALIST_ZONE = "Europe/Paris";

/** Farid and Hana are of the demo's vendor staff. */
export const FARID: Person = { email: "specialist@vendor.test", name: "Farid Haddad", part: "specialist" };
export const HANA: Person = { email: "point-of-contact@vendor.test", name: "Hana Ito", part: "point of contact" };
export const ANTOINE: Person = { email: "antoine@boreal.test", name: "Antoine Gagnon", part: "administrator" };
export const CAMILLE: Person = {
  email: "camille@boreal.test",
  name: "Camille Tremblay",
  part: "ERP implementation contact",
};
export const LUCIE: Person = { email: "lucie@boreal.test", name: "Lucie Roy", part: "Xero administrator" };
export const RAVI: Person = { email: "ravi@boreal.test", name: "Ravi Menon", part: "IT administrator" };
export const MARC: Person = { email: "marc@boreal.test", name: "Marc Pelletier", part: "accounting approver" };
export const NADIA: Person = { email: "nadia@boreal.test", name: "Nadia Cloutier", part: "read-only user" };
export const ELISE: Person = { email: "elise@boreal.test", name: "Élise Fortin", part: "project manager" };

/** The list of approvers as the company hands it over: a spreadsheet's CSV, in French. */
export const APPROVER_LIST = [
  "Courriel;Nom;Rôle;Fonctionnalités;Motif",
  `${MARC.email};${MARC.name};approbateur;Code de coût | Projet | Fournisseur | Engagement;Comptabilité`,
  `${NADIA.email};${NADIA.name};lecture seule;;Direction`,
  "",
].join("\n");
