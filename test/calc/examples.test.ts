import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

/** 每个文档注释里的 `@example` 都真的算一遍：读者照抄就得到写着的那个值。 */
const root = new URL('../../src/calc/', import.meta.url).pathname;
const modules = import.meta.glob<Record<string, unknown>>('../../src/calc/**/*.ts');
const examples = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .flatMap((file) => {
    const source = readFileSync(join(root, file), 'utf8');
    return [
      ...source.matchAll(
        /@example\s*\n((?:\s*\* ?.*\n)+?)\s*\*\/|@example\s*\n((?:\s*\* (?!@).*\n)+)/g,
      ),
    ].map((match) => {
      const text = (match[1] ?? match[2] ?? '').replace(/^\s*\* ?/gm, '').trim();
      const cut = text.lastIndexOf('//');
      return {
        file,
        expression: text.slice(0, cut).trim().replace(/;$/, ''),
        value: text.slice(cut + 2).trim(),
      };
    });
  });

function close(got: unknown, wanted: unknown): void {
  if (typeof wanted === 'number' && Number.isFinite(wanted))
    expect(Math.abs((got as number) - wanted)).toBeLessThanOrEqual(
      1e-9 * Math.max(1e-300, Math.abs(wanted)) + (wanted === 0 ? 1e-12 : 0),
    );
  else if (wanted !== null && typeof wanted === 'object')
    for (const [key, value] of Object.entries(wanted))
      close((got as Record<string, unknown>)[key], value);
  else expect(got).toEqual(wanted);
}

const evaluate = (code: string, scope: Record<string, unknown>): unknown =>
  new Function(...Object.keys(scope), `return (${code});`)(...Object.values(scope));

describe('examples in doc comments', () => {
  test('there are many', () => expect(examples.length).toBeGreaterThan(40));
  test.each(examples)('$file: $expression', async ({ file, expression, value }) => {
    const load = modules[`../../src/calc/${file}`];
    const scope = (await load?.()) ?? {};
    close(await evaluate(expression, scope), evaluate(value, {}));
  });
});
