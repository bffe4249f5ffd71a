/** 虚构的客人：嘴上都把态度排第一，手上照同一组真部分值选。 */
import { createRandom } from '../../calc/core/random.ts';
import { chanceOf, truth } from './revealed.ts';
import { unanswered, type Person } from './tasks.ts';

export const me: Person = { name: '我', price: 50, wait: 50, manner: 50, answers: unanswered };
export const zhou: Person = {
  name: '小周',
  price: 25,
  wait: 30,
  manner: 45,
  answers: 'AAAAABAA',
};

const size = 30;
/** 各人说的略有出入，平均是 25、30、45。 */
function crowdOf(): Person[] {
  const random = createRandom(6);
  const chance = chanceOf(truth);
  return Array.from({ length: size }, (_, i) => {
    const answers = chance.map((second) => (random.uniform() < second ? 'B' : 'A')).join('');
    const [price, wait] = [20 + 5 * (i % 3), 25 + 5 * (Math.floor(i / 10) % 3)];
    return { name: `${i + 1} 号`, price, wait, manner: 100 - price - wait, answers };
  });
}
export const crowd: readonly Person[] = crowdOf();
