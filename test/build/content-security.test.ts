import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { contentSecurity, policyFor } from '../../src/build/content-security.ts';

const page =
  '<head><meta charset="utf-8"><link rel="stylesheet" href="/b.css"><style>a{}</style></head>' +
  '<body><script>go()</script><script type="module" src="/x.js"></script></body>';
const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

test('the policy allows exactly the inline code of the page, and no inline script at large', () => {
  const policy = policyFor(page);
  expect(policy).toContain(`script-src 'self' 'wasm-unsafe-eval' ${hash('go()')};`);
  expect(policy).toContain(`style-src-elem 'self' ${hash('a{}')};`);
  expect(policy).not.toMatch(/script-src[^;]*unsafe-inline/);
});

test('every page carries its policy before anything it governs', () => {
  const site = {
    pages: new Map([['index.html', page]]),
    scripts: new Map<string, string>(),
    sheets: new Map<string, string>(),
    data: new Map<string, string>(),
  };
  contentSecurity(site);
  expect(site.pages.get('index.html')).toMatch(
    /<meta charset="utf-8"><meta http-equiv="content-security-policy" content="default-src 'self';/,
  );
});
