/** 大厅排班的讲评：一段一段地算工资与等待，全班哪一段开多了，哪一段开少了。 */
import { mmc } from '../../../calc/queueing/mmc.ts';
import { optimalServers } from '../../../calc/queueing/optimal-servers.ts';
import { fixed, upTo } from '../../../lib/format.ts';
import { mean, median } from '../numbers.ts';
import { halfHours, load, serviceMinutes, wage, waitCost } from './model.ts';

/** 一段开 `servers` 个窗口：平均等几分钟，半小时里工资与等待合计几元；队越排越长时是无穷。 */
export function stage(arrivals: number, servers: number, perMinute: number) {
  const { meanWait } = mmc({
    arrivalRate: arrivals / 30,
    serviceRate: 1 / serviceMinutes,
    servers,
  });
  return { wait: meanWait, cost: wage * servers + perMinute * arrivals * meanWait };
}

export function debrief(round: number, decisions: readonly (readonly number[])[]) {
  const perMinute = waitCost(round);
  const stages = halfHours.map((each, i) => {
    const { arrivals, from } = each;
    const best = optimalServers({
      arrivalRate: arrivals,
      serviceRate: 30 / serviceMinutes,
      // 一个人排半小时，算 30 分钟的
      waitingCostRate: 30 * perMinute,
      serverCostRate: wage,
      counted: 'inQueue',
    }).servers;
    const chosen = decisions.map((decision) => decision[i] as number);
    const middle = median(chosen);
    const usual = Math.max(1, Math.round(middle));
    return {
      from,
      arrivals,
      load: load(each),
      best,
      chosen,
      middle,
      usual,
      now: stage(arrivals, usual, perMinute),
      ideal: stage(arrivals, best, perMinute),
      short: chosen.filter((windows) => windows <= load(each)).length,
    };
  });
  const total = (decision: readonly number[]) =>
    halfHours.reduce(
      (sum, { arrivals }, i) => sum + stage(arrivals, decision[i] as number, perMinute).cost,
      0,
    );
  const costs = decisions.map(total);
  const sound = costs.filter(Number.isFinite);
  const bestCost = stages.reduce((sum, { ideal }) => sum + ideal.cost, 0);
  return {
    perMinute,
    stages,
    costs: sound,
    bestCost,
    /** 至少有一段队越排越长的 */
    stuck: costs.length - sound.length,
    left: sound.length === 0 ? Number.NaN : mean(sound) - bestCost,
    bestHours: stages.reduce((sum, { best }) => sum + best, 0),
    hours: mean(decisions.map((decision) => decision.reduce((sum, each) => sum + each, 0))),
  };
}
export type Debrief = ReturnType<typeof debrief>;

/** 讲评的几句话。 */
export function sentences(result: Debrief): string[] {
  const { perMinute, stages, costs, bestCost, stuck, left, bestHours, hours } = result;
  const over = stages.filter(({ usual, best }) => usual > best).map(({ from }) => from);
  const under = stages.filter(({ usual, best }) => usual < best).map(({ from }) => from);
  const busiest = stages.reduce((top, each) => (each.load > top.load ? each : top));
  const lists = [
    over.length > 0 ? `${over.join('、')} 那${over.length > 1 ? '几' : '一'}段开多了` : '',
    under.length > 0 ? `${under.join('、')} 那${under.length > 1 ? '几' : '一'}段开少了` : '',
  ].filter((text) => text !== '');
  return [
    `一个窗口半小时 ${wage} 元，一位顾客等一分钟算 ${perMinute} 元。最忙的 ${busiest.from}，平均 ${upTo(busiest.load, 1)} 个窗口忙着，最省的是开 ${busiest.best} 个：多出来的 ${upTo(busiest.best - busiest.load, 1)} 个是留给起落的。`,
    lists.length > 0
      ? `照全班的中位数，${lists.join('；')}。`
      : '照全班的中位数，五段都正好是最省的开法。',
    stuck > 0
      ? `${stuck} 人至少有一段开的窗口不比忙着的多：那一段的队越排越长，平均等多久没有答案，账也就没法算。`
      : '没有人开得不够：每一段的窗口都比忙着的多。',
    costs.length > 0
      ? `算得出账的 ${costs.length} 人，上午平均花 ${fixed(bestCost + left)} 元，最省是 ${fixed(bestCost)} 元，多花 ${fixed(left)} 元。全班平均一共开 ${upTo(hours, 1)} 个“窗口半小时”，最省的开 ${bestHours} 个。`
      : `全班还没有一份算得出账。最省的开法一共 ${bestHours} 个“窗口半小时”，${fixed(bestCost)} 元。`,
    '每个半小时各当作一段平稳的队来算（Erlang C）。办一件事只要几分钟，半小时够它平稳下来；前一段积下的人很多时，后一段要比这里算的更挤。',
  ];
}
