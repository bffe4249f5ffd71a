import { describe, expect, test } from 'vitest';
import { model as cliff } from '../../src/widgets/utilization-cliff/model.ts';
import { model as optima } from '../../src/widgets/three-optima/model.ts';
import { model as street } from '../../src/widgets/hotelling-street/model.ts';
import { model as rule } from '../../src/widgets/eighty-percent/model.ts';
import type { WidgetModel } from '../../src/widget-kit/model.ts';
import { answersOf, givenAway } from './given-away.ts';

const said = (model: unknown, text: string) => givenAway(text, answersOf(model as WidgetModel));

describe('an answer told before the experiment is found', () => {
  test.each<[model: unknown, text: string]>([
    [optima, '镇长不干：“车开到我们那里，八公里。”'],
    [optima, '最偏的要走 8 公里。'],
    [cliff, '大堂经理拿来了数字：平均等待从 20 分钟变成了 45 分钟。'],
    [rule, '允许的最高利用率从三成多一路涨到九成七。'],
    [rule, '五十个登记台可以忙到 97%。'],
    [street, '两家店全挤到正中间。'],
  ])('%#', (model, text) => {
    expect(said(model, text)).not.toEqual([]);
  });

  test.each<[model: unknown, text: string]>([
    [optima, '路长 28 公里，十八公里处有个镇；车开到我们那里要走几公里？'],
    [cliff, '每笔平均 5 分钟，窗口八成时间在忙。'],
    [rule, '登记员每小时有十二分钟闲着，利用率不得超过 80%。'],
    [street, '两家店都往人多处挪。'],
  ])('and a question is not an answer: %#', (model, text) => {
    expect(said(model, text)).toEqual([]);
  });
});
