import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { MAX_STEPS, parseRecording } from '../../src/sense/recording.ts';

const fixture = (name: string): string =>
  readFileSync(new URL(`../fixtures/recordings/${name}`, import.meta.url), 'utf8');

const minimal = { clipward_recording: 1, title: 'T', apps: { mail: { process: 'mail.exe' } }, steps: [] };

function problemOf(text: string): string {
  const parsed = parseRecording(text, 'day.json');
  return parsed.ok ? 'no problem' : parsed.problem;
}

const withSteps = (count: number): string =>
  JSON.stringify({ ...minimal, steps: Array.from({ length: count }, () => ({ paste: true })) });

describe('parseRecording', () => {
  it('gives each step its kind, its window and its note', () => {
    const parsed = parseRecording(fixture('short-day.json'), 'short-day.json');
    const chat = { process: 'chrome.exe', title: 'New chat - Google Chrome', url: 'https://chatgpt.com/' };
    const mail = { process: 'OUTLOOK.EXE', title: 'Inbox - Outlook' };
    expect(parsed).toEqual({
      ok: true,
      value: {
        title: 'One copy and one question',
        steps: [
          { kind: 'focus', app: 'mail', window: mail, note: 'In the morning.' },
          { kind: 'copy', text: 'Write to nina@example.com.', markers: [] },
          { kind: 'copy', text: 'hidden', markers: ['concealed'] },
          { kind: 'focus', app: 'chat', window: chat },
          { kind: 'answer', answer: { choice: 'proceed', justification: 'Agreed with Nina.' } },
          { kind: 'paste' },
          { kind: 'focus', app: null, window: null },
        ],
      },
    });
  });

  it.each<[file: string, problem: string]>([
    ['unknown-app.json', 'day.json: steps[1].focus: expected null or one of apps: mail, editor'],
    ['misspelt-step.json', 'day.json: steps[1]: Unrecognized key: "copied"'],
    ['two-doings.json', 'day.json: steps[0]: expected exactly one of focus, copy, copy_files, paste, answer'],
  ])('refuses %s and says where and what was expected', (file, problem) => {
    expect(problemOf(fixture(file))).toContain(problem);
  });

  it.each<[what: string, changes: Record<string, unknown>, where: string]>([
    ['another version', { clipward_recording: 2 }, 'clipward_recording'],
    ['a field that does not exist', { author: 'me' }, 'top level'],
    ['a window with a field that does not exist', { apps: { mail: { exe: 'mail.exe' } } }, 'apps.mail'],
    ['a copy without text', { steps: [{ copy: {} }] }, 'steps[0].copy.text'],
    [
      'a marker that does not exist',
      { steps: [{ copy: { text: 'x', markers: ['secret'] } }] },
      'steps[0].copy.markers[0]',
    ],
    [
      'a file label that is no GUID',
      { steps: [{ copy_files: { labels: [{ id: 'Secret' }] } }] },
      'steps[0].copy_files.labels[0].id',
    ],
    ['a paste that is not true', { steps: [{ paste: false }] }, 'steps[0].paste'],
    [
      'an answer that no dialog offers',
      { steps: [{ answer: { choice: 'ignore' } }] },
      'steps[0].answer.choice',
    ],
    ['a step that does nothing', { steps: [{ note: 'lunch' }] }, 'steps[0]'],
    ['a focus named like a part of every object', { steps: [{ focus: 'constructor' }] }, 'steps[0].focus'],
  ])('refuses %s', (_, changes, where) => {
    expect(problemOf(JSON.stringify({ ...minimal, ...changes }))).toContain(`day.json: ${where}: `);
  });

  it('reads copied files by the labels they carry', () => {
    const id = '0a1b2c3d-0000-4000-8000-00000000000a';
    const tenant = '0a1b2c3d-0000-4000-8000-00000000000b';
    const labels = [{ id }, { id, tenant_id: tenant }];
    const steps = [{ copy_files: { labels } }, { copy_files: {}, note: 'An unlabelled file.' }];
    const parsed = parseRecording(JSON.stringify({ ...minimal, steps }), 'day.json');
    expect(parsed.ok && parsed.value.steps).toEqual([
      {
        kind: 'copy-files',
        fileLabels: [
          { id, tenantId: null },
          { id, tenantId: tenant },
        ],
      },
      { kind: 'copy-files', fileLabels: [], note: 'An unlabelled file.' },
    ]);
  });

  it('never repeats in a problem what a step copies', () => {
    const steps = [
      { copy: { text: 'SECRET-TEXT', markers: ['SECRET-TEXT'] } },
      { focus: 'mail', paste: 'SECRET-TEXT' },
    ];
    expect(problemOf(JSON.stringify({ ...minimal, steps }))).not.toContain('SECRET-TEXT');
    expect(problemOf(fixture('misspelt-step.json'))).not.toContain('4111');
  });

  it('takes ten thousand steps and no more', () => {
    expect(problemOf(withSteps(MAX_STEPS))).toBe('no problem');
    expect(problemOf(withSteps(MAX_STEPS + 1))).toContain('day.json: steps: ');
  });

  it('says in which line text stops being JSON', () => {
    expect(problemOf('{\n  "clipward_recording": 1,\n  oops\n}')).toMatch(/^day\.json: not JSON/);
  });
});
