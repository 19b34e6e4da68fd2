/** A person of the demo, with what the explorer will see them be able to do. */
export interface DemoPerson {
  readonly email: string;
  readonly name: string;
  readonly title: string;
}

/** The demo's people; development only. */
export const DEMO_PEOPLE: readonly DemoPerson[] = [
  {
    email: "admin@demo.test",
    name: "Alma Reyes",
    title: "company administrator: names people, gives rights",
  },
  {
    email: "commitments-and-invoices@demo.test",
    name: "Bruno Keller",
    title: "accounting approver of commitments and invoices",
  },
  { email: "commitments-only@demo.test", name: "Carla Singh", title: "accounting approver of commitments only" },
  { email: "read-only@demo.test", name: "Dmitri Okafor", title: "read-only user" },
  {
    email: "project-manager@demo.test",
    name: "Elena Novak",
    title: "project manager: submits records, sends none",
  },
  { email: "specialist@vendor.test", name: "Farid Haddad", title: "the vendor's implementation specialist" },
  { email: "admin@other.test", name: "Grace Lind", title: "administrator of another company" },
];
