import {
  atLeast,
  each,
  integerAtLeast,
  nonEmpty,
  positive,
  reject,
  sameLength,
  within,
} from '../core/checks.ts';

/** 一条街上各店的市场划分。 */
export interface MarketDivision {
  /** 各店份额，和为 1。 */
  shares: number[];
  /** 各店占据的区间；没有顾客的店为 null；同址同价的店同享一个区间。 */
  territories: ({ from: number; to: number } | null)[];
  /** 顾客平均步行距离。 */
  meanWalk: number;
  /** 顾客平均总花费 = 价格 + 运费 × 距离。 */
  meanDeliveredPrice: number;
}

/**
 * 线性城市的市场划分：顾客去总花费（价格＋运费）最低的店。
 *
 * 假设：顾客在 [0, length] 上均匀分布、每人买一份；各店商品相同；总花费相同时去近的店。
 * 符号与单位：`positions` 店址；`prices` 价格（缺省全 0，即只比远近）；`transportCost` 每单位距离运费；份额无量纲，距离与街长同单位。
 * 出处：Hotelling 1929 的设定，推广到 n 家店；界点 x=(xᵢ+xⱼ)/2+(pⱼ−pᵢ)/(2t)。
 * 边界：被别店连运费压过价的店份额为 0；同址同价平分；同址不同价归低价者。
 * 复杂度：O(n²)。
 *
 * @example
 * divideMarket({ positions: [25, 75], length: 100 }).meanWalk // 12.5
 */
export function divideMarket(input: {
  /** 各店位置。 */
  positions: readonly number[];
  /** 街长。 */
  length: number;
  /** 各店价格，缺省全 0。 */
  prices?: readonly number[];
  /** 每单位距离运费，缺省 1。 */
  transportCost?: number;
}): MarketDivision {
  const { positions, transportCost = 1 } = input;
  const length = positive('length', input.length);
  each('positions', positions, (name, value) => within(name, value, 0, length));
  positive('transportCost', transportCost);
  const prices = input.prices ?? positions.map(() => 0);
  sameLength('prices', prices, 'positions', positions);
  each('prices', prices, (name, value) => atLeast(name, value, 0));
  return divide(positions, prices, transportCost, length);
}

function divide(
  positions: readonly number[],
  prices: readonly number[],
  transportCost: number,
  length: number,
): MarketDivision {
  const alive = positions.map((x, i) =>
    positions.every((y, j) => {
      const saving =
        (prices[i] as number) - (prices[j] as number) - transportCost * Math.abs(x - y);
      return saving <= 0;
    }),
  );
  // 同址同价的店合成一组，按组排成一行，相邻两组之间恰有一个界点
  const order = positions
    .map((_, i) => i)
    .filter((i) => alive[i])
    .sort((i, j) => (positions[i] as number) - (positions[j] as number));
  const groups: { x: number; price: number; members: number[] }[] = [];
  for (const i of order) {
    const last = groups.at(-1);
    if (last && last.x === positions[i]) last.members.push(i);
    else groups.push({ x: positions[i] as number, price: prices[i] as number, members: [i] });
  }
  const shares = positions.map(() => 0);
  const territories: ({ from: number; to: number } | null)[] = positions.map(() => null);
  let walk = 0;
  let spend = 0;
  let from = 0;
  groups.forEach((group, g) => {
    const next = groups[g + 1];
    const to = next
      ? Math.min(
          length,
          Math.max(from, (group.x + next.x) / 2 + (next.price - group.price) / (2 * transportCost)),
        )
      : length;
    const width = to - from;
    // 相邻界点必夹住店址，故左右两段步行量各是三角形
    const left = group.x - from;
    const right = to - group.x;
    const distance = (left * Math.abs(left) + right * Math.abs(right)) / 2;
    walk += distance;
    spend += group.price * width + transportCost * distance;
    for (const i of group.members) {
      shares[i] = width / length / group.members.length;
      territories[i] = width > 0 ? { from, to } : null;
    }
    from = to;
  });
  return { shares, territories, meanWalk: walk / length, meanDeliveredPrice: spend / length };
}

/** 最优反应过程的一步。 */
export interface LineMove {
  /** 第几轮，从 1 起。 */
  round: number;
  /** 动的是哪家店。 */
  shop: number;
  /** 动后的各店位置。 */
  positions: number[];
  /** 动后的各店价格。 */
  prices: number[];
}

/** 最优反应动态的结果。 */
export interface LineDynamics {
  /** 每一次实际移动或调价。 */
  moves: LineMove[];
  /** 终态位置。 */
  positions: number[];
  /** 终态价格。 */
  prices: number[];
  /** 终态市场划分。 */
  division: MarketDivision;
  /** 一整轮无人想动，即到达（格点上的）纳什均衡。 */
  converged: boolean;
  /** 回到以前某轮结束时的状态，从此循环，没有稳定点。 */
  cycled: boolean;
  /** 走过的轮数。 */
  rounds: number;
}

