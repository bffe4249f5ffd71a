/** 一张问卷的各维：几分、几分重要；全班的答卷怎样并成各维的均分。 */
import { dimensionMeans } from '../../calc/quality/servqual.ts';
import type { ListParam, RowOf } from '../../widget-kit/model.ts';

const score = (label: string) =>
  ({ kind: 'number', label, min: 1, max: 7, step: 0.01, default: 5 }) as const;
const weight = (label: string) =>
  ({ kind: 'number', label, min: 0, max: 100, step: 0.1, default: 20 }) as const;

export const fields = {
  name: { kind: 'text', label: '维度', longest: 4, default: '一维' },
  importance: weight('重要性'),
  expectation: score('期望'),
  perception: score('感知'),
} as const;
export type Dimension = RowOf<typeof fields>;

export const named = ['有形', '可靠', '响应', '保证', '移情'] as const;

export const survey = (
  importance: readonly number[],
  expectation: readonly number[],
  perception: readonly number[],
): Dimension[] =>
  named.map((name, i) => ({
    name,
    importance: importance[i] as number,
    expectation: expectation[i] as number,
    perception: perception[i] as number,
  }));

/** 一份答卷一行：先是五维的期望，再是五维的感知，问了重要性的还有五列。 */
export function answersParam(asksImportance: boolean): ListParam {
  const mark = (kind: string) =>
    named.map((name, i) => [
      `${kind}${i}`,
      kind === 'w' ? weight(`${name}重要性`) : score(`${name}${kind === 'e' ? '期望' : '感知'}`),
    ]);
  const kinds = asksImportance ? ['e', 'p', 'w'] : ['e', 'p'];
  const one = (e: readonly number[], p: readonly number[], w: readonly number[]) =>
    Object.fromEntries(
      named.flatMap((_, i) => [
        [`e${i}`, e[i] as number],
        [`p${i}`, p[i] as number],
        ...(asksImportance ? [[`w${i}`, w[i] as number]] : []),
      ]),
    );
  return {
    kind: 'list',
    label: '答卷',
    item: '份',
    fields: Object.fromEntries(kinds.flatMap(mark)) as ListParam['fields'],
    atLeast: 1,
    atMost: 2000,
    default: [
      one([6, 7, 5, 6, 6], [5, 6, 4, 6, 5], [10, 40, 20, 20, 10]),
      one([5, 6, 6, 7, 5], [6, 5, 5, 6, 5], [20, 30, 20, 15, 15]),
    ],
    meaning: '一行是一个人的答卷，1 到 7 分。',
  };
}

/** 各人的答卷并成各维的均分；没有问重要性的，重要性照原来的。 */
export function fromAnswers(
  rows: readonly Readonly<Record<string, number | string>>[],
  before: readonly Dimension[],
): Dimension[] {
  const means = (kind: string) =>
    dimensionMeans({
      responses: rows.map((row) => named.map((_, i) => row[`${kind}${i}`] as number)),
      itemDimensions: named.map((_, i) => i),
    });
  const asked = rows.every((row) => typeof row['w0'] === 'number');
  const kept = named.map(
    (name) => before.find((each) => each.name === name)?.importance ?? fields.importance.default,
  );
  return survey(asked ? means('w') : kept, means('e'), means('p'));
}
