import { z } from 'zod';
import { platformIdentifiers as fields, platformNameSchema } from './platform-identifiers.ts';
import { platformIdSchema } from './platform.ts';

const MAX_IDENTIFIERS = 100;

/**
 * A change to one platform of the catalogue, or, with a `name` and something to know it by, a platform of the company's own.
 * The fields are the catalogue's; what lists name is added to what the catalogue has.
 */
export const platformOverrideSchema = z.strictObject({
  platform_id: platformIdSchema,
  name: platformNameSchema.optional(),
  /** Does the company offer it to its people? */
  sanctioned: z.boolean().optional(),
  /** false: it is no AI platform for this company. */
  enabled: z.boolean().optional(),
  hostnames: fields.hostnames.max(MAX_IDENTIFIERS).optional(),
  url_prefixes: fields.url_prefixes.max(MAX_IDENTIFIERS).optional(),
  title_patterns: fields.title_patterns.max(MAX_IDENTIFIERS).optional(),
  windows_processes: fields.windows_processes.max(MAX_IDENTIFIERS).optional(),
  macos_bundle_ids: fields.macos_bundle_ids.max(MAX_IDENTIFIERS).optional(),
  x11_classes: fields.x11_classes.max(MAX_IDENTIFIERS).optional(),
});
export type PlatformOverride = z.infer<typeof platformOverrideSchema>;

export const platformOverridesSchema = z
  .array(platformOverrideSchema)
  .max(500)
  .superRefine((overrides, context) => {
    const seen = new Set<string>();
    for (const [index, { platform_id: id }] of overrides.entries()) {
      if (seen.has(id)) {
        context.addIssue({
          code: 'custom',
          path: [index, 'platform_id'],
          message: `expected each platform once, "${id}" stands twice`,
        });
      }
      seen.add(id);
    }
  });
