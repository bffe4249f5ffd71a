import { generateNetwork, shortestDistances } from '../../../src/calc/location/network.ts';
import optima from './network-optima.json' with { type: 'json' };

/** 自产网络算例与已证的最优值；来历见 network-optima.json 的 how。 */
export const instances = optima.instances.map((instance) => {
  const distances = shortestDistances(generateNetwork(instance));
  return {
    ...instance,
    name: `${instance.nodes} 结点、种子 ${instance.seed}`,
    distances,
    weights: distances.map((_, i) => 1 + ((7 * i) % 5)),
    fixedCosts: distances.map((_, j) => 150 + ((37 * j) % 90)),
  };
});

/** 四镇例：位置 0/2/3/10 km，人口 5/2/2/2 万。 */
export const towns = { places: [0, 2, 3, 10], weights: [5, 2, 2, 2] };

/** 需求在四镇、候选点另给的距离表。 */
export const townDistances = (candidates: readonly number[]) =>
  towns.places.map((place) => candidates.map((site) => Math.abs(place - site)));
