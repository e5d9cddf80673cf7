import { z } from 'zod';
import { oneLine } from './one-line.ts';

/** A Microsoft Purview sensitivity label. Higher `priority` is stricter, as in Purview. */
export const labelSchema = z.strictObject({
  id: z.string().min(1).max(64),
  name: oneLine(128),
  parentId: z.string().min(1).max(64).optional(),
  color: z.string().regex(/^#[0-9a-fA-F]{6}$/, 'expected a colour such as #d13438'),
  priority: z.int().nonnegative(),
  enabled: z.boolean().default(true),
  description: z.string().max(1000).optional(),
  /** The tenant it comes from; absent for a label of the company's own that Purview does not have. */
  tenantId: z.string().min(1).max(64).optional(),
  /** What Purview says it may be put on: `file`, `email`, `site`, `teamwork`…; absent where that is not said. */
  scopes: z.array(z.string().max(40)).max(20).optional(),
});
export type Label = z.infer<typeof labelSchema>;

/** The label of one capture and what chose it. `label` is null when nothing fitted, or the content could not be read. */
export interface Labelling {
  readonly label: Label | null;
  readonly chosenBy: 'rule' | 'mapping' | 'default' | 'nothing';
  /** One phrase for people: which rule or row, and the row's justification. */
  readonly why: string;
}
