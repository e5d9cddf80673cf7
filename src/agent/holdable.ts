import type { Capture } from '../shared/capture.ts';

/** Only text can be taken off the clipboard and given back whole; anything else is left where it is, and that is said. */
export const canBeHeld = ({ kind }: Capture): boolean => kind === 'text';

/** Why a capture that a policy speaks against stays where it is. One sentence. */
export const notHeld = ({ kind }: Capture): string =>
  kind === 'unreadable'
    ? 'the clipboard could not be read, so taking it away would lose it: it was not held'
    : `${kind === 'image' ? 'an image' : 'copied files'} cannot be taken away and given back whole: it was not held`;
