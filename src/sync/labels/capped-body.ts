import { failed, ok, type Result } from '../../shared/result.ts';

/**
 * The body as text, at most so many bytes of it (after decompression: a small answer can unpack to gigabytes).
 * Not UTF-8 or too long is a problem; a connection that breaks rejects, as fetch does.
 */
export async function readCapped(response: Response, maxBytes: number): Promise<Result<string>> {
  if (response.body === null) return ok('');
  const reader = response.body.getReader();
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let bytes = 0;
  let text = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (value !== undefined) bytes += value.byteLength;
    if (bytes > maxBytes) {
      await reader.cancel();
      return failed(`expected at most ${maxBytes} bytes`);
    }
    try {
      text += decoder.decode(value, { stream: !done });
    } catch {
      await reader.cancel();
      return failed('expected UTF-8');
    }
    if (done) return ok(text);
  }
}
