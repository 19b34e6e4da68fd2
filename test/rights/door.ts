import type { Persona } from "./personas";
import type { Inventory } from "./world";

/** What a mutation can be asked for by somebody who has only themselves in mind; several inputs are several tries. */
export type Door = (me: Persona, there: Inventory) => readonly object[];
