import { listOf } from '../word-list.ts';
import type { Confidence, FindingType } from '../../shared/finding.ts';
import type { Match, Span, View, WordDetector } from '../detector.ts';
import { foldedSlice, foldedSet } from '../people/name-lists.ts';
import { fold, nextHash } from '../units.ts';
import { conditions, impairments, lifestyles } from './terms-conditions.ts';
import {
  bloodTests,
  brandMedicines,
  genericMedicines,
  labTests,
  medicineKinds,
  procedures,
  specialties,
} from './terms-care.ts';

/** Words that show that a certain person is spoken of: a patient, a diagnosis, a file. */
const PATIENT = listOf(`
  patient, patients, patient id, mrn, medical record, diagnosed, diagnosed with, diagnosis, prescribed,
  prescription, suffers from, suffering from, admitted, hospitalized, hospitalised, discharged,
  medical history, treated for, date of birth, dob, tested positive, referred, allergies, dosage, mg daily,
  sick leave, insured, his doctor, her doctor, patiente, diagnostic, diagnostiqué, diagnostiquée,
  ordonnance, prescrit, souffre, atteint de, atteinte de, hospitalisé, hospitalisée, antécédents,
  arrêt maladie, arrêt de travail, dossier médical, né le, née le, assuré, assurée, traitement, patientin,
  diagnose, diagnostiziert, rezept, verschrieben, verordnet, leidet an, erkrankt, arztbrief, krankenakte,
  krankschreibung, arbeitsunfähig, anamnese, eingeliefert, entlassen, geboren am, befund, paciente,
  diagnóstico, diagnosticado, diagnosticada, receta, recetado, padece, sufre, ingresado, ingresada,
  historia clínica, baja médica, antecedentes, tratamiento, nacido el, nacida el, paziente, diagnosi,
  diagnosticato, diagnosticata, ricetta, prescritto, soffre, affetto da, affetta da, ricoverato,
  ricoverata, cartella clinica, anamnesi, terapia, nato il, nata il
`);

interface Kind {
  readonly type: FindingType;
  readonly name: string;
  /** Purview's GUID of the type of that name. */
  readonly id: string;
  readonly terms: readonly string[];
}

const KINDS: readonly Kind[] = [
  {
    type: 'HEALTH:CONDITION',
    name: 'Diseases',
    id: '17066377-466d-43ff-997f-c9240414021c',
    terms: Object.values(conditions).flat(),
  },
  {
    type: 'HEALTH:IMPAIRMENT',
    name: 'Impairments Listed In The U.S. Disability Evaluation Under Social Security',
    id: '88fd9212-9d63-451d-9c74-05a13ac6732a',
    terms: impairments,
  },
  {
    type: 'HEALTH:LIFESTYLE',
    name: 'Lifestyles That Relate To Medical Conditions',
    id: '7740d4dd-4f07-452b-b039-6c8dab0ba5bc',
    terms: lifestyles,
  },
  {
    type: 'HEALTH:MEDICATION',
    name: 'Generic Medication Names',
    id: 'd82f1c56-8eb9-4cf2-b279-43872774c7f6',
    terms: genericMedicines,
  },
  {
    type: 'HEALTH:MEDICATION_BRAND',
    name: 'Brand Medication Names',
    id: '321c43ef-82f4-4b68-be93-179f54b42dab',
    terms: brandMedicines,
  },
  {
    type: 'HEALTH:MEDICATION_TYPE',
    name: 'Types Of Medication',
    id: 'f6dc2d17-3549-41e2-af29-ae1846ae9542',
    terms: medicineKinds,
  },
  {
    type: 'HEALTH:BLOOD_TEST',
    name: 'Blood Test Terms',
    id: 'fc564df4-201b-4405-b6da-54a2501c198f',
    terms: bloodTests,
  },
  {
    type: 'HEALTH:LAB_TEST',
    name: 'Lab Test Terms',
    id: 'ee05bb9c-7b87-42e1-9987-446b243245d5',
    terms: labTests,
  },
  {
    type: 'HEALTH:PROCEDURE',
    name: 'Surgical Procedures',
    id: 'daee7349-84f5-48ec-81c9-f6fafc7c976f',
    terms: procedures,
  },
  {
    type: 'HEALTH:SPECIALTY',
    name: 'Medical Specialties',
    id: 'a430ac76-0141-4378-b5fd-293e65890d48',
    terms: specialties,
  },
];

/** Units before and after a term in which a word of patients counts. */
const REACH = 120;

/** Terms that are everyday words or abbreviations of other things: they count only beside a patient. */
const EVERYDAY = foldedSet(
  listOf(`
  surgery, depression, addiction, fracture, influenza, cancer, stroke, als, cbc, ast, alt, psa, inr, ldl,
  crp, tsh, tumor, tac, statin, aids, ptsd, ocd, hpv, seizures, smoker, amputation, abortion, infarto,
  goutte, gota, gotta, lupus, biopsy, ultrasound, röntgen, irm, mri, ecg, ekg, eeg, x-ray, insulin,
  aspirin, cholesterol, albumin, obesity, insomnia, antibiotic, antibiotics, dialysis, anxiety disorder,
  krebs, grippe, gripe, allergie, burnout, burn-out, plan b, concerta, parkinson, alzheimer, asthma,
  migraine, gout, malaria, tuberculosis, radiology, oncology, autism, dementia, diuretic, overweight,
  addiction, metastasis, cytology, lithium carbonate, blood group, blood type, pcr test, drug use,
  hearing loss, egfr, cirrosis, diabetes, asma, hiv, copd, covid-19, alcoholism, rhinoplasty, endoscopy,
  pneumonia, dialyse, terapia
`),
);

