import { describe, expect, it } from 'vitest';
import { NOT_KNOWN } from '../../src/policy/interaction.ts';
import { classificationOf } from '../fakes/classifications.ts';
import type { Label } from '../../src/shared/label.ts';
import { inputOf } from '../fakes/policy-inputs.ts';
import {
  TENANT,
  bonuses,
  top,
  read,
  partly,
  unread,
  concealed,
  DOUBT,
  outcomeOf,
  rows,
  settles,
} from './condition-rows.ts';

const labelledAs = (label: Label) => inputOf({ label });

describe('label', () => {
  it.each(
    rows([
      ['is this one', { label: { is: 'Finance' } }, read, true, 'label is Finance'],
      ['is this one by path', { label: { is: 'sensitive data\\finance' } }, read, true],
      ['is this one by id', { label: { is: 'd4' } }, read, true],
      ['is another', { label: { is: 'Public' } }, read, false],
      ['is, of something without one', { label: { is: 'Public' } }, inputOf(), false, 'it has no label'],
      ['is its parent', { label: { is: 'Sensitive Data' } }, read, false],
      [
        'is one that is not there',
        { label: { is: 'Top' } },
        read,
        false,
        'label is Finance, and there is no label "Top"',
      ],
      ['in a list with it', { label: { in: ['Public', 'Finance'] } }, read, true],
      ['in a list without it', { label: { in: ['Public', 'Restricted'] } }, read, false],
      ['at least a lower one', { label: { at_least: 'Internal' } }, read, true],
      ['at least itself', { label: { at_least: 'Finance' } }, read, true],
      ['at least a higher one', { label: { at_least: 'Restricted' } }, read, false],
      ['at least one that is not there', { label: { at_least: 'Top' } }, labelledAs(top), false],
      ['under itself', { label: { under: 'Finance' } }, read, true],
      ['under its parent', { label: { under: 'Sensitive Data' } }, read, true],
      ['under what is three levels above', { label: { under: 'Sensitive Data' } }, labelledAs(bonuses), true],
      ['under its own sub-label', { label: { under: 'Payroll' } }, read, false],
      ['under another', { label: { under: 'Restricted' } }, read, false],
      ['under one that is not there', { label: { under: 'Top' } }, read, false],
      [
        'not known',
        { label: { is: 'Finance' } },
        { ...read, label: NOT_KNOWN },
        'missing',
        'label is not known of this interaction',
      ],
    ]),
  )('$what: $truth', settles);
});

describe('label of a text that was read in part', () => {
  it.each(
    rows([
      ['is what was found', { label: { is: 'Finance' } }, partly, true],
      [
        'is a stricter one, which it may be',
        { label: { is: 'Restricted' } },
        partly,
        'unread',
        `label is Finance${DOUBT}`,
      ],
      ['is a milder one, which it cannot be', { label: { is: 'Public' } }, partly, false],
      ['at least a milder one', { label: { at_least: 'Internal' } }, partly, true],
      ['at least a stricter one', { label: { at_least: 'Restricted' } }, partly, 'unread'],
      ['under a branch that reaches higher', { label: { under: 'Payroll' } }, partly, 'unread'],
      ['without a label', { label: { is: 'Public' } }, unread, 'unread'],
      ['of a password manager', { label: { is: 'Public' } }, concealed, false],
    ]),
  )('$what: $truth', settles);
});

describe('a label found in part of a text', () => {
  const restricted = { ...partly, label: top };
  it.each([
    {
      what: 'lets nothing pass that may be stricter',
      when: { label: { in: ['Finance', 'Public'] } },
      given: partly,
      truth: 'unread',
    },
    {
      what: 'lets pass what cannot be stricter',
      when: { label: { is: 'Restricted' } },
      given: restricted,
      truth: true,
    },
    { what: 'lets pass by a bound', when: { label: { at_least: 'Finance' } }, given: partly, truth: true },
    {
      what: 'counts against the paste behind a "not"',
      when: { not: { label: { is: 'Finance' } } },
      given: partly,
      truth: false,
    },
    {
      what: 'counts for it behind two',
      when: { not: { not: { label: { is: 'Finance' } } } },
      given: partly,
      truth: 'unread',
    },
  ])('$what', ({ when, given, truth }) => {
    expect(outcomeOf(when, given, false).truth).toBe(truth);
  });

  it('cannot free from a hold by what it is not', () => {
    expect(outcomeOf({ not: { label: { is: 'Finance' } } }, partly, true).truth).toBe('unread');
  });
});

const files = (...fileLabels: { id: string; tenantId: string | null }[]) =>
  inputOf({ kind: 'files', fileLabels });

describe('file_label', () => {
  it.each(
    rows([
      [
        'of one of two files',
        { file_label: { is: 'Finance' } },
        files({ id: 'a1', tenantId: null }, { id: 'D4', tenantId: null }),
        true,
        'files are labelled Public, Finance',
      ],
      [
        'of none of them',
        { file_label: { is: 'Finance' } },
        files({ id: 'a1', tenantId: null }),
        false,
        'files are labelled Public',
      ],
      ['without any', { file_label: { is: 'Finance' } }, files(), false, 'no file carries a label'],
      ['in a list', { file_label: { in: ['Public', 'Finance'] } }, files({ id: 'a1', tenantId: null }), true],
      ['at least', { file_label: { at_least: 'Finance' } }, files({ id: 'e5', tenantId: null }), true],
      [
        'below the bound',
        { file_label: { at_least: 'Restricted' } },
        files({ id: 'e5', tenantId: null }),
        false,
      ],
      ['under', { file_label: { under: 'Sensitive Data' } }, files({ id: 'f6', tenantId: null }), true],
      [
        'of our tenant',
        { file_label: { is: 'Sensitive Data' } },
        files({ id: 'c3', tenantId: TENANT.toUpperCase() }),
        true,
      ],
      [
        'of another tenant',
        { file_label: { is: 'Sensitive Data' } },
        files({ id: 'c3', tenantId: '22222222-2222-4222-8222-222222222222' }),
        false,
        'no file carries a label of this company',
      ],
      [
        'that nobody knows',
        { file_label: { at_least: 'Public' } },
        files({ id: '99', tenantId: TENANT }),
        false,
      ],
      [
        'by name, which files do not carry',
        { file_label: { is: 'Public' } },
        files({ id: 'Public', tenantId: null }),
        false,
      ],
      [
        'of files that could not be read',
        { file_label: { is: 'Finance' } },
        { ...files(), classification: classificationOf([], 0, 'none', 'unreadable') },
        'unread',
      ],
      ['of text that was not read', { file_label: { is: 'Finance' } }, unread, false],
      [
        'not known',
        { file_label: { is: 'Finance' } },
        { ...read, capture: { ...read.capture, fileLabels: NOT_KNOWN } },
        'missing',
      ],
    ]),
  )('$what: $truth', settles);
});
