import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { breakingPoint } from '../../../src/calc/location/breaking-point.ts';
import { centreOfGravity } from '../../../src/calc/location/centre-of-gravity.ts';
import { factorRating } from '../../../src/calc/location/factor-rating.ts';
import { hotelling } from '../../../src/calc/location/hotelling.ts';
import { huff, huffSales } from '../../../src/calc/location/huff.ts';
import { leastSquares } from '../../../src/calc/location/least-squares.ts';
import { maximalCoveringExact } from '../../../src/calc/location/maximal-covering.ts';
import { parseMedianInstance, shortestDistances } from '../../../src/calc/location/network.ts';
import { pCenterExact } from '../../../src/calc/location/p-center.ts';
import { pMedian, pMedianExact } from '../../../src/calc/location/p-median.ts';
import { planeDistances } from '../../../src/calc/location/plane-points.ts';
import type { Point } from '../../../src/calc/location/plane-points.ts';
import { setCoveringExact } from '../../../src/calc/location/set-covering.ts';
import { chooseSites } from '../../../src/calc/location/site-budget.ts';
import { laQuintaEquation, predictSite } from '../../../src/calc/location/site-regression.ts';
import type { SiteEquation } from '../../../src/calc/location/site-regression.ts';
import {
  parseFacilityInstance,
  uncapacitatedExact,
} from '../../../src/calc/location/uncapacitated.ts';
import { weiszfeld } from '../../../src/calc/location/weiszfeld.ts';
import type { Adapter, Inputs } from '../adapter.ts';
import { maybeNum, num, nums, table, text } from '../adapter.ts';

interface Hotel {
  id: number;
  city: string;
  price: number;
}

const points = (given: Inputs) => table(given, 'points') as unknown as Point[];
const read = (given: Inputs, dataDir: string) =>
  readFileSync(join(dataDir, text(given, 'dataFile')), 'utf8');
const network = (given: Inputs, dataDir: string) => {
  const instance = parseMedianInstance(read(given, dataDir));
  return {
    distances: shortestDistances(instance),
    siteCount: maybeNum(given, 'p') ?? instance.sites,
  };
};
const hotels = (given: Inputs, dataDir: string) => JSON.parse(read(given, dataDir)) as Hotel[];
const equationOf = (given: Inputs): SiteEquation =>
  (given['coefficients'] as SiteEquation | undefined) ?? laQuintaEquation;

const budgetPlan = (given: Inputs, dataDir: string) => {
  const list = hotels(given, dataDir);
  const equation = equationOf(given);
  const plan = chooseSites({
    offers: list.map((hotel) => ({
      price: hotel.price,
      value: predictSite({ equation, features: { ...hotel } }),
      city: hotel.city,
    })),
    budget: num(given, 'budget'),
    maxPerCity: maybeNum(given, 'maxPerCity'),
  });
  return {
    totalProfitability: plan.totalValue,
    hotels: plan.chosen.map((index) => list[index]?.id),
    spend: plan.spend,
  };
};

