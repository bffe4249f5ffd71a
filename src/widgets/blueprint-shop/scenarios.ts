/** 四张蓝图。数与 3.2、3.3 正文里的是同一套。 */
import type { Step } from './steps.ts';

type Line = [
  name: string,
  band: number,
  seen: string,
  minutes: number,
  failure?: number,
  extra?: number,
  back?: number,
];

const draw = (...lines: Line[]): { steps: Step[] } => ({
  steps: lines.map(([name, band, seen, minutes, failure = 0, extra = 0, back], i) => ({
    name,
    seen,
    band,
    minutes,
    failure,
    extra,
    back: back ?? i + 1,
  })),
});
const [customer, front, backstage, support] = [1, 2, 3, 4] as const;

export const scenarios = {
  clinic: draw(
    ['核验', front, '号条', 2, 5, 3],
    ['分诊', front, '叫号屏', 5, 4, 4],
    ['开单', front, '检查单', 8, 3, 5],
    ['缴费', customer, '收据', 3, 6, 4],
    ['抽血', front, '条码', 4, 2, 6],
    ['检验', support, '', 30, 2, 0, 5],
    ['复诊', front, '报告单', 6, 2, 2],
    ['取药', front, '药袋', 5, 4, 8, 7],
  ),
  hotpot: draw(
    ['取号', customer, '号单', 1],
    ['排桌', backstage, '', 15],
    ['扫码', customer, '菜单', 5],
    ['分单', backstage, '', 1],
    ['进货', support, '', 3, 3, 10],
    ['切配', backstage, '', 8],
    ['摆锅', front, '锅和菜', 3, 6, 2, 4],
    ['下菜', customer, '', 5, 4, 3, 6],
    ['付款', customer, '账单', 2],
    ['送客', front, '', 1],
  ),
  home: draw(
    ['接单', front, '来电', 3],
    ['复述', front, '', 1, 3, 0, 1],
    ['备料', backstage, '', 40],
    ['配送', support, '', 25],
    ['交接', front, '箱子', 2],
  ),
  own: draw(
    ['进门', customer, '招牌', 1],
    ['问清', front, '单子', 3, 5, 1],
    ['去办', backstage, '', 10, 4, 0, 2],
    ['交付', front, '成品', 2, 2, 1, 3],
  ),
};
