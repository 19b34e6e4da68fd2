import { Navigate } from "@tanstack/react-router";
import { useQuery } from "urql";
import { useAddress } from "../app/company";
import { RecordDocument } from "../generated/operations";
import { Failed, Loading, NotFound } from "../ui/states";

/** `/records/ID`, which letters and documents in the ledger name: the record, open in its tool. */
export function RecordAddress() {
  const { record = "" } = useAddress();
  const [{ data, error, fetching }] = useQuery({ query: RecordDocument, variables: { id: record } });
  if (fetching && !data) return <Loading />;
  if (error) return <Failed error={error} />;
  if (data?.node?.__typename !== "ErpRecord") return <NotFound />;
  return <Navigate to={`/erp-integrations/${data.node.companyId}`} search={{ record }} replace />;
}
