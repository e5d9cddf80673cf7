import type { MatchExample } from '../detector.ts';
import type { CodeLanguage } from './code-lines.ts';

/** Beginnings of made-up programs: four telling lines each. */
const SAMPLES: Readonly<Record<CodeLanguage, string>> = {
  JAVASCRIPT:
    "import { open } from 'kiosk';\nconst door = open(3);\nfunction ring(bell) {\n  console.log(bell);\n}\nmodule.exports = { ring };",
  TYPESCRIPT:
    "import type { Door } from './door.ts';\nexport interface Bell {\n  readonly pitch: number;\n}\ntype Chime = Bell | Door;\nconst bell: Bell = { pitch: 3 };\nexport type Sound = number;",
  PYTHON:
    'import bells\nfrom doors import Door\n\nclass Tower(Door):\n    def ring(self, times):\n        self.count = times\n        print(times)',
  JAVA: 'package org.tower.bells;\n\nimport org.tower.doors.Door;\n\npublic class Tower {\n  private int count;\n  @Override\n  public void ring() {\n    System.out.println(count);\n  }\n}',
  CSHARP:
    'using System;\nusing Tower.Doors;\n\nnamespace Tower.Bells;\npublic class Bell : Door\n{\n    public string Name { get; set; }\n    public void Ring() => Console.WriteLine(Name);\n}',
  C: '#include <stdio.h>\n#define TIMES 3\n\nint main(void) {\n  int count = TIMES;\n  printf("%d", count);\n  return 0;\n}',
  GO: 'package tower\n\nimport (\n\t"fmt"\n)\n\ntype Bell struct {\n\tCount int\n}\n\nfunc (b *Bell) Ring() {\n\ttimes := b.Count\n\tfmt.Println(times)\n}',
  RUST: 'use std::fmt::Display;\n\npub struct Bell {\n    count: u32,\n}\n\nimpl Bell {\n    pub fn ring(&self) {\n        let mut times = self.count;\n        println!("{times}");\n    }\n}',
  SQL: 'CREATE TABLE bells (id INT, pitch INT);\nINSERT INTO bells VALUES (1, 440);\nSELECT id, pitch FROM bells\nWHERE pitch = 440\nORDER BY id;',
  SHELL: '#!/bin/bash\nset -eu\nexport TIMES=3\nif [ -z "$TIMES" ]; then\n  echo "none"\nfi',
  PHP: '<?php\nnamespace Tower\\Bells;\n\nuse Tower\\Doors\\Door;\n\nclass Bell {\n  public function ring($times) {\n    $count = $times + 1;\n    echo $count;\n  }\n}',
  RUBY: "require 'bells'\nmodule Tower\n  class Bell < Door\n    attr_reader :count\n    def ring\n      puts count\n    end\n  end\nend",
  KOTLIN:
    'package org.tower.bells\n\nimport org.tower.doors.Door\n\ndata class Bell(val count: Int)\n\nfun ring(bell: Bell) {\n  val times = bell.count\n  println(times)\n}',
  SWIFT:
    'import Foundation\n\nstruct Bell: Codable {\n  var count: Int\n  func ring(times: Int) -> Int {\n    guard let door = open() else { return 0 }\n    return times\n  }\n}',
  HTML: '<!DOCTYPE html>\n<html>\n<head>\n<title>Bells</title>\n</head>\n<body>\n<div class="tower">\n<p>Ring</p>\n</div>\n</body>\n</html>',
  CSS: 'margin: 0;\npadding: 2px;\ncolor: #333;\ndisplay: flex;\nborder-radius: 4px;',
  YAML: 'apiVersion: tower/v1\nkind: Bell\nmetadata:\n  name: big\nspec:\n  replicas: 3',
  JSON: '"bell": "big",\n"count": 3,\n"doors": ["north"],\n"open": true,\n"pitch": 440',
};

const FRAMES = ['', 'Look:\n\n', 'What is wrong here?\n', '1.\n', 'see below\n\n'];

/** The sample of a language in five surroundings. */
export function codeExamples(language: CodeLanguage): readonly MatchExample[] {
  const value = SAMPLES[language];
  return FRAMES.map((frame) => ({
    text: language === 'JSON' ? `${frame}{\n${value}\n}` : `${frame}${value}`,
    value: language === 'JSON' ? `${value}\n}` : value,
  }));
}

export const NO_CODE: readonly string[] = [
  'import duties rose.\nfrom May on they fall.\nclass is over.\nreturn the form.',
  'if you can, for once, try.\nwhile we wait, let us print.\nuse the door.',
  'const is a word.',
  'Select a seat from the list.\nUpdate your name.\nDelete the rest.\nCreate a copy.',
  '- name your price\n- run away\n- on time\n- kind words',
];
