/** 案例里的一段话：把 `{事实编号}` 换成那个事实的值和单位，值只写在一处。 */
import { bindUnits } from './bind-units.ts';
import { upTo } from './format.ts';

export interface Amount {
  id: string;
  value: number;
  unit: string;
}

export const amountText = ({ value, unit }: Amount) =>
  bindUnits(unit === '%' ? `${upTo(value, 2)}%` : `${upTo(value, 2)} ${unit}`);

export function fillFacts(text: string, facts: readonly Amount[]): string {
  return text.replace(/\{([^}]*)\}(?=(.?))/gu, (whole, id: string, next: string) => {
    const fact = facts.find((each) => each.id === id);
    if (!fact) return whole;
    // 百分号后面跟着汉字，要空一格
    const gap = fact.unit === '%' && /\p{Script=Han}/u.test(next) ? ' ' : '';
    return amountText(fact) + gap;
  });
}
