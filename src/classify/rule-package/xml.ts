// Every program that reads this file needs the declaration, and only this folder's finds it by itself.
// oxlint-disable-next-line typescript/triple-slash-reference
/// <reference path="./sax.d.ts" />
import sax, { type Handlers, type Parser, type QualifiedTag } from 'sax/lib/sax.js';
import { failed, ok, type Result } from '../../shared/result.ts';
import type { Problem } from './problem.ts';

/** An element of an XML file. */
export interface XmlElement {
  /** Without its namespace prefix. */
  readonly name: string;
  readonly namespace: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  /** All text directly inside it. */
  readonly text: string;
  /** Where its start tag begins, counted from 1. */
  readonly line: number;
}

const MAX_DEPTH = 32;
const MAX_ELEMENTS = 100_000;
/** The parser is fed in pieces, so that it stops soon after the first problem. */
const PIECE = 16 * 1024;

type Draft = { -readonly [Key in keyof XmlElement]: XmlElement[Key] } & {
  attributes: Map<string, string>;
  children: XmlElement[];
};

/** Reads XML without document types, entities of its own, or processing instructions: rule packages need none. */
export function readXml(text: string): Result<XmlElement, Problem> {
  const parser = sax.parser(true, { xmlns: true, position: true });
  const reading = createReading(text, parser);
  Object.assign(parser, reading.handlers);
  for (let at = 0; at < text.length && reading.problem() === undefined; at += PIECE)
    parser.write(text.slice(at, at + PIECE));
  if (reading.problem() === undefined) parser.close();
  const problem = reading.problem();
  if (problem !== undefined) return failed(problem);
  const root = reading.root();
  if (root === undefined)
    return failed({ line: 1, what: 'no XML element', advice: 'give the file that the export wrote' });
  return ok(root);
}

interface Reading {
  readonly handlers: Handlers;
  /** The first one. */
  problem(): Problem | undefined;
  root(): XmlElement | undefined;
}

function createReading(text: string, parser: Parser): Reading {
  const lineAt = createLineFinder(text);
  const open: Draft[] = [];
  let root: XmlElement | undefined;
  let elements = 0;
  let attributes = 0;
  let problem: Problem | undefined;
  const refuse = (what: string, advice: string, line = parser.line + 1): void => {
    problem ??= { line, what, advice };
  };
  const append = (piece: string): void => {
    const inner = open.at(-1);
    if (inner !== undefined) inner.text += piece;
  };
  const handlers: Handlers = {
    onerror(error) {
      // The parser's message ends in lines of its own with line, column and character.
      const [what = 'not well-formed'] = error.message.split('\n');
      refuse(`not well-formed XML (${what})`, 'correct it, or export the file again');
      // Cleared so that the parser does not throw on the rest of this piece.
      parser.error = null;
    },
    ondoctype: () =>
      refuse('a document type (DOCTYPE) is not allowed', 'remove it and write out the entities it defines'),
    onsgmldeclaration: () => refuse('a declaration <!...> is not allowed', 'remove it'),
    onprocessinginstruction({ name }) {
      if (name !== 'xml') refuse(`a processing instruction <?${name}?> is not allowed`, 'remove it');
    },
    onopentagstart() {
      attributes = 0;
    },
    onattribute() {
      attributes++;
    },
    onopentag(tag) {
      const line = lineAt(parser.startTagPosition - 1);
      elements++;
      if (attributes !== Object.keys(tag.attributes).length)
        refuse(`an attribute of ${tag.name} is there twice`, 'remove one of them', line);
      if (elements > MAX_ELEMENTS)
        refuse(`more than ${MAX_ELEMENTS} elements`, 'split the package into several', line);
      if (open.length >= MAX_DEPTH)
        refuse(`elements nested more than ${MAX_DEPTH} deep`, 'nest them less deep', line);
      if (problem === undefined) open.push(draftOf(tag, line));
    },
    onclosetag() {
      const done = problem === undefined ? open.pop() : undefined;
      if (done === undefined) return;
      const parent = open.at(-1);
      if (parent === undefined) root = done;
      else parent.children.push(done);
    },
    ontext: append,
    oncdata: append,
  };
  return { handlers, problem: () => problem, root: () => root };
}

function draftOf(tag: QualifiedTag, line: number): Draft {
  const attributes = new Map(
    Object.values(tag.attributes)
      .filter(({ prefix }) => prefix === '')
      .map(({ local, value }) => [local, value]),
  );
  return { name: tag.local, namespace: tag.uri, attributes, children: [], text: '', line };
}

/** Line numbers of offsets; the offsets asked for must not go down. */
function createLineFinder(text: string): (offset: number) => number {
  let line = 1;
  let at = 0;
  return (offset) => {
    for (let next = text.indexOf('\n', at); next >= 0 && next < offset; next = text.indexOf('\n', at)) {
      line++;
      at = next + 1;
    }
    return line;
  };
}
