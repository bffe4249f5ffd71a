import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { runCase } from './run-case.ts';

interface Case {
  id: string;
  method: string;
  inputs: Record<string, unknown>;
  expected: Record<string, unknown>;
  tolerance: { rel?: number; abs?: number };
  /** bracket：expected 的 lower、upper 是验收区间，不是要复现的值 */
  comparison?: 'bracket';
  source: string;
}

const folder = new URL('./cases/', import.meta.url);
const cases = readdirSync(folder).flatMap(
  (file) => JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Case[],
);
const dataDir = process.env.REFERENCE_DATA ?? '';

/** 逐元素比较；|实得 − 应得| ≤ max(abs, rel·|应得|)，null 表示结果无定义。 */
function compare(
  got: unknown,
  expected: unknown,
  tolerance: Case['tolerance'],
  path: string,
): void {
  if (expected === null) {
    expect(
      got === null || got === undefined || Number.isNaN(got),
      `${path} should be undefined, got ${got}`,
    ).toBe(true);
  } else if (typeof expected === 'number') {
    const allowed = Math.max(tolerance.abs ?? 0, (tolerance.rel ?? 0) * Math.abs(expected));
    expect(
      Math.abs((got as number) - expected),
      `${path}: got ${got}, expected ${expected}`,
    ).toBeLessThanOrEqual(allowed);
  } else if (typeof expected === 'object') {
    for (const [key, value] of Object.entries(expected as object))
      compare(
        (got as Record<string, unknown> | undefined)?.[key],
        value,
        tolerance,
        `${path}.${key}`,
      );
  } else {
    expect(got, path).toEqual(expected);
  }
}

const needsData = (one: Case) => 'dataFile' in one.inputs;
const left = cases.filter((one) => needsData(one) && dataDir === '');
if (left.length > 0)
  console.info(
    `参考算例：未设 REFERENCE_DATA，略过要读数据文件的 ${left.length} 个算例：${left.map(({ id }) => id).join('、')}`,
  );

test.each(cases.filter((one) => !left.includes(one)))(
  '$method $id reproduces its source',
  async ({ method, inputs, expected, tolerance, comparison }) => {
    const got = await runCase(method, inputs, dataDir);
    if (comparison === 'bracket') {
      expect(got.upper).toBeLessThanOrEqual(expected.upper as number);
      expect(got.upper).toBeGreaterThanOrEqual(expected.lower as number);
      expect(got.lower).toBeLessThanOrEqual(expected.lower as number);
    } else compare(got, expected, tolerance, method);
  },
);