/** A term of several words behind its first one, folded. */
interface Rest {
  readonly rest: string;
  readonly term: string;
  readonly everyday: boolean;
}

function entryOf({ type, name, id, terms }: Kind): WordDetector {
  const words = new Set<string>();
  const rests = new Map<number, Rest[]>();
  for (const folded of foldedSet(terms)) {
    const first = /^\p{L}{1,60}/u.exec(folded)?.[0] ?? folded;
    words.add(first);
    const key = wordKey(first, 0, first.length);
    const rest = { rest: folded.slice(first.length), term: folded, everyday: EVERYDAY.has(folded) };
    rests.set(key, [...(rests.get(key) ?? []), rest]);
  }
  for (const list of rests.values()) list.sort((left, right) => right.rest.length - left.rest.length);
  return {
    type,
    name,
    purview: { name, id },
    anchor: { kind: 'word', words: [...words] },
    match: (view, at) => matchTerm(view, at, rests),
    keywords: PATIENT,
    examples: examplesOf(terms),
  };
}

function matchTerm(view: View, at: Span, rests: ReadonlyMap<number, readonly Rest[]>): Match | undefined {
  const { text } = view;
  const candidates = rests.get(wordKey(text, at.start, at.end));
  if (candidates === undefined) return undefined;
  for (const { rest, term, everyday } of candidates) {
    const end = at.end + rest.length;
    if (!goesOn(text, at.end, rest) || isInWord(text, at.start, end)) continue;
    const span = { start: at.start, end };
    const confidence = confidenceOf(view, span, everyday);
    if (confidence === undefined) return undefined;
    return {
      start: at.start,
      end,
      confidence,
      evidence: confidence === 'low' ? ['pattern'] : ['pattern', 'keyword'],
      value: term,
    };
  }
  return undefined;
}

/** One number for a word, whatever its case and accents; the anchor has made sure that it is one of the list. */
function wordKey(text: string, start: number, end: number): number {
  let key = 0;
  for (let at = start; at < end; at++) key = nextHash(key, fold(text.charCodeAt(at)));
  return key & SMALL;
}

/** Keys stay small integers, which are looked up fastest. */
const SMALL = 0x3fffffff;

/** Does the folded `rest` stand at `at`? Most texts differ in the first unit. */
function goesOn(text: string, at: number, rest: string): boolean {
  for (let index = 0; index < rest.length; index++) {
    if (fold(text.charCodeAt(at + index)) !== rest.charCodeAt(index)) return false;
  }
  return true;
}

/** Does a letter or digit, or a mark of paths and addresses, hold on to the term? */
const isInWord = (text: string, start: number, end: number): boolean =>
  /[\p{L}\p{N}_]/u.test(text.charAt(end)) || /[\p{L}\p{N}_@/\\-]/u.test(text.charAt(start - 1));

/** A term alone is a guess, an everyday one nothing; beside a patient it is more, close to one it is certain. */
function confidenceOf(view: View, span: Span, everyday: boolean): Confidence | undefined {
  if (!view.hasKeyword(PATIENT, span, REACH, REACH / 2)) return everyday ? undefined : 'low';
  return !everyday && view.hasKeyword(PATIENT, span, 40, 10) ? 'high' : 'medium';
}

function examplesOf(terms: readonly string[]): WordDetector['examples'] {
  const [first = '', second = '', third = '', fourth = '', fifth = ''] = terms.filter(
    (term) => term.length > 5 && !EVERYDAY.has(foldedSlice(term, 0, term.length)) && isWhole(term, terms),
  );
  return {
    match: [
      { text: `The patient has a history of ${first}.`, value: first, confidence: 'high' },
      { text: `Dossier médical : ${second}`, value: second, confidence: 'high' },
      { text: `Diagnose: ${third}, Aufnahme gestern`, value: third, confidence: 'high' },
      { text: `A leaflet on ${fourth} for everyone`, value: fourth, confidence: 'low' },
      { text: `Paziente. Anamnesi: ${fifth}`, value: fifth, confidence: 'high' },
    ],
    noMatch: [
      'a patient reader',
      `x${first}`,
      `${second}x is a file`,
      `/srv/${third}`,
      'the diagnosis of a fault in the network',
      `${fourth}_id`,
    ],
  };
}

/** Is it neither a part of a longer term nor the beginning of one? */
const isWhole = (term: string, terms: readonly string[]): boolean =>
  terms.every((other) => other === term || !` ${other} `.includes(` ${term} `));

export const healthDetectors: readonly WordDetector[] = KINDS.map(entryOf);
