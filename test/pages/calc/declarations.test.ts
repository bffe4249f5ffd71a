import { describe, expect, test } from 'vitest';
import {
  isInternal,
  mainFunction,
  readDeclarations,
  visible,
  type ModuleDeclarations,
} from '../../../src/pages/calc/_declarations.ts';

const sources = {
  'a/base': `
/** 共有的结果。 */
export interface Shared {
  /** 等待。 */
  wait: number;
  /** 人数。 */
  count: number;
}`,
  'a/sub/model': `
/** 整个文件的话。 */

import type { Shared as Base } from '../base.ts';

interface Hidden { /** 深。 */ depth: number }

/** 结果。 */
export interface Result extends Omit<Base, 'count'> {
  /** 等待，另一种说法。 */
  wait: number;
  /** 标杆。 */
  peers: {
    /** 下标。 */
    unit: number;
  }[];
  /** 尾部概率。 */
  tail(time: number): number;
  /** 内里。 */
  inside?: Hidden;
}

/** 两种写法。 */
export type Either = { kind: 'a'; /** 甲。 */ a: number } | { kind: 'b'; /** 乙。 */ b: number };

/** 先写的次要函数。 */
export function minor<T extends string>(name: T, size = 3, ...rest: number[]): T { return name; }

/**
 * 主：做事。
 *
 * 假设：无。
 */
export async function main({ a, b }: {
  /** 参数甲。 */
  a: number;
  /** 参数乙。 */
  b?: 'x' | 'y' | undefined;
}): Promise<Result> { throw new Error(String(a) + b); }

/** 零件。 @internal 不在行首，不算。 */
export const table: readonly number[] = [1];

/**
 * 藏起来。
 *
 * @internal
 */
export function part(): void {}`,
  'a/engine/part': `/** 甲。 */ export class Part {}`,
  'a/tool': `/**
 * 工具。
 *
 * @internal
 */
import { x } from './base.ts';
/** 乙。 */
export function tool(): number { return x; }`,
};
const modules = new Map(readDeclarations(sources).map((module) => [module.path, module]));
const get = (path: string): ModuleDeclarations => modules.get(path)!;
const declared = (name: string) =>
  get('a/sub/model').declarations.find((each) => each.name === name)!;

describe('readDeclarations', () => {
  test('lists inherited, overridden, nested and method members of an interface', () => {
    const result = declared('Result');
    expect(result.kind === 'type' && result.fields).toEqual([
      { name: 'wait', type: 'number', optional: false, text: '等待，另一种说法。' },
      { name: 'peers', type: '{…}[]', optional: false, text: '标杆。' },
      { name: 'peers[].unit', type: 'number', optional: false, text: '下标。' },
      { name: 'tail(time: number)', type: 'number', optional: false, text: '尾部概率。' },
      { name: 'inside', type: 'Hidden', optional: true, text: '内里。' },
    ]);
  });

  test('lists every branch of a union', () => {
    const either = declared('Either');
    expect(either.kind === 'type' && either.fields.map(({ name }) => name)).toEqual([
      'kind',
      'a',
      'kind',
      'b',
    ]);
  });

  test('prints signatures with destructured, optional, rest and generic parameters', () => {
    const signature = (name: string) => {
      const found = declared(name);
      return found.kind === 'function' ? found.signature : '';
    };
    expect(signature('main')).toBe('main(input: {…}): Promise<Result>');
    expect(signature('minor').replace(/\s+/g, ' ')).toBe(
      'minor<T extends string>(name: T, size?: number, ...rest: number[]): T',
    );
  });

  test('lists the members of a parameter written in place', () => {
    const main = declared('main');
    expect(main.kind === 'function' && main.parameters[0]?.fields).toEqual([
      { name: 'a', type: 'number', optional: false, text: '参数甲。' },
      { name: 'b', type: "'x' | 'y'", optional: true, text: '参数乙。' },
    ]);
  });

  test('knows where an imported type comes from', () => {
    expect(get('a/sub/model').types.get('Base')).toEqual({ module: 'a/base', name: 'Shared' });
  });

  test('tells the main function, what is shown, and what is internal', () => {
    expect(mainFunction(get('a/sub/model'))?.name).toBe('main');
    expect(visible(get('a/sub/model')).map(({ name }) => name)).toEqual([
      'Hidden',
      'Result',
      'Either',
      'minor',
      'main',
      'table',
    ]);
    expect([...modules.values()].filter(isInternal).map(({ path }) => path)).toEqual([
      'a/engine/part',
      'a/tool',
    ]);
    expect(get('a/sub/model').header?.summary).toBe('整个文件的话。');
  });
});
