import { isJustified, MIN_JUSTIFICATION, type GivenReason } from '../../src/shared/answering.ts';
import type { Choice, MAX_JUSTIFICATION, Question } from '../../src/shared/coaching.ts';
import { bridge, element } from '../bridge.ts';
import { factsOf, rowOf } from './facts.ts';
import { choiceWords } from '../../src/shared/coaching-words.ts';
import { listedWords, reasonWords } from './words.ts';

/**
 * Milliseconds after a question appears in which nothing is taken for an answer: those keys and clicks
 * were meant for the app that was in front.
 */
const SETTLE_MS = 400;

/** The same number as in shared/coaching.ts; the compiler compares them. */
const longestReason: typeof MAX_JUSTIFICATION = 500;

const dialog = element('dialog', HTMLElement);
const body = element('body', HTMLElement);
const title = element('title', HTMLElement);
const text = element('text', HTMLElement);
const facts = element('facts', HTMLElement);
const reason = element('reason', HTMLElement);
const listed = element('listed', HTMLElement);
const listedLabel = element('listed-label', HTMLElement);
const chosen = element('chosen', HTMLSelectElement);
const reasonLabel = element('reason-label', HTMLElement);
const justification = element('justification', HTMLTextAreaElement);
const problem = element('problem', HTMLElement);
const buttons = element('choices', HTMLElement);

let shown: Question | null = null;
let settling: ReturnType<typeof setTimeout> | undefined;

justification.maxLength = longestReason;

function show(question: Question): void {
  if (shown?.id === question.id) return;
  clear();
  shown = question;
  title.textContent = question.title;
  text.textContent = question.text;
  facts.replaceChildren(...factsOf(question).map(rowOf));
  showReasons(question);
  buttons.replaceChildren(...question.choices.map(buttonFor));
  dialog.hidden = false;
  body.scrollTop = 0;
  buttons.querySelector('button')?.focus();
  settling = setTimeout(() => (dialog.dataset['state'] = 'ready'), SETTLE_MS);
}

/** The policy's reasons stand above the person's own words, which are always possible. */
function showReasons({ justification: demand, reasons }: Question): void {
  const isListed = reasons.length > 0;
  listed.hidden = !isListed;
  listedLabel.textContent = isListed ? reasonWords[demand] : '';
  reasonLabel.textContent = isListed ? listedWords.own : reasonWords[demand];
  chosen.replaceChildren(
    new Option(listedWords.none, ''),
    ...reasons.map((words) => new Option(words, words)),
  );
}

/** Nothing of a question stays behind in the hidden window. */
function clear(): void {
  clearTimeout(settling);
  shown = null;
  dialog.hidden = true;
  dialog.dataset['state'] = 'settling';
  reason.hidden = true;
  justification.value = '';
  for (const part of [title, text, facts, listedLabel, chosen, reasonLabel, problem, buttons])
    part.replaceChildren();
}

function buttonFor(choice: Choice, index: number): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.dataset['choice'] = choice;
  const key = document.createElement('kbd');
  key.textContent = String(index + 1);
  key.ariaHidden = 'true';
  button.append(key, choiceWords[choice]);
  button.ariaKeyShortcuts = choice === 'cancel' ? `${index + 1} Escape` : String(index + 1);
  button.addEventListener('click', () => choose(choice));
  return button;
}

function choose(choice: Choice): void {
  if (shown === null || dialog.dataset['state'] !== 'ready') return;
  if (choice === 'proceed' && shown.justification !== 'none' && reason.hidden) return askReason();
  if (choice === 'proceed' && !isJustified(shown.justification, given())) return firstField().focus();
  void send(shown, choice);
}

function askReason(): void {
  reason.hidden = false;
  justification.placeholder =
    shown?.justification === 'required' ? `At least ${MIN_JUSTIFICATION} characters` : '';
  // Where reasons are listed either field will do, so neither is required by itself.
  justification.ariaRequired = String(shown?.justification === 'required' && listed.hidden);
  enableProceed();
  firstField().focus();
}

const firstField = (): HTMLElement => (listed.hidden ? justification : chosen);

/** What the person has said so far. */
function given(): GivenReason {
  const words = justification.value.trim();
  return {
    ...(chosen.value === '' ? {} : { reason: chosen.value }),
    ...(words === '' ? {} : { justification: words }),
  };
}

function enableProceed(): void {
  const proceed = buttons.querySelector<HTMLButtonElement>('[data-choice="proceed"]');
  if (proceed !== null && shown !== null) proceed.disabled = !isJustified(shown.justification, given());
}

async function send(question: Question, choice: Choice): Promise<void> {
  dialog.dataset['state'] = 'sending';
  problem.textContent = '';
  try {
    const answer = choice === 'proceed' ? { choice, ...given() } : { choice };
    await bridge.request('coach:answer', { id: question.id, answer });
    // Accepted or withdrawn meanwhile: over either way. A next question may stand here already.
    if (shown?.id === question.id) clear();
  } catch {
    // Why is in the log of the main process; here it matters that nothing was pasted.
    if (shown?.id !== question.id) return;
    problem.textContent = 'Your answer was not taken, so nothing was pasted. Please try again.';
    dialog.dataset['state'] = 'ready';
  }
}

function onKey(event: KeyboardEvent): void {
  if (shown === null || event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return;
  const writing = event.target === justification || event.target === chosen;
  const choice = chosenBy(event, shown.choices, writing);
  if (choice === null) return;
  event.preventDefault();
  if (!event.repeat) choose(choice);
}

/** In the reason, written or chosen, Enter sends it, Shift+Enter starts a line, and digits are digits. */
function chosenBy(
  { key, shiftKey }: KeyboardEvent,
  choices: readonly Choice[],
  writing: boolean,
): Choice | null {
  if (key === 'Escape') return 'cancel';
  if (writing) return key === 'Enter' && !shiftKey ? 'proceed' : null;
  return /^[1-9]$/.test(key) ? (choices[Number(key) - 1] ?? null) : null;
}

document.addEventListener('keydown', onKey);
justification.addEventListener('input', enableProceed);
chosen.addEventListener('change', enableProceed);
bridge.on('coach:show', show);
bridge.on('coach:withdraw', ({ id }) => {
  if (shown?.id === id) clear();
});

// After a crash of this page its question is still open.
const open = await bridge.request('coach:question', undefined);
if (open !== null) show(open);
