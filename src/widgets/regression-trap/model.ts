import {
  leastSquares,
  predictOutcome,
  type LeastSquaresFit,
} from '../../calc/location/least-squares.ts';
import { fixed, times } from '../../lib/format.ts';
import { defineWidget, type Values } from '../../widget-kit/model.ts';
import {
  businesses,
  drawLibrary,
  variables,
  type BusinessId,
  type Library,
  type Store,
} from './library.ts';

const variable = (meaning: string, label: string, chosen = true) =>
  ({ kind: 'toggle', label, default: chosen, meaning }) as const;

const params = {
  business: {
    kind: 'choice',
    label: '生意',
    options: [
      { value: 'hotel', label: '酒店' },
      { value: 'convenience', label: '便利店' },
      { value: 'hotpot', label: '火锅店' },
    ],
    default: 'hotel',
    meaning: '三门生意，三个虚构的数据库，利润的来历各不相同。',
  },
  offices: variable('步行一刻钟以内，千人。', '上班人数'),
  rivals: variable('五百米以内，家。', '同行家数'),
  frontage: variable('临街的一面，米。', '门面宽度'),
  parking: variable('自己的或能用的，个。', '车位'),
  income: variable('附近居民的年收入，千元。', '居民收入'),
  housing: variable('附近的住宅，万元/平方米。', '房价'),
  students: variable('三公里以内，千人。', '大学生'),
  sisters: variable('三公里以内，家；代表知名度。', '附近自家店'),
  drop: {
    kind: 'number',
    label: '剔除“异常”店',
    unit: '家',
    min: 0,
    max: 4,
    step: 1,
    default: 0,
    meaning: '每次剔掉模型最解释不了的一家老店，再重算一遍。',
  },
  draw: {
    kind: 'number',
    label: '换一批数据',
    unit: '批',
    min: 1,
    max: 40,
    step: 1,
    default: 1,
    meaning: '同样的关系，重新生成一批店。第 1 批是挑过的，其余没有挑。',
  },
} as const;
export type Setting = Values<typeof params>;

export const businessName: Record<BusinessId, string> = {
  hotel: '酒店',
  convenience: '便利店',
  hotpot: '火锅店',
};
/** 方差膨胀因子超过它，通常就算共线严重。 */
const tangled = 10;

const rootMeanSquare = (errors: readonly number[]) =>
  Math.sqrt(errors.reduce((sum, error) => sum + error * error, 0) / errors.length);
const mean = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
const columns = ({ features }: Store, chosen: readonly number[]) =>
  chosen.map((j) => features[j] as number);

/** 同一批数据反复要用：换变量、剔店都不换数据。 */
const drawn = new Map<string, Library>();
export function libraryOf(business: BusinessId, draw: number): Library {
  const key = `${business} ${draw}`;
  const known = drawn.get(key);
  if (known) return known;
  const library = drawLibrary(business, draw);
  if (drawn.size > 60) drawn.clear();
  drawn.set(key, library);
  return library;
}

export function fitStores(stores: readonly Store[], chosen: readonly number[]): LeastSquaresFit {
  return leastSquares({
    rows: stores.map((store) => columns(store, chosen)),
    outcome: stores.map(({ profit }) => profit),
  });
}

const predict = (fit: LeastSquaresFit, store: Store, chosen: readonly number[]) =>
  predictOutcome(fit, columns(store, chosen)).value;

/** 用一种选法在老店上拟合、去新城市检验：点云里的一个点。 */
export function tryModel({ old, fresh }: Library, chosen: readonly number[]) {
  const fit = fitStores(old, chosen);
  return {
    r2: fit.r2,
    freshError: rootMeanSquare(fresh.map((store) => store.profit - predict(fit, store, chosen))),
  };
}

/** 造数据时真正写进利润的那几个变量。 */
export function trueVariables(business: BusinessId): number[] {
  const truth: Record<string, number> = businesses[business].truth;
  return variables.flatMap(({ id }, j) => (id in truth ? [j] : []));
}

/** 没有挑过的三十九批里，八个全用的模型在新城市输给那几个真变量的，有几批。 */
export function drawsLostByEverything(business: BusinessId): number {
  const few = trueVariables(business);
  const everything = variables.map((_, j) => j);
  return Array.from({ length: 39 }, (_, i) => drawLibrary(business, i + 2)).filter(
    (library) => tryModel(library, everything).freshError > tryModel(library, few).freshError,
  ).length;
}

