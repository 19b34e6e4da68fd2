import { useState } from "react";
import type { DetailFragment } from "../../generated/operations";

/** What somebody reads before they act. Its state moves by itself, and shows no other content. */
function contentOf({ number, title, amount, project, documentDate, vendorNumber, parentNumber, item }: DetailFragment) {
  return JSON.stringify([number, title, amount, project, documentDate, vendorNumber, parentNumber, item]);
}

/**
 * The record as it is, at the version of the content that was looked at: where that has changed since, an action is answered
 * with the difference, until somebody says that they have looked again.
 */
export function useSeen(record: DetailFragment) {
  const [looked, setLooked] = useState(record);
  const isChanged = contentOf(looked) !== contentOf(record);
  const seen = isChanged ? { ...record, version: looked.version } : record;
  return { seen, isChanged, lookAgain: () => setLooked(record) };
}
