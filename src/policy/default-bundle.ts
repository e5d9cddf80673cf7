import data from '../../assets/default-bundle.json' with { type: 'json' };
import { parse } from '../shared/result.ts';
import { bundleSchema, type Bundle } from './bundle.ts';

/** What is enforced before a company's own bundle arrives, and whenever that one is unusable. A fault in it is a bug. */
export function loadDefaultBundle(): Bundle {
  const bundle = parse(bundleSchema, data, 'assets/default-bundle.json');
  if (!bundle.ok) throw new Error(bundle.problem);
  return bundle.value;
}