interface Kept {
  kept: readonly Store[];
  fit: LeastSquaresFit;
}

/** 这批店、这几个变量一路剔下来的各步：拖“剔掉几家”时，前几步不必重算。 */
let dropping: { old: readonly Store[]; chosen: string; steps: Kept[] } | null = null;

/** 逐家剔除残差最大的老店，每剔一家重算一次。 */
function fitAfterDropping(old: readonly Store[], chosen: readonly number[], count: number): Kept {
  if (dropping?.old !== old || dropping.chosen !== chosen.join())
    dropping = {
      old,
      chosen: chosen.join(),
      steps: [{ kept: old, fit: fitStores(old, chosen) }],
    };
  const { steps } = dropping;
  while (steps.length <= count) {
    const { kept, fit } = steps.at(-1) as Kept;
    const sizes = fit.residuals.map(Math.abs);
    const worst = sizes.indexOf(Math.max(...sizes));
    const rest = kept.filter((_, i) => i !== worst);
    steps.push({ kept: rest, fit: fitStores(rest, chosen) });
  }
  return steps[count] as Kept;
}

/** 只用一个变量时的斜率，一批店一份。 */
const slopesAlone = new WeakMap<readonly Store[], number[]>();
function slopeAlone(stores: readonly Store[], j: number): number {
  const known = slopesAlone.get(stores) ?? [];
  slopesAlone.set(stores, known);
  return (known[j] ??= fitStores(stores, [j]).coefficients[1] as number);
}

const range = (values: readonly number[]) => ({
  low: Math.min(...values),
  high: Math.max(...values),
});

function analyse(values: Setting) {
  const business = values.business as BusinessId;
  const library = libraryOf(business, values.draw);
  const { old, fresh } = library;
  const truth: Record<string, number> = businesses[business].truth;
  const chosen = variables.flatMap(({ id }, j) => (values[id] ? [j] : []));
  const { kept, fit } = fitAfterDropping(old, chosen, values.drop);
  const largestLeverage = Math.max(...fit.leverage);

  const coefficients = chosen.map((j, position) => {
    const { id, label, unit } = variables[j] as (typeof variables)[number];
    const seen = range(kept.map(({ features }) => features[j] as number));
    const met = fresh.map(({ features }) => features[j] as number);
    const coefficient = fit.coefficients[position + 1] as number;
    const alone = slopeAlone(kept, j);
    return {
      id,
      label,
      unit,
      coefficient,
      /** 只用这一个变量时的系数 */
      alone,
      flips: Math.sign(alone) !== Math.sign(coefficient),
      truth: truth[id] ?? 0,
      inflation: fit.varianceInflation[position] as number,
      tangled: (fit.varianceInflation[position] as number) > tangled,
      seen,
      met: range(met),
      /** 新城市有几家店超出老店见过的范围 */
      outside: met.filter((value) => value < seen.low || value > seen.high).length,
    };
  });

  const test = fresh.map((store) => {
    const row = columns(store, chosen);
    const { value, leverage } = predictOutcome(fit, row);
    const outside = coefficients.some(
      ({ seen }, position) =>
        (row[position] as number) < seen.low || (row[position] as number) > seen.high,
    );
    return {
      name: store.name,
      actual: store.profit,
      predicted: value,
      outside,
      /** 各变量都没超界，凑在一起却是老店没有过的 */
      hidden: !outside && leverage > largestLeverage * (1 + 1e-9),
    };
  });
  const average = mean(old.map(({ profit }) => profit));
  const naiveError = rootMeanSquare(fresh.map(({ profit }) => profit - average));
  const freshError = rootMeanSquare(test.map(({ actual, predicted }) => actual - predicted));
  const keptProfits = kept.map(({ profit }) => profit);
  const spread = rootMeanSquare(keptProfits.map((profit) => profit - mean(keptProfits)));
  // 留一法不必重算十八遍：残差除以（1 − 杠杆）就是留出那一家时的误差
  const crossError = rootMeanSquare(fit.leaveOneOutResiduals);
  return {
    chosen,
    coefficients,
    r2: fit.r2,
    /** 老店里的误差：均方根，万元 */
    fitError: rootMeanSquare(fit.residuals),
    crossR2: 1 - (crossError / spread) ** 2,
    crossError,
    /** 拿老店平均去猜记 0，负数就是还不如不用模型 */
    freshR2: 1 - (freshError / naiveError) ** 2,
    freshError,
    naiveError,
    outside: test.filter((store) => store.outside).length,
    hidden: test.filter((store) => store.hidden).length,
    stores: old.map((store) => ({
      name: store.name,
      actual: store.profit,
      predicted: predict(fit, store, chosen),
      dropped: !kept.includes(store),
    })),
    fresh: test,
  };
}
export type Analysis = ReturnType<typeof analyse>;

