/** 半成品例题里一个空格的批改：对，像哪一种算错，还是没看懂。读数与评分用计算题的那一套。 */
import { fixed } from '../lib/format.ts';
import { readAnswer, score } from '../quiz/types/numeric/score.ts';
import { units, type UnitName } from '../quiz/types/numeric/units.ts';

export interface NumberBlank {
  key: number;
  unit: UnitName;
  /** 答案写到几位小数 */
  digits: number;
  slips: readonly (readonly [number, string])[];
}

export interface ChoiceBlank {
  key: string;
  slips: readonly (readonly [string, string])[];
}

export interface Verdict {
  mark: 'right' | 'wrong' | 'coarse' | 'unread' | 'empty';
  says: string;
}

const right: Verdict = { mark: 'right', says: '对。' };
const empty: Verdict = { mark: 'empty', says: '这一空还没有填，先估一个也好。' };

/** 相差不到千分之五算对：中间步骤舍入过的也过得去。 */
const tolerance = 0.005;

/** “分钟” → minutes。作者写的是给人看的单位。 */
export function unitOf(label: string, where: string): UnitName {
  const found = Object.entries(units).find(([, unit]) => unit.label === label)?.[0];
  if (found === undefined)
    throw new Error(
      `${where} 的单位“${label}”不认识：改成 ${Object.values(units)
        .map((unit) => unit.label)
        .filter(Boolean)
        .join('、')} 之一，或不写 unit、把单位写在空格后面。`,
    );
  return found as UnitName;
}

const places = ({ unit, digits }: NumberBlank) => (unit === 'percent' ? digits + 2 : digits);

/** 揭晓时填进空格里的样子。 */
export function shownAnswer(blank: NumberBlank): string {
  return fixed(blank.unit === 'percent' ? blank.key * 100 : blank.key, blank.digits);
}

export function judgeNumber(blank: NumberBlank, text: string): Verdict {
  const { key, unit, slips } = blank;
  const reading = readAnswer({ unit }, text);
  if (reading.kind === 'empty') return empty;
  if (reading.kind === 'unreadable') return { mark: 'unread', says: reading.reason };
  // 照题目要的位数舍入，舍入误差再大也是对的
  if (Math.abs(reading.value - Number(key.toFixed(places(blank)))) < 1e-9) return right;
  const { outcome, feedback } = score(
    { key, unit, tolerance, slips: slips.map(([value, why]) => ({ value, why })) },
    text,
  );
  if (outcome === 'right') return right;
  const says = feedback.map(({ text: say }) => say).join('');
  return { mark: outcome === 'coarse' ? 'coarse' : 'wrong', says };
}

export function judgeChoice({ key, slips }: ChoiceBlank, chosen: string): Verdict {
  if (chosen === '') return empty;
  if (chosen === key) return right;
  const why = slips.find(([value]) => value === chosen)?.[1];
  return { mark: 'wrong', says: why ?? '不是这一项，回到上文再想一想。' };
}
