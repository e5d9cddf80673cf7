import { z } from 'zod';
import { oneLine } from '../shared/one-line.ts';
import { platformIdSchema } from '../shared/platform.ts';
import { typeReferenceSchema } from '../shared/type-reference.ts';
import { actionSchema } from '../shared/verdict.ts';

const group = z.string().min(1).max(256);

/** A case of the bundle's own: this text on this platform must give this verdict. */
export const bundleTestSchema = z.strictObject({
  name: oneLine(200),
  /** Made up, never real data: it stands in the bundle and goes to every device. */
  text: z.string().max(64 * 1024),
  /** An AI platform, or `unknown-site`. */
  platform: platformIdSchema,
  /** Circumstances; what is left out is: no groups, an unmanaged device, a Wednesday at noon, no overrides. */
  given: z
    .strictObject({
      user_groups: z.array(group).max(100).optional(),
      device_groups: z.array(group).max(100).optional(),
      device_managed: z.boolean().optional(),
      source_app: z.string().min(1).max(260).optional(),
      /** Local time, such as `2026-11-21T14:30`. */
      at: z
        .string()
        .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/, 'expected a local time such as 2026-11-21T14:30')
        .optional(),
      /** How often the person has pasted anyway today. */
      overrides: z.int().min(0).max(1000).optional(),
    })
    .optional(),
  expect: z
    .strictObject({
      action: actionSchema.optional(),
      /** The deciding policy; null when none may apply. */
      policy: z.string().min(1).max(200).nullable().optional(),
      label: z.string().min(1).max(257).nullable().optional(),
      /** Types that must be found, with at least medium confidence. */
      findings: z.array(typeReferenceSchema).max(100).optional(),
    })
    .refine((expected) => Object.keys(expected).length > 0, 'expected action, policy, label or findings'),
});
export type BundleTest = z.infer<typeof bundleTestSchema>;
