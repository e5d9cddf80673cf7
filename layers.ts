/**
 * What each folder may import: the direction of the arrows, as data. oxlint.config.ts turns it into lint rules and
 * test/layers.test.ts plants a wrong import in every folder to see each rule fire.
 */
export interface Layer {
  /** Folder from the top of the repository. */
  readonly folder: string;
  /** Folders below src/ it may import from, besides itself. */
  readonly folders: readonly string[];
  /** Packages it may import. `node:*` stands for all of Node's own modules. */
  readonly packages: readonly string[];
  /** Imports nothing at all, not even from its own folder: what it does must not change when other code does. */
  readonly frozen?: true;
}

const pure = ['shared'] as const;
const belowAgent = [
  'shared',
  'sense',
  'classify',
  'label',
  'policy',
  'guard',
  'audit',
  'sync',
  'managed',
] as const;

export const layers: readonly Layer[] = [
  { folder: 'src/shared', folders: [], packages: ['zod'] },
  { folder: 'src/classify', folders: pure, packages: ['zod', 'libphonenumber-js', 'sax'] },
  { folder: 'src/label', folders: pure, packages: ['zod'] },
  { folder: 'src/policy', folders: ['shared', 'label'], packages: ['zod'] },
  {
    folder: 'src/sense',
    folders: pure,
    packages: ['node:*', 'zod', 'clipboardy', 'node-global-key-listener'],
  },
  { folder: 'src/managed', folders: pure, packages: ['node:*', 'zod'] },
  { folder: 'src/guard', folders: ['shared', 'sense', 'policy', 'classify'], packages: [] },
  { folder: 'src/audit', folders: pure, packages: ['node:*', 'zod', 'better-sqlite3'] },
  { folder: 'src/audit/migrations', folders: [], packages: [], frozen: true },
  {
    folder: 'src/sync',
    folders: ['shared', 'audit', 'label', 'policy'],
    packages: ['node:*', 'zod', '@azure/msal-node', 'jose'],
  },
  { folder: 'src/agent', folders: belowAgent, packages: [] },
  {
    folder: 'src/cli',
    folders: [...belowAgent, 'agent'],
    packages: ['node:*', 'zod', 'commander', 'clipboardy'],
  },
  { folder: 'src/app', folders: [...belowAgent, 'agent', 'cli'], packages: ['node:*', 'zod', 'electron'] },
  { folder: 'src/preload', folders: pure, packages: ['electron'] },
  { folder: 'renderer', folders: pure, packages: [] },
];

/** Globals that the pure folders must be handed instead: what they do may depend on their arguments alone. */
export const pureFolders = ['src/shared', 'src/classify', 'src/label', 'src/policy'] as const;
export const impureGlobals = [
  'Date',
  'process',
  'console',
  'performance',
  'fetch',
  'setTimeout',
  'setInterval',
] as const;
