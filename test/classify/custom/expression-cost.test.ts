import { describe, expect, it } from 'vitest';
import { stepsPerCharacter } from '../../../src/classify/custom/expression-cost.ts';

describe('what an expression costs', () => {
  it.each([
    '\\bEMP-[0-9]{6}\\b',
    '[A-Z]{2}[0-9]{6}',
    '(?:[0-9]{1,3}\\.){3}[0-9]{1,3}',
    '(?i)invoice|receipt',
  ])('is a step or two for each character: %s', (expression) =>
    expect(stepsPerCharacter(expression)).toBeLessThanOrEqual(3),
  );

  it.each(['(a|b)*a(a|b){300}x', '[a-z0-9 ]{5,1000}!', '(?:a?){500}!'])(
    'is many steps where the engine must follow many ways at once: %s',
    (expression) => expect(stepsPerCharacter(expression)).toBeGreaterThan(40),
  );

  it('is the same each time', () => {
    const [first, second] = [1, 2].map(() => stepsPerCharacter('[a-z]{2,40}[0-9]{1,20}-x'));
    expect(first).toBe(second);
  });

  it.each(['(a)\\1', '(', '(?>a)'])('is not said of what cannot be used: %s', (expression) => {
    expect(stepsPerCharacter(expression)).toBeNull();
  });
});
