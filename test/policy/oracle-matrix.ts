import type { Action, Resource } from "../../src/policy/model/vocabulary";

/**
 * Action | about | who may | what else must be true. "out": the connector exports it, "in": imports it.
 * The first row that names the action and the feature counts; no row, no right.
 */
const MATRIX = `
view         | company                                  | member, specialist, point of contact |
review       | company                                  | read only, directory admin, specialist, point of contact, reviewing service |
configure    | company                                  | tool admin, specialist |
administer   | company                                  | directory admin, specialist |
grant_access | company                                  | granting admin, specialist           | for another

propose_slots | company                                 | specialist |
confirm_slot | company                                  | implementation contact |
answer_availability | company                           | stakeholder |
run_call     | company                                  | specialist |
carry_out_item | company                                | standard, directory admin, stakeholder |
lead_item    | company                                  | specialist |
waive        | company                                  | specialist |
go_live      | company                                  | specialist |
suspend      | company                                  | directory admin, specialist |
extend_help  | company                                  | directory admin, point of contact |
ask_question | company                                  | member |
answer_question | company                               | specialist, point of contact |

view         | *                                        | read only, specialist, point of contact | in or out
configure    | *                                        | tool admin, specialist               | in or out
grant_access | *                                        | granting admin, specialist           | in or out; for another

submit       | commitment subcontractor_invoice         | commitments admin                    | out; live; in use; switched on; new
submit       | commitment_change_order                  | change orders admin                  | out; live; in use; switched on; new
submit       | prime_contract prime_contract_change_order owner_invoice | prime contracts admin | out; live; in use; switched on; new
submit       | project                                  | project admin                        | out; live; in use; switched on; new
submit       | vendor cost_code                         | directory admin                      | out; live; in use; switched on; new
resubmit     | commitment subcontractor_invoice         | commitments admin                    | out; live; in use; switched on; changed
resubmit     | commitment_change_order                  | change orders admin                  | out; live; in use; switched on; changed
resubmit     | prime_contract prime_contract_change_order owner_invoice | prime contracts admin | out; live; in use; switched on; changed
resubmit     | project                                  | project admin                        | out; live; in use; switched on; changed
resubmit     | vendor cost_code                         | directory admin                      | out; live; in use; switched on; changed
retrieve     | commitment subcontractor_invoice         | commitments admin                    | out; live; waiting; mine
retrieve     | commitment_change_order                  | change orders admin                  | out; live; waiting; mine
retrieve     | prime_contract prime_contract_change_order owner_invoice | prime contracts admin | out; live; waiting; mine
retrieve     | project                                  | project admin                        | out; live; waiting; mine
retrieve     | vendor cost_code                         | directory admin                      | out; live; waiting; mine

send         | *                                        | export approver                      | out; live; in use; connected; switched on; waiting; not mine; two people; prerequisites; fits contract
send         | commitment subcontractor_invoice         | direct commitments admin             | out; live; in use; connected; switched on; waiting or new; two people; prerequisites; fits contract; workflow
send         | commitment_change_order                  | direct change orders admin           | out; live; in use; connected; switched on; waiting or new; two people; prerequisites; fits contract; workflow
reject       | *                                        | export approver                      | out; live; waiting or failed

unlink       | commitment commitment_change_order subcontractor_invoice | unlinking approver on commitments | out; live; connected; synced
unlink       | prime_contract_change_order owner_invoice | unlinking approver on prime contracts | out; live; connected; synced
unlink       | project vendor                           | standard                             | out; live; connected; synced
unlink       | cost_code                                | approver                             | out; live; connected; synced
link         | project vendor                           | standard                             | in; live; connected; switched on
link         | cost_code                                | standard                             | out; live; connected; switched on
archive      | project vendor                           | standard                             | in; live; not linked
archive      | commitment subcontractor_invoice         | commitments admin                    | out; live; not sent
archive      | commitment_change_order                  | change orders admin                  | out; live; not sent
archive      | prime_contract prime_contract_change_order owner_invoice | prime contracts admin | out; live; not sent
archive      | cost_code                                | directory admin                      | out; live; not sent
import       | commitment_payment                       | importing tool admin                 | in; live; connected; switched on; staged
import       | *                                        | importer                             | in; live; connected; switched on; staged
`;

export interface Row {
  readonly action: string;
  readonly about: readonly string[];
  readonly who: readonly string[];
  readonly also: readonly string[];
}

const words = (text: string | undefined, separator: RegExp): string[] =>
  (text ?? "")
    .split(separator)
    .map((word) => word.trim())
    .filter((word) => word !== "");

const ROWS: readonly Row[] = MATRIX.split("\n")
  .filter((line) => line.trim() !== "")
  .map((line) => {
    const [action = "", about, who, also] = line.split("|");
    return {
      action: action.trim(),
      about: words(about, /\s+/),
      who: words(who, /,/),
      also: words(also, /;/),
    };
  });

/** A row that names the feature comes before "*", but a direct export stands beside the approver's row. */
export function rowsFor(action: Action, resource: Resource): readonly Row[] {
  const rows = ROWS.filter((row) => row.action === action);
  const named = rows.filter(({ about }) => about.includes(resource));
  const any = resource === "company" ? [] : rows.filter(({ about }) => about.includes("*"));
  return action === "send" ? [...any, ...named] : named.length > 0 ? named : any;
}
