import { describe, expect, it } from 'vitest';
import { createClassifier } from '../../src/classify/classifier.ts';
import { htmlText, looksLikeHtml } from '../../src/classify/html.ts';

describe('HTML', () => {
  it.each([
    ['inline tags leave no gap', '<p>41<b>11</b></p>', '\n4111\n'],
    ['blocks end lines', '<div>a</div><div>b</div>', '\na\n\nb\n'],
    ['cells are parted by tabs', '<tr><td>a</td><td>b</td></tr>', '\na\tb\t\n'],
    ['named characters', 'a&amp;b &lt;c&gt; &eacute;&nbsp;x', 'a&b <c> é x'],
    ['numbered characters', '&#64;&#x40;', '@@'],
    ['scripts and styles are not read', 'a<script>var x = "<b>";</script>b<style>p{}</style>', 'a\nb\n'],
    ['comments are not read', 'a<!-- b -->c', 'ac'],
    ['what is no tag stays', '1 < 2 && 3 > 2 &unknown; &#0;', '1 < 2 && 3 > 2 &unknown; &#0;'],
    ['an unclosed tag stays', 'a <div class="', 'a <div class="'],
    ['an unclosed script goes to the end', 'a<script>b', 'a\n'],
  ])('%s', (_, html, text) => {
    expect(htmlText(html).text).toBe(text);
  });

  it('is told from text with angle brackets', () => {
    expect(looksLikeHtml('<html><body>x</body></html>')).toBe(true);
    expect(looksLikeHtml('<meta charset="utf-8"><span>x</span>')).toBe(true);
    expect(looksLikeHtml('if (a < b && c > d) return Array<string>')).toBe(false);
    expect(looksLikeHtml('bob <bob@example.com>')).toBe(false);
  });

  it('gives the span of a value that tags run through', () => {
    const html = '<html><p>Card <b>4111</b>1111<i>1111</i>1111, jane&#64;example.com</p></html>';
    const { findings } = createClassifier().classify(html);
    expect(findings.map(({ type, start, end }) => [type, html.slice(start, end)])).toEqual([
      ['CREDIT_CARD', '4111</b>1111<i>1111</i>1111'],
      ['EMAIL', 'jane&#64;example.com'],
    ]);
  });

  it('still finds what stands in attributes and comments', () => {
    const html = '<html><!-- ask bob@example.com --><a href="mailto:eve@example.com">x</a></html>';
    expect(createClassifier().classify(html).counts).toMatchObject([{ type: 'EMAIL', distinct: 2 }]);
  });
});