export const adapter: Adapter = {
  'location/breaking-point': (given) => ({
    fromA: breakingPoint({
      distance: num(given, 'distance'),
      sizeA: num(given, 'sizeA'),
      sizeB: num(given, 'sizeB'),
    }).fromA,
  }),
  'location/centre-of-gravity': (given) => {
    const { x, y } = centreOfGravity({ points: points(given), weights: nums(given, 'weights') });
    return { x, y };
  },
  'location/factor-rating': (given) => {
    const { totals, best } = factorRating({
      weights: nums(given, 'weights'),
      scores: table(given, 'scores'),
    });
    return { totals, best };
  },
  'location/four-objectives': async (given) => {
    const metric = /rectilinear|manhattan|L1/i.test(String(given['metric'] ?? ''))
      ? 'rectilinear'
      : 'euclidean';
    const distances = planeDistances({ points: points(given), metric });
    const weights = nums(given, 'weights');
    const siteCount = num(given, 'p');
    const radius = num(given, 'radius');
    const median = await pMedianExact({ distances, weights, siteCount });
    const center = await pCenterExact({ distances, siteCount });
    const maximal = await maximalCoveringExact({ distances, weights, siteCount, radius });
    const covering = await setCoveringExact({ distances, radius });
    return {
      pMedian: median.cost,
      pMedianSites: median.sites,
      pCenter: center.radius,
      mclpCovered: maximal.covered,
      lscpFacilities: covering.cost,
    };
  },
  'location/hotelling': (given) => {
    const result = hotelling({
      length: num(given, 'length'),
      leftMargin: num(given, 'a'),
      rightMargin: num(given, 'b'),
      transportCost: num(given, 'transportCost'),
    });
    return {
      p1: result.price1,
      p2: result.price2,
      q1: result.quantity1,
      q2: result.quantity2,
      x: result.inner1,
      y: result.inner2,
      profit1: result.profit1,
      profit2: result.profit2,
    };
  },
  'location/huff': (given) => ({
    p: huff({
      attractiveness: nums(given, 'attractiveness'),
      distances: nums(given, 'distances'),
      alpha: num(given, 'alpha'),
      beta: num(given, 'beta'),
    }),
  }),
  'location/huff-spending': (given) => {
    const { probabilities, sales } = huffSales({
      attractiveness: nums(given, 'attractiveness'),
      distancesByZone: table(given, 'distancesByZone'),
      spendingByZone: nums(given, 'spendingByZone'),
      alpha: num(given, 'alpha'),
      beta: num(given, 'beta'),
    });
    return { p: probabilities, sales };
  },
  'location/least-squares': (given) => {
    const rows = table(given, 'rows');
    const names = given['columns'];
    const columns = (Array.isArray(names) ? (names as string[]) : String(names).split(',')).map(
      (name) => name.trim(),
    );
    const outcomeAt = columns.includes('y') ? columns.indexOf('y') : columns.length - 1;
    const { coefficients, r2, adjR2, residualStdDev } = leastSquares({
      rows: rows.map((row) => row.filter((_, column) => column !== outcomeAt)),
      outcome: rows.map((row) => row[outcomeAt] as number),
    });
    return { coefficients, r2, adjR2, residualStdDev };
  },
  'location/p-center-network': async (given, dataDir) => ({
    optimal: (await pCenterExact(network(given, dataDir))).radius,
  }),
  'location/p-median-interchange': async (given, dataDir) => {
    const instance = network(given, dataDir);
    // upper：启发式找到的费用；lower：精确解法证出的下界。二者夹住最优值
    return {
      upper: pMedian({ ...instance, restarts: num(given, 'restarts') }).cost,
      lower: (await pMedianExact(instance)).lowerBound,
    };
  },
  'location/p-median-network': async (given, dataDir) => ({
    optimal: (await pMedianExact(network(given, dataDir))).cost,
  }),
  'location/set-covering-network': async (given, dataDir) => ({
    facilities: (
      await setCoveringExact({
        distances: network(given, dataDir).distances,
        radius: num(given, 'radius'),
      })
    ).cost,
  }),
  'location/site-budget': budgetPlan,
  'location/site-budget-per-city': budgetPlan,
  'location/site-regression': (given, dataDir) => {
    const equation = equationOf(given);
    return {
      profitability:
        given['dataFile'] === undefined
          ? predictSite({ equation, features: given['standardized'] as Record<string, unknown> })
          : hotels(given, dataDir).map((hotel) =>
              predictSite({ equation, features: { ...hotel } }),
            ),
    };
  },
  'location/uncapacitated': async (given, dataDir) => {
    const free = given['freeWarehouse'];
    const instance = parseFacilityInstance(read(given, dataDir), {
      fixedCost: maybeNum(given, 'fixedCost'),
      ...(typeof free === 'number' ? { freeWarehouse: free } : {}),
    });
    return { optimal: (await uncapacitatedExact(instance)).cost };
  },
  'location/weiszfeld': (given) => {
    const { x, y, cost, optimumAtDemandPoint } = weiszfeld({
      points: points(given),
      weights: nums(given, 'weights'),
    });
    return { x, y, cost, optimumAtDemandPoint };
  },
};
