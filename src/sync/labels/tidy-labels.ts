import type { Label } from '../../shared/label.ts';
import type { PriorityDirection } from './label-shape.ts';

/** A label as it was told, before it is seen together with the others. */
export interface LabelDraft extends Omit<Label, 'priority'> {
  /** As the tenant counts; null where it does not say. */
  readonly priority: number | null;
  /** False: seen only as somebody's parent. */
  readonly isListed: boolean;
}

export interface Tidied {
  readonly labels: readonly Label[];
  readonly notes: readonly string[];
}

/**
 * Makes a catalogue of drafts: each id once (the first that is listed itself), parents that exist and do not go round in
 * a circle, priorities from 0 on in which greater is stricter. Order as told.
 */
export function tidyLabels(drafts: readonly LabelDraft[], direction: PriorityDirection): Tidied {
  const notes: string[] = [];
  const byId = new Map<string, LabelDraft>();
  let twice = 0;
  for (const draft of drafts) {
    const before = byId.get(draft.id);
    if (before === undefined || (!before.isListed && draft.isListed)) byId.set(draft.id, draft);
    else if (before.isListed && draft.isListed) twice += 1;
  }
  if (twice > 0) notes.push(`${twice} left out: an id that another label has`);
  const orphans = mendParents(byId);
  if (orphans > 0) notes.push(`${orphans} put at the top: a parent that is missing or below its own child`);
  const priorities = prioritiesOf(byId, direction);
  if (priorities.missing > 0) {
    notes.push(`${priorities.missing} without a priority: taken as their parent's, or as the lowest`);
  }
  const labels = [...byId.values()].map((draft): Label => {
    const { isListed: _, ...label } = draft;
    return { ...label, priority: priorities.of(label.id) };
  });
  return { labels, notes };
}

/** Takes the parent away where it is missing or a circle would close. Gives how many lost it. */
function mendParents(byId: Map<string, LabelDraft>): number {
  const sound = new Set<string>();
  let mended = 0;
  for (const start of byId.keys()) {
    const line = new Set<string>();
    for (let id = start; !sound.has(id);) {
      line.add(id);
      const draft = byId.get(id);
      if (draft?.parentId === undefined) break;
      if (!byId.has(draft.parentId) || line.has(draft.parentId)) {
        const { parentId: _, ...top } = draft;
        byId.set(id, top);
        mended += 1;
        break;
      }
      id = draft.parentId;
    }
    for (const id of line) sound.add(id);
  }
  return mended;
}

function prioritiesOf(
  byId: ReadonlyMap<string, LabelDraft>,
  direction: PriorityDirection,
): { readonly missing: number; of(id: string): number } {
  const drafts = [...byId.values()];
  const counted = drafts.flatMap(({ priority }) => (priority === null ? [] : [priority]));
  const lowest = counted.reduce((least, each) => Math.min(least, each), 0);
  const greatest = counted.reduce((most, each) => Math.max(most, each), lowest);
  const stricter = (priority: number): number =>
    direction === 'greater-is-stricter' ? priority - lowest : greatest - priority;
  const of = (id: string): number => {
    // Parents form no circle any more.
    for (let at = byId.get(id); at !== undefined; at = byId.get(at.parentId ?? '')) {
      if (at.priority !== null) return stricter(at.priority);
    }
    return 0;
  };
  return { missing: drafts.length - counted.length, of };
}
