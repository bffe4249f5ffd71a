/** 文档注释是参考手册的原稿：每个公开模型都要说全，每个模块都要有对应的测试。 */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { requiredParts } from '../../src/lib/doc-comments.ts';
import { areas, groupTitles } from '../../src/pages/calc/_areas.ts';
import {
  isInternal,
  mainFunction,
  readDeclarations,
  visible,
} from '../../src/pages/calc/_declarations.ts';

const root = join(import.meta.dirname, '../..');
const folder = join(root, 'src/calc');
const sources = Object.fromEntries(
  globSync('**/*.ts', { cwd: folder }).map((file) => [
    file.replaceAll('\\', '/').replace(/\.ts$/, ''),
    readFileSync(join(folder, file), 'utf8'),
  ]),
);
const modules = readDeclarations(sources);
const published = modules.filter((module) => !isInternal(module));
const fileOf = (path: string) => `src/calc/${path}.ts`;

describe('documentation of the calculation modules', () => {
  test('there are models to document', () => expect(published.length).toBeGreaterThan(100));

  test('every public module with functions has a main function whose comment states its assumptions', () => {
    expect(
      published
        .filter((module) => visible(module).some(({ kind }) => kind === 'function'))
        .filter((module) => !mainFunction(module))
        .map(
          ({ path }) =>
            `${fileOf(path)} 没有主函数：给一个导出函数写上“假设：……”等各段；只供别的模块使用的零件标 @internal`,
        ),
    ).toEqual([]);
  });

  test('a comment that states assumptions has all the labelled parts and an example', () => {
    expect(
      published.flatMap((module) =>
        visible(module).flatMap(({ kind, name, doc }) => {
          const labels = doc?.parts.map(({ label }) => label) ?? [];
          if (kind !== 'function' || !labels.includes('假设')) return [];
          const missing = requiredParts
            .filter((label) => !labels.includes(label))
            .map((label) => `“${label}：”一段`);
          if (!doc?.example) missing.push('“@example”及一行“表达式 // 值”');
          return missing.length > 0
            ? [`${fileOf(module.path)} 的 ${name} 缺${missing.join('、')}：在它的文档注释里补上`]
            : [];
        }),
      ),
    ).toEqual([]);
  });

  test('an optimisation model states its objective and constraints together', () => {
    expect(
      published.flatMap((module) =>
        visible(module).flatMap(({ name, doc }) => {
          const labels = doc?.parts.map(({ label }) => label) ?? [];
          return labels.includes('约束') && !labels.includes('目标')
            ? [`${fileOf(module.path)} 的 ${name} 有“约束”没有“目标”：补上“目标：……”`]
            : [];
        }),
      ),
    ).toEqual([]);
  });

  test('everything exported has a comment, and so has every field of an exported type', () => {
    expect(
      modules.flatMap((module) => {
        const names = module.declarations
          .filter(({ exported, doc }) => exported && !doc?.summary)
          .map(({ name }) => name);
        const fields = isInternal(module)
          ? []
          : visible(module).flatMap((each) =>
              each.kind === 'type'
                ? each.fields
                    // 区分各支的字面量自己就说明了自己
                    .filter(({ text, type }) => text === '' && !/^'[^']*'$/.test(type))
                    .map((field) => `${each.name}.${field.name}`)
                : [],
            );
        return [...names, ...fields].map(
          (name) => `${fileOf(module.path)} 的 ${name} 没有文档注释：在它上面写一句 /** … */`,
        );
      }),
    ).toEqual([]);
  });

  test('every exported function declares what it returns', () => {
    expect(
      published.flatMap((module) =>
        visible(module)
          .filter((each) => each.kind === 'function' && each.returns === '')
          .map(({ name }) => `${fileOf(module.path)} 的 ${name} 没有写返回类型：手册照源码印签名`),
      ),
    ).toEqual([]);
  });

  test('every area and subfolder has its Chinese title', () => {
    const unnamed = modules.flatMap(({ path }) => {
      const [area = '', ...rest] = path.split('/').slice(0, -1);
      const group = rest.join('/');
      return [
        areas.every((known) => known.folder !== area) && `src/calc/${area}`,
        group !== '' &&
          !/(^|\/)(engine|sampling)$/.test(group) &&
          !groupTitles[group] &&
          `src/calc/${area}/${group}`,
      ].filter((problem) => problem !== false);
    });
    expect(
      [...new Set(unnamed)].map((path) => `${path} 没有中文名：写进 src/pages/calc/_areas.ts`),
    ).toEqual([]);
  });

  test('every module that does something has its own test file', () => {
    expect(
      modules
        .filter(({ declarations }) =>
          declarations.some(({ kind, exported }) => exported && kind !== 'type'),
        )
        .map(({ path }) => `test/calc/${path}.test.ts`)
        .filter((file) => !existsSync(join(root, file)))
        .map((file) => `没有 ${file}：照邻近的测试写一份`),
    ).toEqual([]);
  });
});
