import { expect, test } from 'vitest';
import { neededAtOnce, shareRuntime, withoutRuntime } from '../../src/build/shared-runtime.ts';

const runtime =
  '<script>(self.Astro||={}).load=go;window.dispatchEvent(new Event("astro:load"));</script>' +
  '<script>customElements.define("astro-island",A)</script>';
const island = (client: string) =>
  `<astro-island component-url="/_astro/W.js" renderer-url="/_astro/client.js" client="${client}">`;
const site = (html: string, ...scripts: string[]) => ({
  pages: new Map([['index.html', html]]),
  scripts: new Map(scripts.map((name) => [name, 'customElements.define(`astro-island`,A)'])),
  sheets: new Map<string, string>(),
  data: new Map<string, string>(),
});

test('the inlined runtime goes, every other inline script stays', () => {
  expect(withoutRuntime(`<script>boot()</script>${runtime}<p>`)).toBe('<script>boot()</script><p>');
});

test('only islands taken over at once need their files at once', () => {
  expect(neededAtOnce(island('reached'))).toEqual([]);
  expect(neededAtOnce(island('load') + island('load'))).toEqual([
    '/_astro/W.js',
    '/_astro/client.js',
  ]);
});

test('a page whose own script brings the runtime in time names it nowhere', () => {
  const page = site(
    `<head><script type="module" src="/_astro/page.js"></script></head>${runtime}${island('reached')}`,
    'islands.js',
  );
  shareRuntime(page, '/_astro/');
  expect(page.pages.get('index.html')).not.toContain('islands.js');
});

test.each([
  [
    'taken over at once',
    `<head><script type="module" src="/_astro/page.js"></script></head>`,
    'load',
  ],
  ['without a script of its own', '<head></head>', 'reached'],
])('a page %s names the shared runtime', (_, head, client) => {
  const page = site(head + runtime + island(client), 'islands.js');
  shareRuntime(page, '/som/_astro/');
  expect(page.pages.get('index.html')).toContain(
    '<script type="module" src="/som/_astro/islands.js"></script></head>',
  );
});

test('a build without exactly one runtime file stops', () => {
  expect(() => shareRuntime(site('<p>'), '/')).toThrow('正好有一个');
  expect(() => shareRuntime(site('<p>', 'a.js', 'b.js'), '/')).toThrow('正好有一个');
});
