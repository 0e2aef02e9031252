/**
 * Who may call what, for everything that changes something and every route. A command or a route without a row fails
 * the tests: whoever adds one says here how it is guarded, and the guard is looked for.
 *
 * `effect`    a part of a case's command; only the engine runs it, after the policy (matrix: integration/authorization)
 * `policy`    asks `can` itself
 * `owner`     opens a draft with its owner's secret
 * `own`       acts for the very person who calls, who is an argument
 * `part`      a part of another command, inside its transaction; no route imports it
 * `worker`    called by the worker alone; no route imports it
 * `open`      for anybody, with the reason
 */
export type Guard = 'effect' | 'policy' | 'owner' | 'own' | 'part' | 'worker' | `open: ${string}`;

export const COMMAND_ROWS: Record<string, Guard> = {
  'lib/submissions/commands/correct.ts#correct': 'effect',
  'lib/submissions/commands/duplicate.ts#duplicate': 'effect',
  'lib/submissions/commands/object.ts#object': 'effect',
  'lib/submissions/commands/edit.ts#edit': 'effect',
  'lib/submissions/commands/forward.ts#forward': 'effect',
  'lib/submissions/commands/hand-over.ts#handOver': 'effect',
  'lib/submissions/commands/hide.ts#hide': 'effect',
  'lib/submissions/commands/link.ts#link': 'effect',
  'lib/submissions/commands/link.ts#unlink': 'effect',
  'lib/submissions/commands/redirect.ts#redirect': 'effect',
  'lib/submissions/commands/release.ts#publish': 'effect',
  'lib/submissions/commands/release.ts#release': 'effect',
  'lib/submissions/commands/reply.ts#reply': 'effect',
  'lib/submissions/commands/threshold.ts#reachThreshold': 'effect',
  'lib/submissions/commands/withdraw.ts#withdraw': 'effect',
  'lib/submissions/commands/join.ts#joinCase': 'policy',
  'lib/submissions/commands/support.ts#askToSupport': 'policy',
  'lib/submissions/commands/support.ts#confirmSupport':
    'open: the id comes from a link that only its owner got',
  'lib/submissions/commands/support.ts#withdrawSupport':
    'open: the id comes from a link that only its owner got',
  'lib/submissions/commands/carry-supports.ts#carrySupports': 'part',
  'lib/submissions/commands/supporter-rows.ts#sameSupporter': 'part',
  'lib/submissions/commands/supporter-rows.ts#createSupport': 'part',
  'lib/submissions/commands/count-support.ts#holdForSupport': 'part',
  'lib/submissions/commands/count-support.ts#countSupport': 'part',
  'lib/submissions/commands/file.ts#fileSubmission': 'policy',
  'lib/submissions/commands/import.ts#importSubmissions': 'policy',
  'lib/submissions/commands/import-write.ts#writeImported': 'part',
  'lib/submissions/commands/search-text.ts#refreshSearchText': 'part',
  'lib/filing/commands/start.ts#startDraft': 'owner',
  'lib/filing/commands/save.ts#saveWhat': 'owner',
  'lib/filing/commands/save.ts#saveCategory': 'owner',
  'lib/filing/commands/save.ts#saveSeen': 'owner',
  'lib/filing/commands/save.ts#savePlace': 'owner',
  'lib/filing/commands/save.ts#saveContact': 'owner',
  'lib/filing/commands/photos.ts#addPhotos': 'owner',
  'lib/filing/commands/photos.ts#removePhoto': 'owner',
  'lib/filing/commands/submit.ts#submitDraft': 'owner',
  'lib/filing/commands/lock.ts#lockDraft': 'part',
  'lib/filing/commands/lock.ts#changeDraft': 'owner',
  'lib/filing/commands/expire.ts#expireDrafts': 'worker',
  'lib/filing/commands/file-for.ts#fileFor': 'policy',
  'lib/filing/commands/join-for.ts#joinFor': 'policy',
  'lib/calls/commands/log-call.ts#logCall': 'policy',
  'lib/calls/commands/log-filed-call.ts#logFiledCall': 'part',
  'lib/calls/commands/call-back.ts#finishCallBack': 'policy',
  'lib/calls/commands/call-back.ts#viewCallBack': 'policy',
  'lib/media/commands/attach.ts#insertPhotos': 'part',
  'lib/media/commands/attach.ts#adoptDraftPhotos': 'part',
  'lib/media/commands/remove.ts#removePhotosOfDrafts': 'part',
  'lib/media/commands/remove.ts#removeDraftPhoto': 'part',
  'lib/notifications/commands/resend-link.ts#resendLink':
    'open: the answer never says whether the address belongs to the case; the link goes to that address alone',
  'lib/directory/commands/save-record.ts#saveRecord': 'policy',
  'lib/directory/commands/record-checks.ts#checkRecord': 'part',
  'lib/directory/commands/edit-rules.ts#editRules': 'policy',
  'lib/staff/commands/account-link.ts#issueLink': 'part',
  'lib/staff/commands/account-link.ts#sendLink': 'part',
  'lib/staff/commands/account-link.ts#sweepAccountLinks': 'worker',
  'lib/staff/commands/account-rows.ts#lockAdministrators': 'part',
  'lib/staff/commands/account-rows.ts#lockAccount': 'part',
  'lib/staff/commands/account-rows.ts#assertFits': 'part',
  'lib/staff/commands/create-account.ts#createAccount': 'policy',
  'lib/staff/commands/edit-account.ts#editAccount': 'policy',
  'lib/staff/commands/switch-account.ts#switchAccount': 'policy',
  'lib/staff/commands/set-password.ts#setPassword':
    'open: whoever has the mailed link of an account sets its password, once',
  'lib/staff/commands/sign-in.ts#signIn': 'open: it finds out who somebody is',
  'lib/staff/commands/change-password.ts#changePassword': 'own',
};

