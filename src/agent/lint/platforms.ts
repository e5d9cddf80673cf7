import type { Condition } from '../../policy/condition.ts';
import type { JsonPath } from '../../shared/json-lines.ts';
import { nearNames } from '../../shared/near-names.ts';
import { UNKNOWN_SITE } from '../../shared/platform.ts';
import { meant, type Check, type LintInput, type Remark } from './remark.ts';

interface Named {
  readonly path: JsonPath;
  readonly id: string;
  readonly name: string;
}

/** Platforms that policies or tests name and that do not exist, or are switched off. */
export const platformsNamed: Check = (input) => {
  const byId = new Map(input.platforms.map((platform) => [platform.platform_id, platform]));
  const ids = [...byId.keys(), UNKNOWN_SITE];
  return named(input).flatMap(({ path, id, name }): readonly Remark[] => {
    const platform = byId.get(id);
    if (platform === undefined && id !== UNKNOWN_SITE) {
      return [
        {
          kind: 'unknown-platform',
          severity: 'error',
          path,
          name,
          what: `there is no AI platform "${id}"`,
          fix: meant(
            nearNames(id, ids),
            'correct the id, or add it under "platforms" with a name and its hostnames',
          ),
        },
      ];
    }
    if (platform?.enabled !== false) return [];
    return [
      {
        kind: 'platform-switched-off',
        severity: 'warning',
        path,
        name,
        what: `the platform "${id}" is switched off in the catalogue: it is an ordinary app or site`,
        fix: `add {"platform_id": "${id}", "enabled": true} under "platforms", or drop it here`,
      },
    ];
  });
};

function named({ bundle }: LintInput): readonly Named[] {
  return [
    ...bundle.policies.flatMap(({ name, when, exceptions }, index) => [
      ...idsIn(when, ['policies', index, 'when'], name),
      ...exceptions.flatMap((exception, place) =>
        idsIn(exception.when, ['policies', index, 'exceptions', place, 'when'], name),
      ),
    ]),
    ...bundle.tests.map(({ name, platform }, index) => ({
      path: ['tests', index, 'platform'],
      id: platform,
      name,
    })),
  ];
}

function idsIn(condition: Condition, path: JsonPath, name: string): readonly Named[] {
  if ('all' in condition) {
    return condition.all.flatMap((branch, index) => idsIn(branch, [...path, 'all', index], name));
  }
  if ('any' in condition) {
    return condition.any.flatMap((branch, index) => idsIn(branch, [...path, 'any', index], name));
  }
  if ('not' in condition) return idsIn(condition.not, [...path, 'not'], name);
  return (condition.platform_id?.in ?? []).map((id, index) => ({
    path: [...path, 'platform_id', 'in', index],
    id,
    name,
  }));
}
