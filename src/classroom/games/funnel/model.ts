/** 漏斗实验：选一条拨漏斗的规矩，照它投三十颗，看散得多开。 */
import type { FunnelRule } from '../../../calc/quality/control/funnel-experiment.ts';
import type { Game } from '../game.ts';

/** 一共投几颗 */
export const drops = 30;
/** 散开多少记到百分之一：码里装得下的最大的数 */
export const mostSpread = 4095;

export interface Rule {
  id: FunnelRule;
  label: string;
  /** 说给动手的人听 */
  how: string;
}
export const rules: readonly Rule[] = [
  { id: 1, label: '不动', how: '漏斗对准靶心，放好就不动。' },
  { id: 2, label: '往回拨', how: '偏了多少，漏斗就从现在的地方往回移多少。' },
  { id: 3, label: '拨到对面', how: '偏了多少，漏斗就移到靶心另一边同样远的地方。' },
  { id: 4, label: '跟着走', how: '漏斗移到刚才那一颗落的地方上面。' },
];

export const game: Game = {
  id: 'funnel',
  number: 5,
  title: '漏斗实验',
  english: 'The funnel',
  question: '看见偏了，漏斗拨不拨？照哪条规矩拨？',
  chapter: 'quality',
  section: 'control',
  minutes: 2,
  fields: [
    { name: '规矩', min: 1, max: 4, bits: 2 },
    { name: '散开多少，百分之一', min: 0, max: mostSpread, bits: 12 },
  ],
};

/**
 * 三十份偶然，标准正态（Box–Muller）。手机上不带计算模块：它要的数值程序比整个游戏还大。
 *
 * @param uniform 每次给一个 [0, 1) 的数
 */
export const chances = (uniform: () => number): number[] =>
  Array.from(
    { length: drops },
    () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform()),
  );

/**
 * 照一条规矩投三十颗，靶心在 0；与 `calc` 的 `funnelExperiment` 是同一个递推（测试里逐点对过）。
 * `hundredths` 是离靶心的均方根，取到百分之一，码里记的就是它。
 */
export function play(rule: FunnelRule, noise: readonly number[]) {
  let position = 0;
  const points = noise.map((chance) => {
    const point = position + chance;
    if (rule === 2) position -= point;
    else if (rule === 3) position = -point;
    else if (rule === 4) position = point;
    return point;
  });
  const squares = points.reduce((sum, point) => sum + point * point, 0);
  const hundredths = Math.min(mostSpread, Math.round(Math.sqrt(squares / points.length) * 100));
  return { points, hundredths, spread: hundredths / 100 };
}
