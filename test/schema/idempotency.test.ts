import { getNamedType, isInputObjectType, isObjectType, type GraphQLSchema } from "graphql";
import { createSchema } from "../../src/app";
import { KEY_FIELD, keyedPayloadOf } from "../../src/tenant/graphql/keyed-mutations";

/* What makes something new each time takes a client's own key, so that a double click makes one. */

/** What answers a second call as the first, or refuses it: it moves, sets or ends what is named, or compares versions. */
const ONCE_BY_ITSELF: readonly string[] = [
  ...["agreeActionItem", "answerAvailability", "cancelCall", "closeCall", "confirmSlot", "startCall", "tickAgenda"],
  ...["withdrawSlot", "completeFollowUp", "dropFollowUp", "reassignFollowUp", "reopenFollowUp", "moveActionItem"],
  ...["closeQuestion", "enterImplementationPhase", "goLive", "suspendIntegration", "resumeIntegration"],
  ...["closeAccessReview", "signOffReviewItems", "decideAccessRequest", "withdrawAccessRequest", "decideVendorAccess"],
  ...["deactivateMember", "erasePerson", "makeReadOnly", "relinkMember", "relinkVendorStaff", "updateMember"],
  ...[
    "revokeApiKey",
    "revokeLetterLinks",
    "revokeFeatureAccess",
    "endVendorAssignment",
    "setProjectLevels",
    "setStakeholders",
  ],
  ...["setFeatureSwitch", "setMailPreferences", "setMapping", "updateCompany", "updateProject"],
  ...["bindProjectConnection", "configureConnection", "removeConnection", "disconnectConnection", "readErpLists"],
  ...["checkPlatform", "connectPlatform", "disconnectPlatform", "releasePlatformDirectory", "setPlatformDeciding"],
  ...[
    "rotatePlatformEventSecret",
    "archiveRecord",
    "closeCommitment",
    "reopenCommitment",
    "importRecord",
    "linkRecord",
    "linkToClash",
    "rejectRecord",
  ],
  ...["rejectRecords", "restoreRecord", "resubmitRecord", "retrieveRecord", "retryRecord", "sendRecord", "sendRecords"],
  ...["unlinkRecord", "linkSuggestedRecords", "resumeDeliveryLane"],
  // Lists: what a row has made already, the same row finds.
  ...["importAccessList", "importMapping", "mirrorPlatformDirectory", "submitRecordList"],
  // They ask the ledger or begin a consent: nothing is held open meanwhile, and the newest counts.
  ...["authorizeConnection", "importFromErp", "proposeMapping", "reconcile", "applyReconciliation"],
];

/** Texts in answers that are kept for a day: none of them opens anything, or says anything of a person. */
const TEXTS_KEPT: readonly string[] = ["CallPayload.remarks"];

const schema: GraphQLSchema = createSchema(null);
const mutations = Object.values(schema.getMutationType()?.getFields() ?? {});
const keyed = mutations.filter((mutation) => keyedPayloadOf(mutation));
const inputOf = (mutation: (typeof mutations)[number]) => {
  const input = getNamedType(mutation.args.find(({ name }) => name === "input")?.type);
  return isInputObjectType(input) ? input : null;
};

test("every mutation takes a client's key, or a second call of it makes nothing new", () => {
  const without = mutations.filter((mutation) => !keyedPayloadOf(mutation)).map(({ name }) => name);
  expect(without.sort()).toEqual([...ONCE_BY_ITSELF].sort());
});

test("a key is offered where it is kept, and nowhere else", () => {
  const offering = mutations.filter((mutation) => KEY_FIELD in (inputOf(mutation)?.getFields() ?? {}));
  expect(offering.map(({ name }) => name)).toEqual(keyed.map(({ name }) => name));
});

test("a keyed mutation names its own payload, and keeps no text that opens something", () => {
  const texts = new Set<string>();
  for (const mutation of keyed) {
    const type = getNamedType(mutation.type);
    expect([mutation.name, type.name]).toEqual([mutation.name, keyedPayloadOf(mutation)?.name]);
    if (!isObjectType(type)) continue;
    for (const field of Object.values(type.getFields()))
      if (getNamedType(field.type).name === "String" && field.extensions["notKept"] !== true)
        texts.add(`${type.name}.${field.name}`);
  }
  expect([...texts].sort()).toEqual([...TEXTS_KEPT].sort());
});
