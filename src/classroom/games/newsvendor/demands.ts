/** 三天各来多少人要买：构建时算好交给手机，教室的屏幕自己算。 */
import { createRandom } from '../../../calc/core/random.ts';
import { roundKeys } from '../../answers/code.ts';
import { days, least, most } from './model.ts';

/** 第几轮三天各来多少人；全班一样，每 16 轮重来一遍，与码里的轮数同样。 */
export function demandsOf(round: number): number[] {
  const random = createRandom(7000 + (round % roundKeys));
  return Array.from({ length: days }, () => random.integer(least, most + 1));
}

/** 16 种轮数各是哪三个数，照 `round % 16` 取。 */
export const allDemands = Array.from({ length: roundKeys }, (_, key) => demandsOf(key));
