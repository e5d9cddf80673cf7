import { z } from 'zod';
import { platformIdSchema } from './platform.ts';

const names = z.array(z.string().trim().min(1).max(260)).max(100);

/**
 * A change to one platform of the catalogue, or, with a `name` and something to know it by, a platform of the company's own.
 * Lists are added to what the catalogue has.
 */
export const platformOverrideSchema = z.strictObject({
  platform_id: platformIdSchema,
  name: z.string().trim().min(1).max(200).optional(),
  /** Does the company offer it to its people? */
  sanctioned: z.boolean().optional(),
  /** false: it is no AI platform for this company. */
  enabled: z.boolean().optional(),
  /** Hosts of its site, such as `chat.example.com`; `*.example.com` is all below one. */
  hosts: names.optional(),
  /** Endings of its page titles as browsers show them. */
  titles: names.optional(),
  /** File names of its program on Windows and Linux. */
  processes: names.optional(),
  /** macOS bundle identifiers. */
  bundle_ids: names.optional(),
});
export type PlatformOverride = z.infer<typeof platformOverrideSchema>;

export const platformOverridesSchema = z.array(platformOverrideSchema).max(500);
