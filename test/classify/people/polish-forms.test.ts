import { describe, expect, it } from 'vitest';
import { polishForms } from '../../../src/classify/people/polish-forms.ts';

describe('the cases of a Polish name', () => {
  it.each([
    { name: 'anna', forms: ['anny', 'annie', 'annę', 'anną', 'anno'] },
    { name: 'monika', forms: ['moniki', 'monice', 'monikę', 'moniką'] },
    { name: 'barbara', forms: ['barbary', 'barbarze', 'barbarę'] },
    { name: 'tomasz', forms: ['tomasza', 'tomaszowi', 'tomaszem', 'tomaszu'] },
    { name: 'marek', forms: ['marka', 'markowi', 'markiem', 'marku'] },
    { name: 'paweł', forms: ['pawła', 'pawłowi', 'pawłem'] },
    { name: 'wróbel', forms: ['wróbla', 'wróblowi', 'wróblem'] },
    { name: 'jerzy', forms: ['jerzego', 'jerzemu', 'jerzym'] },
  ])('of $name hold $forms', ({ name, forms }) => {
    expect(polishForms(name)).toEqual(expect.arrayContaining([name, ...forms]));
  });
});
