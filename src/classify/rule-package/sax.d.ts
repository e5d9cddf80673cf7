/**
 * The part of the package sax that reading a rule package needs. @types/sax brings all of Node's types with it, which this
 * folder must not see. https://github.com/isaacs/sax-js
 */
declare module 'sax/lib/sax.js' {
  interface QualifiedName {
    readonly prefix: string;
    readonly local: string;
    readonly uri: string;
  }
  interface QualifiedTag extends QualifiedName {
    readonly name: string;
    readonly attributes: Readonly<Record<string, QualifiedName & { readonly value: string }>>;
  }
  interface Parser {
    readonly line: number;
    /** Offset right behind the `<` of the tag that is being read. */
    readonly startTagPosition: number;
    error: Error | null;
    write(piece: string): Parser;
    close(): Parser;
  }
  /** What the parser calls as it reads. */
  interface Handlers {
    onerror: (error: Error) => void;
    ontext: (text: string) => void;
    oncdata: (text: string) => void;
    ondoctype: (text: string) => void;
    onsgmldeclaration: (text: string) => void;
    onprocessinginstruction: (instruction: { readonly name: string; readonly body: string }) => void;
    onopentagstart: (tag: QualifiedTag) => void;
    onattribute: (attribute: { readonly name: string; readonly value: string }) => void;
    onopentag: (tag: QualifiedTag) => void;
    onclosetag: (name: string) => void;
  }
  const sax: {
    parser(strict: true, options: { readonly xmlns: true; readonly position: true }): Parser & Handlers;
  };
  export type { Handlers, Parser, QualifiedTag };
  export default sax;
}