/** 提问、画面、表都要同一份结果，只算一次。 */
let last: { key: string; result: Analysis } | null = null;
function compute(values: Setting): Analysis {
  const key = JSON.stringify(values);
  if (last?.key !== key) last = { key, result: analyse(values) };
  return last.result;
}

/** 利润几十万的说到一位小数，上百万的说整数。 */
export const money = (value: number) => (Math.abs(value) < 20 ? fixed(value, 1) : fixed(value, 0));

const picks = (count: number) => (count === 0 ? '一个变量也不用' : `用 ${count} 个变量`);
const only = (...ids: string[]) =>
  Object.fromEntries(variables.map(({ id }) => [id, ids.includes(id)])) as Partial<Setting>;

export const model = defineWidget({
  id: 'regression-trap',
  version: 2,
  title: '回归陷阱',
  english: 'The regression trap',
  question: '把老店的利润解释得最好的模型，到了新城市还是最好的吗？',
  chapter: 'location',
  section: 'regression',
  params,
  scenarios: [
    {
      id: 'hotel',
      label: '酒店：八个全用',
      sentence:
        '一家连锁酒店（虚构案例）把能找到的八个变量全放进回归式，R² 很漂亮。明年进一座新城市，打算照它选址。',
      values: { business: 'hotel' },
    },
    {
      id: 'restraint',
      label: '酒店：只用三个',
      sentence:
        '同一批酒店，开发部的老张只肯用三个变量：上班人数、同行家数、车位。他说不出道理的，一个也不放。',
      values: { business: 'hotel', ...only('offices', 'rivals', 'parking') },
    },
    {
      id: 'convenience',
      label: '便利店：同行越多越好',
      sentence:
        '便利店（虚构案例）的数据里，同行越多的地方利润越高，系数是正的。难道该往同行堆里开？揭开以后，把“上班人数”加进来再看。',
      values: { business: 'convenience', ...only('rivals', 'frontage') },
    },
    {
      id: 'hotpot',
      label: '沸点火锅：大学城那家店',
      sentence:
        '沸点火锅（虚构案例）有一家店开在大学城边上，利润高得出奇。回归说“大学生”值钱，新城市正好有几所大学。',
      values: { business: 'hotpot', ...only('offices', 'rivals', 'frontage', 'students') },
    },
  ],
  compute,
  predict: {
    kind: 'number',
    question: (values) => {
      const { chosen, r2, fitError, naiveError } = compute(values);
      const shop = businessName[values.business as BusinessId];
      return `${picks(chosen.length)}，老店里 R² 是 ${fixed(r2, 2)}，均方根误差 ${money(fitError)} 万元。拿到新城市去估那 10 家${shop}，均方根误差是多少万元？（不用模型、拿老店的平均利润去猜，是 ${money(naiveError)} 万元。）`;
    },
    unit: '万元',
    min: 0,
    max: 10000,
    answer: (_values, { freshError }) => freshError,
    digits: 0,
    tolerance: 0.2,
    hit: (_values, { freshError, fitError, naiveError }) =>
      freshError > naiveError
        ? '押中了。R² 哄人的地方就在这里：解释老店的本事，有一大半是把这十八家的偶然也背了下来。'
        : freshError < 1.5 * fitError
          ? '押中了。变量少而有来历的模型，老店里不出风头，到新城市也不露怯。'
          : '押中了。老店里的误差是考过的题，新城市才是没见过的题，总要打些折扣。',
    misreads: [
      {
        when: (guess, answer, _values, { fitError }) =>
          guess >= 0.95 * fitError && guess <= 1.35 * fitError && answer > 1.5 * fitError,
        text: (_values, { freshError, fitError }) =>
          `你是照着老店里的误差押的。可是系数正是为这些老店调出来的，R² 量的是“背得熟不熟”。换一批没见过的店，误差成了 ${times(freshError / fitError)}。`,
      },
      {
        when: (guess, answer, _values, { fitError }) => guess < answer && guess < fitError * 0.95,
        text: (_values, { fitError, freshError }) =>
          freshError < fitError
            ? `低了。新城市的误差 ${money(freshError)} 万元，是比老店里的 ${money(fitError)} 万元小：老店里有几家赶上说不清的大起大落，新城市没碰上那么大的。可起落总有，误差小不到你押的那样。`
            : `比老店里的 ${money(fitError)} 万元还小。系数正是照老店调出来的，换一批没见过的店，多半更难估：误差 ${money(freshError)} 万元。`,
      },
      {
        when: (guess, answer, _values, { naiveError }) =>
          guess <= naiveError && answer > naiveError,
        text: (_values, { naiveError, freshError }) =>
          `料到了要变差，没料到差过了底线：拿老店平均去猜，误差也只有 ${money(naiveError)} 万元，这个模型是 ${money(freshError)} 万元。有模型还不如没有模型，这种事在外推时并不稀奇。`,
      },
      {
        when: (guess, answer) => guess < answer,
        text: (_values, { outside, coefficients }) =>
          coefficients.length === 0
            ? '一个变量也没用，等于人人都猜平均，差多少全看新城市本身起伏多大。'
            : `还要再差一些。新城市有 ${outside} 家店的某个变量超出了老店的范围，那里的直线没有一家老店作证。`,
      },
      {
        when: (_guess, answer, _values, { naiveError }) => answer < naiveError,
        text: (_values, { freshError, naiveError }) =>
          `押得太悲观。这个模型到了新城市误差 ${money(freshError)} 万元，比猜平均的 ${money(naiveError)} 万元强：R² 不出众，系数却估得稳，搬得走。`,
      },
      {
        when: () => true,
        text: (_values, { freshError, fitError }) =>
          `${freshError > 1.5 * fitError ? '新城市确实比老店里难得多，只是' : '到了新城市，'}没有你押的那么惨：老店里误差 ${money(fitError)} 万元，新城市 ${money(freshError)} 万元。`,
      },
    ],
  },
  sentence(values, result) {
    const { chosen, r2, fitError, crossR2, freshR2, freshError, naiveError } = result;
    const shop = businessName[values.business as BusinessId];
    const cut = values.drop > 0 ? `，剔掉 ${values.drop} 家` : '';
    const verdict =
      chosen.length === 0
        ? '这就是不用模型的底线'
        : Math.abs(freshR2) < 0.02
          ? '和拿老店平均去猜差不多'
          : freshR2 < 0
            ? `还不如拿老店平均去猜的 ${money(naiveError)} 万元`
            : `比拿老店平均去猜的 ${money(naiveError)} 万元强`;
    return `${shop}${picks(chosen.length)}${cut}：老店里 R² ${fixed(r2, 2)}，均方根误差 ${money(fitError)} 万元；轮流留出一家来考，R² 只有 ${fixed(crossR2, 2)}；到了新城市，误差 ${money(freshError)} 万元，${verdict}。`;
  },
  brief: (_values, { r2, freshError }) =>
    `老店里 R² ${fixed(r2, 2)}，新城市误差 ${money(freshError)} 万元`,
  table(values, { stores, fresh }) {
    const row = (
      kind: string,
      { name, actual, predicted }: Analysis['fresh'][number] | Analysis['stores'][number],
    ) => [name, kind, actual, predicted, predicted - actual];
    return {
      caption: `${businessName[values.business as BusinessId]}（虚构数据，第 ${values.draw} 批）：各店的实际利润与模型的估计`,
      columns: [
        { label: '店' },
        { label: '用在哪里' },
        { label: '实际', unit: '万元' },
        { label: '模型说', unit: '万元' },
        { label: '多估', unit: '万元' },
      ],
      rows: [
        ...stores.map((store) => row(store.dropped ? '剔掉了' : '拟合', store)),
        ...fresh.map((store) => row('检验', store)),
      ],
      digits: [0, 0, 0, 0, 0],
    };
  },
  monotone: [
    // 去掉一个点再拟合，残差平方和只会更小；折成总量比，均方根要除以家数
    {
      param: 'drop',
      quantity: ({ fitError, stores }) =>
        fitError ** 2 * stores.filter(({ dropped }) => !dropped).length,
      direction: 'down',
    },
  ],
});

export type Result = ReturnType<typeof model.compute>;
