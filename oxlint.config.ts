import { defineConfig, type OxlintOverride } from 'oxlint';
import { impureGlobals, layers, pureFolders, type Layer } from './layers.ts';

const everyFolder = [...new Set(layers.map((layer) => layer.folder))];

type Forbidden = { readonly message: string } & ({ readonly regex: string } | { readonly group: string[] });

/** What a layer may not import: relative specifiers by the folder they climb to, all others by their package's name. */
function forbidden(layer: Layer): Forbidden[] {
  if (layer.frozen === true)
    return [{ group: ['*'], message: `${layer.folder} imports nothing (layers.ts).` }];
  const own = nameOf(layer.folder);
  const others = [...new Set(everyFolder.map(nameOf))].filter(
    (name) => name !== own && !layer.folders.includes(name),
  );
  const packages = layer.packages.flatMap((name) =>
    name === 'node:*' ? ['!node:*', '!node:*/**'] : [`!${name}`, `!${name}/**`],
  );
  return [
    {
      regex: `^(?:\\.\\./)+(?:src/)?(?:${others.join('|')})/`,
      message: `${layer.folder} may import from ${layer.folders.join(', ') || 'no other folder'} (layers.ts).`,
    },
    {
      group: ['*', '!.', '!..', '!./**', '!../**', ...packages],
      message: `${layer.folder} may use ${layer.packages.join(', ') || 'no package'} (layers.ts).`,
    },
  ];
}

const nameOf = (folder: string): string => folder.replace(/^src\//, '').split('/')[0] ?? folder;

export default defineConfig({
  plugins: ['typescript', 'unicorn', 'oxc', 'import', 'promise', 'vitest'],
  options: { typeAware: true },
  categories: { correctness: 'error', suspicious: 'error' },
  ignorePatterns: ['dist/**', 'node_modules/**', 'test/fixtures/**'],
  rules: {
    'import/no-cycle': 'error',
    // Meant for windows; a thread's port has no origin.
    'unicorn/require-post-message-target-origin': 'off',
    'oxc/no-barrel-file': ['error', { threshold: 0 }],
    'typescript/no-floating-promises': 'error',
    'typescript/no-explicit-any': 'error',
    'typescript/switch-exhaustiveness-check': 'error',
    'typescript/consistent-type-imports': 'error',
    'no-empty': 'error',
    eqeqeq: 'error',
    'max-lines': ['error', { max: 400, skipBlankLines: true, skipComments: true }],
    'max-lines-per-function': ['error', { max: 90, skipBlankLines: true, skipComments: true }],
    'no-shadow': 'off',
    'import/no-unassigned-import': 'off',
    'no-await-in-loop': 'off',
    'promise/always-return': 'off',
    'promise/no-callback-in-promise': 'off',
    // A switch over a union returns in every case; the compiler checks that better.
    'typescript/consistent-return': 'off',
    'typescript/no-unnecessary-type-parameters': 'off',
    'typescript/no-unsafe-type-assertion': 'off',
  },
  overrides: [
    ...layers.map((layer): OxlintOverride => ({
      files: [`${layer.folder}/**/*.ts`],
      rules: { 'no-restricted-imports': ['error', { patterns: forbidden(layer) }] },
    })),
    {
      files: pureFolders.map((folder) => `${folder}/**/*.ts`),
      rules: { 'no-restricted-globals': ['error', ...impureGlobals] },
    },
    {
      files: ['test/**/*.ts', 'bench/**/*.ts', 'docs/**/*.ts'],
      rules: {
        'max-lines-per-function': 'off',
        'max-lines': 'off',
        'typescript/no-explicit-any': 'off',
        'unicorn/consistent-function-scoping': 'off',
        'vitest/valid-expect': ['error', { maxArgs: 2 }],
        // Helpers wait for and check things on the tests' behalf.
        'vitest/expect-expect': 'off',
        'vitest/no-standalone-expect': 'off',
        'vitest/no-conditional-expect': 'off',
        'vitest/require-awaited-expect-poll': 'off',
        'no-unmodified-loop-condition': 'off',
      },
    },
    {
      // These choose at run time whether a suite can run, and name it when it cannot.
      files: ['test/setup/x-display.ts', 'test/app/describe-with-chromium.ts'],
      rules: {
        'vitest/no-conditional-tests': 'off',
        'vitest/no-disabled-tests': 'off',
        'vitest/valid-title': 'off',
        'vitest/valid-describe-callback': 'off',
      },
    },
  ],
});