/**
 * 奶茶街：n 家店轮流作最优反应，挪位置、调价，或两样都动。
 *
 * 假设：位置与价格都在等距格点上选；每次只一家动，动时当对手不变；不能严格改善就不动（改善须超过 1e-12）；
 *   只动位置时比份额，涉及价格时比利润（份额 × 价格）；并列时取离现状最近的格点，仍并列取较小的。
 * 符号与单位：`positionSteps` 街长分成几格；`priceSteps`、`maxPrice` 价格格点；其余同 `divideMarket`。
 * 出处：Hotelling 1929；三家店只选位置时无纯策略均衡，Eaton & Lipsey 1975。
 * 边界：一家店时立即稳定；循环用轮末状态判定；达到 `maxRounds` 仍未停则 converged 与 cycled 皆为 false。
 * 复杂度：每次反应 O(格点数 × n²)。
 *
 * @example
 * lineCompetition({ positions: [20, 80], length: 100, positionSteps: 100 }).positions // [50, 50]
 */
export function lineCompetition(input: {
  /** 各店初始位置。 */
  positions: readonly number[];
  /** 街长。 */
  length: number;
  /** 各店初始价格，缺省全 0（只动位置时价格不起作用）。 */
  prices?: readonly number[];
  /** 每单位距离运费，缺省 1。 */
  transportCost?: number;
  /** 动什么：只动位置、只动价格、两样都动；缺省只动位置。 */
  moves?: 'position' | 'price' | 'both';
  /** 街长分成几格，缺省 100。 */
  positionSteps?: number;
  /** 价格分成几格，缺省 100。 */
  priceSteps?: number;
  /** 价格上限，缺省 2 × 运费 × 街长。 */
  maxPrice?: number;
  /** 轮数上限，缺省 200。 */
  maxRounds?: number;
}): LineDynamics {
  const {
    length,
    transportCost = 1,
    moves = 'position',
    positionSteps = 100,
    priceSteps = 100,
    maxRounds = 200,
  } = input;
  divideMarket({ positions: input.positions, length, prices: input.prices, transportCost });
  if (moves !== 'position' && moves !== 'price' && moves !== 'both')
    reject('moves', "'position', 'price' or 'both'", moves);
  integerAtLeast('positionSteps', positionSteps, 1);
  integerAtLeast('priceSteps', priceSteps, 1);
  integerAtLeast('maxRounds', maxRounds, 1);
  const maxPrice = positive('maxPrice', input.maxPrice ?? 2 * transportCost * length);
  const positions = [...nonEmpty('positions', input.positions)];
  const prices = [...(input.prices ?? positions.map(() => 0))];
  const positionGrid = Array.from(
    { length: positionSteps + 1 },
    (_, k) => (length * k) / positionSteps,
  );
  const priceGrid = Array.from({ length: priceSteps + 1 }, (_, k) => (maxPrice * k) / priceSteps);

  const payoff = (shop: number, position: number, price: number): number => {
    const [oldPosition, oldPrice] = [positions[shop] as number, prices[shop] as number];
    positions[shop] = position;
    prices[shop] = price;
    const share = divide(positions, prices, transportCost, length).shares[shop] as number;
    positions[shop] = oldPosition;
    prices[shop] = oldPrice;
    return moves === 'position' ? share : share * price;
  };

  const log: LineMove[] = [];
  const visited = new Set<string>([JSON.stringify([positions, prices])]);
  let converged = false;
  let cycled = false;
  let rounds = 0;
  while (!converged && !cycled && rounds < maxRounds) {
    rounds++;
    let moved = false;
    for (let shop = 0; shop < positions.length; shop++) {
      const nowPosition = positions[shop] as number;
      const nowPrice = prices[shop] as number;
      const optionsX = moves === 'price' ? [nowPosition] : positionGrid;
      const optionsP = moves === 'position' ? [nowPrice] : priceGrid;
      let best = payoff(shop, nowPosition, nowPrice);
      let bestX = nowPosition;
      let bestP = nowPrice;
      let bestShift = 0;
      const floor = best + 1e-12 * Math.max(1, best);
      for (const x of optionsX)
        for (const price of optionsP) {
          const value = payoff(shop, x, price);
          if (value <= floor) continue;
          const shift = Math.abs(x - nowPosition) / length + Math.abs(price - nowPrice) / maxPrice;
          const slack = 1e-12 * Math.max(1, value);
          if (value > best + slack || (value > best - slack && shift < bestShift - 1e-12)) {
            best = value;
            bestX = x;
            bestP = price;
            bestShift = shift;
          }
        }
      if (bestX === nowPosition && bestP === nowPrice) continue;
      positions[shop] = bestX;
      prices[shop] = bestP;
      moved = true;
      log.push({ round: rounds, shop, positions: [...positions], prices: [...prices] });
    }
    converged = !moved;
    const state = JSON.stringify([positions, prices]);
    cycled = moved && visited.has(state);
    visited.add(state);
  }
  return {
    moves: log,
    positions: [...positions],
    prices: [...prices],
    division: divide(positions, prices, transportCost, length),
    converged,
    cycled,
    rounds,
  };
}
