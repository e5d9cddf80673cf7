import { describe, expect, it } from 'vitest';
import { createClassifierOf } from '../../../src/classify/classifier.ts';
import { codeLanguages } from '../../../src/classify/content/code-lines.ts';
import { codeExamples } from '../../../src/classify/content/source-code-examples.ts';
import { sourceCodeDetectors } from '../../../src/classify/content/source-code.ts';

const classifier = createClassifierOf(sourceCodeDetectors);
const found = (text: string) =>
  classifier.classify(text).findings.map(({ type, start, end }) => ({ type, text: text.slice(start, end) }));

describe('source code', () => {
  it.each(codeLanguages)('in %s is told by its lines', (language) => {
    const [example] = codeExamples(language);
    expect(found(example?.text ?? '')).toEqual([{ type: `SOURCE_CODE:${language}`, text: example?.value }]);
  });

  it('is one finding, from its first line to its last, between paragraphs of prose', () => {
    const code =
      'import os\n\ndef walk(top):\n    for name in os.listdir(top):\n        print(name)\n\nwalk(".")';
    const prose = 'This is what I have tried so far.\nIt does not work.\n\n';
    const after = '\n\nThe first line is fine.\nThe second is not.\nWhat is wrong with it?\nPlease tell me.';
    expect(found(prose + code + after)).toEqual([{ type: 'SOURCE_CODE:PYTHON', text: code }]);
  });

  it('is certain when it is long', () => {
    const line = (index: number) => `const bell${index} = ring(${index});\n`;
    const text = Array.from({ length: 12 }, (_, index) => line(index)).join('');
    expect(classifier.classify(text).findings[0]?.confidence).toBe('high');
  });

  it.each([
    'class is over.\nreturn the keys.\nimport nothing.\nfunction follows form.',
    'Dear team,\n\nplease select a date from the list,\nupdate your address\nand delete the old one.',
    'const x = 1;',
    'Shopping:\n- name tags\n- kind notes\n- image prints',
    'Use the door.\nMod it.\nPub is closed.\nLet it be.',
  ])('is not found in %s', (text) => {
    expect(found(text)).toEqual([]);
  });
});
