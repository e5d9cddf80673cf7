import type { EventDraft } from '../shared/audit-event.ts';

/**
 * Watches the Purview integration being turned off and on. The answer is to be called when settings may have changed; it records
 * each change once. How it stands at the start is no change.
 */
export function watchIntegration(isOn: () => boolean, record: (draft: EventDraft) => void): () => void {
  let wasOn = isOn();
  return () => {
    if (isOn() === wasOn) return;
    wasOn = isOn();
    record({
      kind: 'agent',
      what: wasOn ? 'integration-on' : 'integration-off',
      detail: wasOn
        ? 'what is copied is labelled by the current mapping, and events say the label'
        : 'policies go on as before; events and questions say no label',
    });
  };
}