/** Each method of each route: what it leads to, and why whoever may call it may. */
export const ROUTE_ROWS: Record<string, Record<string, string>> = {
  'app/[locale]/manifest/route.ts': { GET: 'anybody: the name of the portal in a language' },
  'app/[locale]/offline/route.ts': { GET: 'anybody: the same page for all' },
  'app/api/account/first-password/route.ts': { POST: 'whoever has the mailed link of the account' },
  'app/api/account/password/route.ts': { POST: 'staff, for their own account' },
  'app/api/accounts/route.ts': { POST: 'the policy, in createAccount()' },
  'app/api/accounts/[id]/route.ts': { POST: 'the policy, in editAccount()' },
  'app/api/accounts/[id]/[action]/route.ts': { POST: 'the policy, in switchAccount()' },
  'app/api/directory/[kind]/route.ts': { POST: 'the policy, in saveRecord()' },
  'app/api/directory/[kind]/[id]/route.ts': { POST: 'the policy, in saveRecord()' },
  'app/api/rules/[category]/route.ts': { POST: 'the policy, in editRules()' },
  'app/api/drafts/route.ts': { POST: 'anybody: begins a draft of their own' },
  'app/api/drafts/[id]/[step]/route.ts': { POST: 'whoever holds the secret of the draft' },
  'app/api/drafts/[id]/submit/route.ts': { POST: 'whoever holds the secret of the draft' },
  'app/api/drafts/outlines/route.ts': { GET: 'anybody: districts of the city' },
  'app/api/drafts/point/route.ts': { GET: 'anybody: what is known of a point of the city' },
  'app/api/health/live/route.ts': { GET: 'anybody: whether it runs' },
  'app/api/health/ready/route.ts': { GET: 'anybody: names of what is down, no figures of the inside' },
  'app/api/links/route.ts': { POST: 'anybody: see resendLink' },
  'app/api/map/route.ts': { GET: 'anybody: what is public, by the policy in mapData()' },
  'app/api/places/route.ts': { GET: 'anybody: streets and stops' },
  'app/api/procedures/route.ts': { GET: 'anybody: procedure cards' },
  'app/api/session/route.ts': { POST: 'anybody: signs in' },
  'app/api/session/end/route.ts': { POST: 'anybody: ends their own session' },
  'app/api/staff/calls/route.ts': { POST: 'the policy, in logCall()' },
  'app/api/staff/calls/[id]/done/route.ts': { POST: 'the policy, in finishCallBack()' },
  'app/api/staff/card/route.ts': { GET: 'who writes down calls; a card is anybody’s to read' },
  'app/api/staff/join/route.ts': { POST: 'the policy, in joinFor()' },
  'app/api/staff/look/route.ts': {
    POST: 'who files for somebody or writes down calls; cases by similarNearby()',
  },
  'app/api/staff/person/route.ts': { POST: 'the policy, in casesOfPerson()' },
  'app/api/staff/submissions/route.ts': { POST: 'the policy, in fileFor()' },
  'app/api/staff/topics/route.ts': { GET: 'who writes down calls' },
  'app/api/staff/search/route.ts': { POST: 'staff; what may be found is asked where it is read' },
  'app/api/submissions/[reference]/[command]/route.ts': { POST: 'the policy, in transition()' },
  'app/api/statistics/route.ts': {
    GET: 'anybody: figures with nobody in them; the policy is asked in the query',
  },
  'app/api/submissions/[reference]/support/route.ts': { POST: 'the policy, in askToSupport()' },
  'app/api/supports/[key]/[act]/route.ts': { POST: 'whoever holds the key of the support' },
  'app/api/submissions/[reference]/preview/route.ts': { POST: 'the policy, in previewMail()' },
  'app/api/submissions/[reference]/reply/route.ts': { POST: 'the policy, in filledReply()' },
  'app/api/suggest/categories/route.ts': { GET: 'anybody: categories' },
  'app/media/[id]/[size]/route.ts': { GET: 'the policy, in photoFor()' },
};
