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

/** What a policy may call a capture. */
export const captureKinds = ['text', 'files', 'image'] as const;
export type CaptureKind = (typeof captureKinds)[number];

/** A sensitivity label that a copied file carries, as its metadata says. */
export interface FileLabel {
  /** GUID of the label. */
  readonly id: string;
  /** GUID of the tenant that gave it. */
  readonly tenantId: string | null;
}

/** One state of the clipboard. Lives in memory only. */
export interface Capture {
  /** Unique in this run of the agent. */
  readonly id: string;
  readonly at: Date;
  /** `unreadable`: something is there that could not be read; never treated as clean. */
  readonly kind: CaptureKind | 'empty' | 'unreadable';
  /** Empty for files and images. */
  readonly text: string;
  /** What the copied files carry; absent where none was looked at. */
  readonly fileLabels?: readonly FileLabel[];
  /** The window in front when the copy was seen; a guess at where it came from. */
  readonly source: WindowContext | null;
  readonly markers: readonly PrivacyMarker[];
}
