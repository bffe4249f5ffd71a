import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { mergeStyles, policyFor } from '../../src/lib/content-security.ts';

const page =
  '<head><style>a{}</style><link rel="stylesheet" href="/b.css"><style>b{}</style></head>' +
  '<body><style>c{}</style><script>go()</script><script type="module" src="/x.js"></script></body>';

test('inline styles become one, after the shared sheet and inside the head', () => {
  expect(mergeStyles(page)).toBe(
    '<head><link rel="stylesheet" href="/b.css"><style>a{}b{}c{}</style></head>' +
      '<body><script>go()</script><script type="module" src="/x.js"></script></body>',
  );
  expect(mergeStyles('<head><style>a{}</style></head>')).toBe('<head><style>a{}</style></head>');
});

test('the policy allows exactly the inline code of the page, and no inline script at large', () => {
  const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
  const policy = policyFor(mergeStyles(page));
  expect(policy).toContain(`script-src 'self' 'wasm-unsafe-eval' ${hash('go()')};`);
  expect(policy).toContain(`style-src-elem 'self' ${hash('a{}b{}c{}')};`);
  expect(policy).not.toMatch(/script-src[^;]*unsafe-inline/);
});
