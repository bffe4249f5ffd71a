/** 计算模块一个文件，一个同名的测试：别处顺带测到的，改坏了说不清是哪个模型。 */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const modules = globSync('**/*.ts', { cwd: join(root, 'src/calc') });
const testOf = (module: string) => `test/calc/${module.replace(/\.ts$/, '.test.ts')}`;

/** 只声明类型的文件没有什么可测的。 */
const computes = (source: string) => /^export (?!interface\b|type\b)/m.test(source);

test('只有类型的文件认得出来', () => {
  expect(computes('export interface A {}\nexport type B = A;\n')).toBe(false);
  expect(computes('export interface A {}\nexport function b() {}\n')).toBe(true);
  expect(computes("export { c } from './c.ts';\n")).toBe(true);
});

test('每个会算的模块都有同名的测试', () => {
  expect(modules.length).toBeGreaterThan(100);
  const missing = modules.filter(
    (module) =>
      !existsSync(join(root, testOf(module))) &&
      computes(readFileSync(join(root, 'src/calc', module), 'utf8')),
  );
  expect(missing.map((module) => `src/calc/${module} 没有 ${testOf(module)}，补一个`)).toEqual([]);
});
