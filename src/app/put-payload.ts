import { payloadText } from '../documents/payload.ts';
import type { ChosenPayload } from '../features/samples/sample-choice.ts';
import { withLineFeeds } from '../documents/line-ends.ts';
import type { DraftStore } from '../state/draft-types.ts';
import type { Draft } from '../state/types.ts';
import type { Services } from './compose.ts';
import { offerUndo } from './payload-file.ts';

/** A sample or a preset in the place of the payload, with a way back; what it is meant to be goes with it. */
export function putPayload(
  services: Pick<Services, 'drafts'>,
  draftId: string,
  { title, bytes, eventType }: ChosenPayload,
): void {
  const { actions, drafts } = services.drafts.getState();
  const before = drafts.find(({ id }) => id === draftId);
  if (before === undefined) return;
  actions.loadPayloadBytes(draftId, bytes);
  actions.update(draftId, { eventType });
  if (before.payload.bytes.length === 0) return;
  keepForUndo(services.drafts, before);
  offerUndo(services, before, `The payload is ${title} now`);
}

/**
 * The editor's undo brings the old text back, but not its byte order mark nor mixed line ends: then the payload
 * becomes the old bytes again. Watched as long as the draft is there and nothing else was loaded into it.
 */
function keepForUndo(drafts: DraftStore, before: Draft): void {
  const { bom, eol, encoding, bytes } = before.payload;
  if (encoding === 'binary' || (!bom && (eol === 'lf' || eol === 'none'))) return;
  const text = withLineFeeds(payloadText(before.payload));
  const loaded = drafts.getState().drafts.find(({ id }) => id === before.id);
  const stop = drafts.subscribe((state, { drafts: earlier }) => {
    const draft = state.drafts.find(({ id }) => id === before.id);
    if (draft?.payloadRevision !== loaded?.payloadRevision) return stop();
    if (draft === undefined || earlier.find(({ id }) => id === draft.id)?.payload === draft.payload) return;
    if (withLineFeeds(payloadText(draft.payload)) !== text) return;
    stop();
    state.actions.loadPayloadBytes(draft.id, bytes);
  });
}
