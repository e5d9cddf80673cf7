import clipboard from 'clipboardy';
import { createClassifier } from '../classify/classifier.ts';
import { redact as redactText } from '../guard/redact.ts';
import { listOfWords } from '../shared/coaching-words.ts';
import { messageOf } from '../shared/result.ts';
import { complain, exit, type ExitCode } from './exit.ts';
import { writeLine } from './output.ts';

/** `clipward redact --clipboard`: replaces what is sensitive in the clipboard's text by tokens, in place. Prints counts only. */
export async function redact(options: { readonly country?: string | undefined }): Promise<ExitCode> {
  try {
    const text = await clipboard.read();
    const { findings, counts, unscanned } = createClassifier(
      options.country === undefined ? {} : { country: options.country },
    ).classify(text);
    if (unscanned !== undefined)
      return complain(`the clipboard was not fully read (${unscanned}) and is left as it is`);
    if (findings.length === 0) {
      await writeLine('Nothing to redact on the clipboard.');
      return exit.ok;
    }
    await clipboard.write(redactText(text, findings));
    await writeLine(`Redacted ${listOfWords(counts)} on the clipboard.`);
    return exit.ok;
  } catch (error) {
    return complain(`the clipboard cannot be reached: ${messageOf(error)}`);
  }
}
