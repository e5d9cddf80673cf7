import { findLabel, isForFilesAndMail, pathOf } from '../../label/label-catalogue.ts';
import { labelReferences } from '../../policy/condition.ts';
import type { JsonPath } from '../../shared/json-lines.ts';
import type { Label } from '../../shared/label.ts';
import type { Check, LintInput, Remark } from './remark.ts';

interface Use {
  readonly path: JsonPath;
  readonly reference: string;
  /** Does it give the label, rather than ask for it? */
  readonly gives: boolean;
  readonly name?: string | undefined;
}

/** Every place that names a label. */
function usesOf({ bundle }: LintInput): readonly Use[] {
  return [
    ...bundle.dynamic_rules.rules.map(({ label }, index) => ({
      path: ['dynamic_rules', 'rules', index, 'label'],
      reference: label,
      gives: true,
    })),
    ...bundle.mapping.map(({ label }, index) => ({
      path: ['mapping', index, 'label'],
      reference: label,
      gives: true,
    })),
    ...(bundle.default_label === undefined
      ? []
      : [{ path: ['default_label'], reference: bundle.default_label, gives: true }]),
    ...bundle.policies.flatMap(({ name, when, exceptions }, index) =>
      [
        ...labelReferences(when).map((reference) => ({ path: ['policies', index, 'when'], reference })),
        ...exceptions.flatMap((exception, place) =>
          labelReferences(exception.when).map((reference) => ({
            path: ['policies', index, 'exceptions', place, 'when'],
            reference,
          })),
        ),
      ].map((use) => ({ ...use, gives: false, name })),
    ),
  ];
}

/** Labels in use that are switched off in Purview, are not for files and e-mails, or only group others. */
export const labelsInUse: Check = (input) => {
  const { labels } = input.bundle;
  return usesOf(input).flatMap(({ path, reference, gives, name }): readonly Remark[] => {
    const label = findLabel(labels, reference);
    if (label === null) return [];
    const found: Remark[] = [];
    const add = (kind: string, what: string, fix: string): void => {
      found.push({ kind, severity: 'warning', path, name, what, fix });
    };
    const called = `"${pathOf(label, labels)}"`;
    if (!label.enabled) {
      add('label-disabled', `the label ${called} is disabled`, 'enable it in Purview, or name another label');
    }
    if (gives && !isForFilesAndMail(label)) {
      add(
        'label-out-of-scope',
        `the label ${called} is for ${scopesOf(label)}, not for files and e-mails`,
        'add the scopes "file" and "email" in Purview, or give another label',
      );
    }
    if (gives && labels.some(({ parentId, enabled }) => enabled && parentId === label.id)) {
      add(
        'label-is-a-group',
        `the label ${called} has sub-labels; Purview does not put such a label on anything itself`,
        `give one of its sub-labels`,
      );
    }
    return found;
  });
};

const scopesOf = ({ scopes = [] }: Label): string => (scopes.length === 0 ? 'nothing' : scopes.join(', '));
