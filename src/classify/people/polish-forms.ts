/**
 * The cases of Polish names, made by the declension rules of the language (masculine names take -a, -owi, -em, -u, -ie; feminine
 * ones -y or -i, -ę, -ą, -ie; adjectives in -ski and -cki decline as such and are known by their endings elsewhere).
 */
export function polishForms(name: string): readonly string[] {
  const stem = name.slice(0, -1);
  if (name.endsWith('a')) return [name, ...feminineForms(stem)];
  if (/[iy]$/.test(name)) {
    const base = name.endsWith('y') ? stem : name;
    return [name, ...['ego', 'emu', 'm'].map((end) => base + (end === 'm' && base === stem ? 'ym' : end))];
  }
  return [name, ...masculineForms(name)];
}

function feminineForms(stem: string): readonly string[] {
  const last = stem.slice(-1);
  const forms = [`${stem}y`, `${stem}ę`, `${stem}ą`, `${stem}o`];
  if (/[kgijl]$/.test(stem)) forms.push(`${stem}i`);
  // Maria, Julia: the stem's i swallows that of the ending.
  if (last === 'i') return [...forms, stem];
  const softened = SOFTENED.get(last);
  forms.push(softened === undefined ? `${stem}ie` : stem.slice(0, -1) + softened);
  return forms;
}

/** The last consonant before the ending -e of dative and locative. */
const SOFTENED: ReadonlyMap<string, string> = new Map([
  ['k', 'ce'],
  ['g', 'dze'],
  ['r', 'rze'],
  ['ł', 'le'],
  ['t', 'cie'],
  ['d', 'dzie'],
  ['l', 'li'],
  ['j', 'i'],
]);

function masculineForms(name: string): readonly string[] {
  const stems = [name];
  // Marek, Marka; Paweł, Pawła; Wróbel, Wróbla; Zając and Dąb lose nothing.
  const fleeting = /^(.{2,})(?:ie|e)([kłlcńr])$/.exec(name);
  if (fleeting !== null) stems.push(`${fleeting[1] ?? ''}${fleeting[2] ?? ''}`);
  return stems.flatMap((stem) => {
    const soft = stem.replace(/ń$/, 'ni').replace(/ś$/, 'si').replace(/ć$/, 'ci').replace(/ź$/, 'zi');
    const instrumental = /[kg]$/.test(soft) ? `${soft}iem` : `${soft}em`;
    const last = soft.slice(-1);
    const locative = `${soft.slice(0, -1)}${SOFTENED.get(last) ?? `${last}ie`}`;
    return [`${soft}a`, `${soft}owi`, instrumental, `${soft}u`, locative].concat(stem === name ? [] : [stem]);
  });
}
