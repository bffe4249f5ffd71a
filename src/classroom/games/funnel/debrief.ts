/** 漏斗实验的讲评：四条规矩各散多开，与理论比。 */
import { funnelExperiment } from '../../../calc/quality/control/funnel-experiment.ts';
import { fixed, upTo } from '../../../lib/format.ts';
import { drops, rules, type Rule } from './model.ts';

/** 一条规矩：这个班照它投的，各散多开，合起来多开，理论多开。 */
export interface RuleResult extends Rule {
  spreads: number[];
  /** 均方根：先平方、平均、再开方；没有人选是 NaN */
  pooled: number;
  theory: number;
}

export function debrief(_round: number, decisions: readonly (readonly number[])[]) {
  const results: RuleResult[] = rules.map((rule) => {
    const spreads = decisions
      .filter(([chosen]) => chosen === rule.id)
      .map(([, hundredths = 0]) => hundredths / 100);
    const squares = spreads.reduce((sum, spread) => sum + spread * spread, 0);
    return {
      ...rule,
      spreads,
      pooled: Math.sqrt(squares / spreads.length),
      theory: Math.sqrt(funnelExperiment({ rule: rule.id, drops, seed: 1 }).expectedMeanSquare),
    };
  });
  return {
    results,
    people: decisions.length,
    /** 动手拨的 */
    touched: decisions.filter(([chosen]) => chosen !== 1).length,
    widest: Math.max(4, ...decisions.map(([, hundredths = 0]) => hundredths / 100)),
  };
}
export type Debrief = ReturnType<typeof debrief>;

/** 讲评的几句话。 */
export function sentences({ results, people, touched }: Debrief): string[] {
  const [still, back, opposite, along] = results as [
    RuleResult,
    RuleResult,
    RuleResult,
    RuleResult,
  ];
  const seen = results.filter(({ spreads }) => spreads.length > 0);
  const tightest = seen.reduce((top, each) => (each.pooled < top.pooled ? each : top));
  return [
    `${people} 人里有 ${touched} 人动手拨了。漏斗一直对得准，偏的那一点全是偶然。`,
    `${seen.map(({ label, pooled, spreads }) => `“${label}”${spreads.length} 人，散 ${fixed(pooled, 2)}`).join('；')}。散得最小的是“${tightest.label}”${tightest.id === 1 ? '' : '；理论上该是“不动”，人少的时候运气还没有摊匀'}。`,
    `理论上，“不动”散 ${fixed(still.theory, 2)}；“往回拨”散 ${fixed(back.theory, 2)}，因为每拨一次，就把上一颗的偶然添到下一颗上，方差变成两倍。`,
    `“拨到对面”越甩越远，“跟着走”越走越偏，投 ${drops} 颗都散到 ${fixed(opposite.theory, 2)} 左右，投得越多散得越开${along.spreads.length > 0 ? `；这个班照“跟着走”投的散 ${upTo(along.pooled, 2)}` : ''}。`,
    '一个新手学样，照着上一个师傅做；一个月一评，差一点就改规矩：各像哪一条？',
  ];
}
