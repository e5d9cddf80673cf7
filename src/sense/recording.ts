import { z } from 'zod';
import { privacyMarkerSchema, windowContextSchema } from '../shared/capture.ts';
import type { FileLabel, PrivacyMarker, WindowContext } from '../shared/capture.ts';
import { answerSchema } from '../shared/coaching.ts';
import type { Answer } from '../shared/coaching.ts';
import { parseJson } from '../shared/json.ts';
import type { Result } from '../shared/result.ts';

export const MAX_STEPS = 10_000;

/** One thing that happens at a recorded desk. `note` is a line for people that explains it. */
export type RecordingStep = { readonly note?: string } & (
  | { readonly kind: 'focus'; readonly app: string | null; readonly window: WindowContext | null }
  | { readonly kind: 'copy'; readonly text: string; readonly markers: readonly PrivacyMarker[] }
  | { readonly kind: 'copy-files'; readonly fileLabels: readonly FileLabel[] }
  | { readonly kind: 'paste' }
  | { readonly kind: 'answer'; readonly answer: Answer }
);

/** A stretch of work at a desk, to be played to the agent in place of a live desktop. */
export interface Recording {
  readonly title: string;
  readonly steps: readonly RecordingStep[];
}

const appKeySchema = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'expected a short name such as outlook or chat-tab');

const doings = ['focus', 'copy', 'copy_files', 'paste', 'answer'] as const;

/** A sensitivity label that one of the files carries; no tenant: it is not known whose. */
const fileLabelSchema = z
  .strictObject({ id: z.guid(), tenant_id: z.guid().optional() })
  .transform(({ id, tenant_id: tenantId = null }): FileLabel => ({ id, tenantId }));

/** One object with one of the doings; a union of four shapes would blame the wrong one when a key is misspelt. */
const fileStepSchema = z
  .strictObject({
    /** A key of `apps`; null: nothing is in front. */
    focus: appKeySchema.nullable().optional(),
    copy: z
      .strictObject({ text: z.string(), markers: z.array(privacyMarkerSchema).max(2).default([]) })
      .optional(),
    copy_files: z.strictObject({ labels: z.array(fileLabelSchema).max(100).default([]) }).optional(),
    paste: z.literal(true).optional(),
    answer: z.strictObject(answerSchema.shape).optional(),
    note: z.string().max(300).optional(),
  })
  .refine((step) => doings.filter((doing) => step[doing] !== undefined).length === 1, {
    error: `expected exactly one of ${doings.join(', ')}`,
  });
type FileStep = z.infer<typeof fileStepSchema>;

const recordingFileSchema = z
  .strictObject({
    clipward_recording: z.literal(1),
    title: z.string().min(1).max(200),
    apps: z.record(appKeySchema, z.strictObject(windowContextSchema.shape)),
    steps: z.array(fileStepSchema).max(MAX_STEPS),
  })
  .superRefine(({ apps, steps }, context) => {
    steps.forEach(({ focus }, index) => {
      if (focus === undefined || focus === null || Object.hasOwn(apps, focus)) return;
      const message = `expected null or one of apps: ${listOf(Object.keys(apps))}`;
      context.addIssue({ code: 'custom', path: ['steps', index, 'focus'], message });
    });
  })
  .transform(({ title, apps, steps }): Recording => ({
    title,
    steps: steps.map((step) => read(step, apps)),
  }));

const MAX_NAMED = 20;

function listOf(names: readonly string[]): string {
  if (names.length === 0) return 'there are none';
  const more = names.length > MAX_NAMED ? ` and ${names.length - MAX_NAMED} more` : '';
  return `${names.slice(0, MAX_NAMED).join(', ')}${more}`;
}

function read(step: FileStep, apps: Readonly<Record<string, WindowContext>>): RecordingStep {
  const note = step.note === undefined ? {} : { note: step.note };
  if (step.copy !== undefined) return { kind: 'copy', ...step.copy, ...note };
  if (step.copy_files !== undefined) {
    return { kind: 'copy-files', fileLabels: step.copy_files.labels, ...note };
  }
  if (step.answer !== undefined) return { kind: 'answer', answer: step.answer, ...note };
  if (step.focus === undefined) return { kind: 'paste', ...note };
  return {
    kind: 'focus',
    app: step.focus,
    window: step.focus === null ? null : (apps[step.focus] ?? null),
    ...note,
  };
}

/**
 * Reads a recording from JSON text: `clipward_recording` (1), `title`, `apps` (name → window) and `steps`.
 * `where` names the file in the problem; the problem never quotes what a step copies.
 */
export function parseRecording(text: string, where: string): Result<Recording> {
  return parseJson(recordingFileSchema, text, where);
}
