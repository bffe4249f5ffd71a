/** 食堂报童：头天定备几份，卖不完的折价处理，不够卖的客人走了。 */
import type { Game } from '../game.ts';

/** 每天要买的人：从 `least` 到 `most`，哪个数的机会都一样 */
export const least = 20;
export const most = 100;
export const days = 3;

export const game: Game = {
  id: 'newsvendor',
  number: 2,
  title: '食堂报童',
  english: 'The canteen newsvendor',
  question: '明天不知道来多少人，今天备几份？',
  chapter: 'capacity-revenue',
  section: 'supply',
  minutes: 3,
  fields: Array.from({ length: days }, (_, i) => ({
    name: `第 ${i + 1} 天`,
    min: 0,
    max: 120,
    bits: 7,
  })),
};

/** 一道菜：元一份。 */
export interface Dish {
  name: string;
  price: number;
  cost: number;
  salvage: number;
}

const chicken: Dish = { name: '鸡腿饭', price: 15, cost: 6, salvage: 2 };
const ribs: Dish = { name: '排骨饭', price: 15, cost: 12, salvage: 2 };

/** 单数轮卖赚头大的，双数轮卖赚头小的：两轮都玩，才看得出往中间靠的毛病。 */
export const dishOf = (round: number): Dish => (round % 2 === 1 ? chicken : ribs);

/** 备 `stock` 份、来 `demand` 个人，赚几元。 */
export const profit = ({ price, cost, salvage }: Dish, stock: number, demand: number): number =>
  price * Math.min(stock, demand) + salvage * Math.max(0, stock - demand) - cost * stock;
