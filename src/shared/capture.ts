import { z } from 'zod';

/** A window as the desktop tells it. All of it is a claim of that window, not proof. */
export const windowContextSchema = z.object({
  /** `chrome.exe`, `firefox`; the file name only. */
  process: z.string().max(260).optional(),
  /** macOS bundle identifier. */
  bundleId: z.string().max(260).optional(),
  /** X11 WM_CLASS (instance and class) or a Wayland app_id. */
  windowClass: z.array(z.string().max(260)).max(2).optional(),
  title: z.string().max(4096).optional(),
  /** Address of the page in front, where the system gives it. */
  url: z.string().max(4096).optional(),
  pid: z.int().positive().optional(),
});
export type WindowContext = z.infer<typeof windowContextSchema>;

/** Set by password managers and the like: the owner asks that this not be kept. */
export const privacyMarkerSchema = z.enum(['concealed', 'transient']);
export type PrivacyMarker = z.infer<typeof privacyMarkerSchema>;

/** One state of the clipboard. Lives in memory only. */
export interface Capture {
  /** Unique in this run of the agent. */
  readonly id: string;
  readonly at: Date;
  /** `unreadable`: something is there that could not be read; never treated as clean. */
  readonly kind: 'text' | 'empty' | 'unreadable';
  readonly text: string;
  /** The window in front when the copy was seen; a guess at where it came from. */
  readonly source: WindowContext | null;
  readonly markers: readonly PrivacyMarker[];
}
