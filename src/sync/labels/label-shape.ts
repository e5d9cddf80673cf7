import { z } from 'zod';
import type { Label } from '../../shared/label.ts';
import { tidyLabels, type LabelDraft } from './tidy-labels.ts';

/** Which way the tenant counts. Microsoft's pages contradict each other; elsewhere in Purview the greater order is the more sensitive. */
export type PriorityDirection = 'greater-is-stricter' | 'lower-is-stricter';

export interface ShapeOptions {
  /** The tenant's GUID: what labels on files name it by. */
  readonly tenantId: string;
  readonly direction?: PriorityDirection;
}

export interface ShapedLabels {
  readonly labels: readonly Label[];
  /** One line each on what was left out or mended. Counts and places; never a value that did not fit. */
  readonly notes: readonly string[];
  /** False: there were more than `MAX_LABELS`, and not all of them are here. */
  readonly complete: boolean;
}

/** What is wanted but not worth losing a label for: left out when it is of another kind. */
const lenient = <Schema extends z.ZodType>(schema: Schema) => schema.nullish().catch(undefined);
const words = z.union([
  z
    .string()
    .max(2000)
    .transform((text) => text.split(',')),
  z.array(z.string()).max(100),
]);
const text = z.string().max(20_000);

/**
 * A label as Graph tells it, in either shape: v1.0 nests `sublabels` and counts `priority`; the older beta paths give a
 * flat list whose entries carry their whole `parent` and count `sensitivity`. Only the id is always there; the published
 * metadata and the reference pages differ on the rest, so everything else is optional and unknown fields are let be.
 * Sources: Graph v1.0 metadata; learn.microsoft.com/graph/api/resources/security-sensitivitylabel (v1.0 and beta).
 */
const graphLabelSchema = z.object({
  id: z.string().trim().min(1).max(64),
  name: lenient(text),
  displayName: lenient(text),
  description: lenient(text),
  toolTip: lenient(text),
  tooltip: lenient(text),
  color: lenient(z.string()),
  priority: lenient(z.int32()),
  sensitivity: lenient(z.int32()),
  isEnabled: lenient(z.boolean()),
  isActive: lenient(z.boolean()),
  applicableTo: lenient(words),
  contentFormats: lenient(words),
  parent: z.unknown().optional(),
  sublabels: lenient(z.array(z.unknown())),
});
type GraphLabel = z.output<typeof graphLabelSchema>;

/** More in one answer is no list of labels: Purview allows some hundreds. */
export const MAX_LABELS = 20_000;

/**
 * The entries of one answer (`value` of all its pages) as labels: ids in lower case, unique, parents without circles, in the
 * order they came. A label that cannot be used is left out and told, never the whole list.
 */
export function labelsOf(entries: readonly unknown[], options: ShapeOptions): ShapedLabels {
  const drafts: LabelDraft[] = [];
  const parents = new Set<string>();
  let unusable = 0;
  const take = (entry: unknown, parentId: string | undefined, isListed: boolean): void => {
    if (drafts.length > MAX_LABELS) return;
    const parsed = graphLabelSchema.safeParse(entry);
    const name = parsed.success ? nameOf(parsed.data) : '';
    if (!parsed.success || name === '') {
      unusable += 1;
      return;
    }
    const { data } = parsed;
    const id = data.id.toLowerCase();
    const above = parentId ?? idOf(data.parent);
    drafts.push({
      ...draftOf(data, id, name),
      ...(above === undefined ? {} : { parentId: above }),
      isListed,
    });
    for (const child of data.sublabels ?? []) take(child, id, true);
    // A parent may stand nowhere else: beta lists only what a person may use.
    if (above === undefined || parentId !== undefined || parents.has(above)) return;
    parents.add(above);
    take(data.parent, undefined, false);
  };
  for (const entry of entries) take(entry, undefined, true);
  const tidy = tidyLabels(drafts, options.direction ?? 'greater-is-stricter');
  return {
    labels: tidy.labels.map((label) => ({ ...label, tenantId: options.tenantId.toLowerCase().slice(0, 64) })),
    notes: [
      ...(unusable === 0
        ? []
        : [`${unusable} left out: expected an id and a name of at most 128 characters`]),
      ...tidy.notes,
    ],
    complete: drafts.length <= MAX_LABELS,
  };
}

const idOf = (parent: unknown): string | undefined => {
  const parsed = z.object({ id: z.string().trim().min(1).max(64) }).safeParse(parent);
  return parsed.success ? parsed.data.id.toLowerCase() : undefined;
};

/** Empty where there is none that can be shown. */
function nameOf({ name, displayName }: GraphLabel): string {
  const found = [displayName, name].map((each) => plain(each ?? '')).find((each) => each !== '') ?? '';
  return found.length <= 128 ? found : '';
}

/** Neither line breaks nor what turns a terminal's or a window's text around; a `\` would read as a path. */
const plain = (value: string): string =>
  value
    .replaceAll(/[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\s]+/gu, ' ')
    .replaceAll('\\', '/')
    .trim();

function draftOf(data: GraphLabel, id: string, name: string): Omit<LabelDraft, 'isListed'> {
  const description = plain(data.description ?? '') || plain(data.toolTip ?? data.tooltip ?? '');
  const scopes = scopesOf(data);
  return {
    id,
    name,
    color: colorOf(data.color),
    priority: data.priority ?? data.sensitivity ?? null,
    enabled: data.isEnabled !== false && data.isActive !== false,
    ...(description === '' ? {} : { description: description.slice(0, 1000) }),
    ...(scopes.length === 0 ? {} : { scopes }),
  };
}

function scopesOf({ applicableTo, contentFormats }: GraphLabel): string[] {
  const said = (applicableTo ?? contentFormats ?? []).map((scope) => plain(scope));
  return [...new Set(said.filter((scope) => scope !== '' && scope.length <= 40))].slice(0, 20);
}

/** Purview has no colour for many labels: grey then. */
const NO_COLOR = '#8a8886';

function colorOf(color: string | null | undefined): string {
  const given = color?.trim().toLowerCase() ?? '';
  if (/^#[0-9a-f]{6}$/.test(given)) return given;
  return /^#[0-9a-f]{3}$/.test(given) ? given.replaceAll(/[0-9a-f]/g, '$&$&') : NO_COLOR;
}
