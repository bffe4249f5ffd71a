/**
 * 实验的约定：一个实验就是几个可序列化参数的纯函数。
 * 每个实验的 `model.ts` 用 `defineWidget` 交出一个对象，
 * 控件、场景、先猜后看、链接、数据表、整页、投影、打印和参数空间检验都由它推出来。
 */

export interface NumberParam {
  kind: 'number';
  /** 界面上的名字 */
  label: string;
  /** 公式里的记号，例如 λ */
  symbol?: string;
  unit?: string;
  min: number;
  max: number;
  step: number;
  default: number;
  /** 一句话：它是什么意思 */
  meaning: string;
  /** 按百分比显示与输入：0.85 ↔ 85% */
  percent?: boolean;
  /** 是年份：写 1978，不写 1,978 */
  year?: boolean;
}

export interface ToggleParam {
  kind: 'toggle';
  label: string;
  default: boolean;
  meaning: string;
}

export interface ChoiceParam<V extends string = string> {
  kind: 'choice';
  label: string;
  options: readonly { value: V; label: string }[];
  default: V;
  meaning: string;
  /** 画面里自有选它的地方（例如棋盘上的格子），控件区不再重复 */
  onStage?: boolean;
}

/** 表里的一列数。 */
export interface NumberField {
  kind: 'number';
  label: string;
  unit?: string;
  min: number;
  max: number;
  step: number;
  /** 新添一行时先填的数 */
  default: number;
}

/** 表里的一列短文字，例如片段的名字。 */
export interface TextField {
  kind: 'text';
  label: string;
  /** 最多几个字 */
  longest: number;
  default: string;
}

export type Field = NumberField | TextField;
export type FieldSet = Record<string, Field>;
export type Row = Readonly<Record<string, number | string>>;
export type CellOf<F extends Field> = F extends NumberField ? number : string;
export type RowOf<F extends FieldSet> = { readonly [K in keyof F]: CellOf<F[K]> };

/** 一个参数就是一张小表：站点、居民点、店、体验的片段。 */
export interface ListParam<F extends FieldSet = FieldSet> {
  kind: 'list';
  label: string;
  /** 一行叫什么：“站”“店”“片段”，界面上写作“站 1” */
  item: string;
  fields: F;
  atLeast: number;
  atMost: number;
  default: readonly RowOf<F>[];
  meaning: string;
  /** 列名由另一个参数给的（评哪四项、哪几个客群），写成它们现在的名字；没写到的列、空名仍用 `label` */
  names?: (values: AnyValues) => Readonly<Record<string, string>>;
  /** 次序有意义：给“上移、下移” */
  ordered?: boolean;
  /** 读者亲手做出来的一份（分的类、摆的卡片）：再点一下场景不清空，也不算“改过”；重置才从头来 */
  own?: boolean;
  /** 画面里自有改它的地方（拨机器的把手），控件区不再摆一张表 */
  onStage?: boolean;
}

export type Param = NumberParam | ToggleParam | ChoiceParam | ListParam;
export type ParamSet = Record<string, Param>;

export type ValueOf<P extends Param> = P extends NumberParam
  ? number
  : P extends ToggleParam
    ? boolean
    : P extends ChoiceParam<infer V>
      ? V
      : P extends { kind: 'list'; fields: infer F extends FieldSet }
        ? readonly RowOf<F>[]
        : never;
export type Values<P extends ParamSet> = { [K in keyof P]: ValueOf<P[K]> };
export type Value = number | boolean | string | readonly Row[];
export type AnyValues = Record<string, Value>;

export interface Scenario<P extends ParamSet> {
  id: string;
  /** 场景名：支行单窗、三甲挂号…… */
  label: string;
  /** 一句话把人带进场景 */
  sentence: string;
  /** 没写的参数取默认值 */
  values: Partial<Values<P>>;
}

/** 自带一问的场景：第一次给看之前单独问这一问。 */
export interface AskingScenario<P extends ParamSet, R> extends Scenario<P> {
  predict?: Prediction<P, R>;
}

/**
 * 一类典型错猜及其解释；`when` 判断这次猜的是不是这一类。按次序取第一个成立的。
 * 同一个猜测在不同设置下可能出自不同的误会，所以参数与结果也交给它。
 */
export interface Misread<G, V = AnyValues, R = unknown> {
  when: (guess: G, answer: G, values: V, result: R) => boolean;
  text: string | ((values: V, result: R, guess: G) => string);
}

/** 问句里可以带当前设置的数；要算的数从结果里取，不另存一份。 */
export type Question<P extends ParamSet, R> = string | ((values: Values<P>, result: R) => string);

export interface NumberPrediction<P extends ParamSet, R> {
  kind: 'number';
  question: Question<P, R>;
  unit: string;
  min: number;
  max: number;
  answer: (values: Values<P>, result: R) => number;
  /** 显示到几位小数 */
  digits: number;
  /** 数的是人、店、处：没有半个，猜 6.5 请他改 */
  whole?: boolean;
  /** 相差在答案的这个比例之内算猜中，默认 0.15 */
  tolerance?: number;
  misreads: readonly Misread<number, Values<P>, R>[];
  /** 猜中时说的话 */
  hit: string | ((values: Values<P>, result: R, guess: number) => string);
}

export interface ChoicePrediction<P extends ParamSet, R> {
  kind: 'choice';
  question: Question<P, R>;
  /** 每个选项都带一句解释：选了它的人大概是怎么想的，事实如何；话里可以带当前设置的数 */
  options: readonly {
    value: string;
    label: string;
    explanation: string | ((values: Values<P>, result: R) => string);
  }[];
  answer: (values: Values<P>, result: R) => string;
}

export interface CurvePrediction<P extends ParamSet, R> {
  kind: 'curve';
  question: Question<P, R>;
  x: {
    label: string;
    min: number;
    max: number;
    ticks: readonly number[];
    percent?: boolean;
    year?: boolean;
  };
  y: { label: string; min: number; max: number; ticks: readonly number[] };
  /** 各点的横坐标；第一个点的高度替读者标好，其余由读者拖 */
  at: readonly number[];
  answer: (values: Values<P>, result: R, x: number) => number;
  digits: number;
  misreads: readonly Misread<readonly number[], Values<P>, R>[];
  hit: string | ((values: Values<P>, result: R, guess: readonly number[]) => string);
  /** 对数坐标下或整体看，相差多少算猜中：各点相对误差的中位数，默认 0.25 */
  tolerance?: number;
}

export type Prediction<P extends ParamSet, R> =
  | NumberPrediction<P, R>
  | ChoicePrediction<P, R>
  | CurvePrediction<P, R>;

export type Guess = number | string | readonly number[];

export interface DataTable {
  caption: string;
  columns: readonly { label: string; unit?: string }[];
  /** 数是全精度的；`format` 决定显示，CSV 里写原值 */
  rows: readonly (readonly (string | number)[])[];
  /** 每列显示几位小数，默认 2 */
  digits?: readonly number[];
}

/** 理论保证的单调性，性质检验会在整个参数空间里核对。 */
export interface Monotone<R> {
  param: string;
  quantity: (result: R) => number;
  direction: 'up' | 'down';
}

export interface WidgetModel<P extends ParamSet = ParamSet, R = unknown> {
  /** 与文件夹同名 */
  id: string;
  /**
   * 链接里的 `v`，从 2 起。参数的含义变了就加一，旧链接会得到说明。
   * 1 是最早的写法：只写与声明的默认值不同的参数。版本是 2 时还读得懂它。
   */
  version: number;
  title: string;
  english: string;
  /** 一句话的问题，写在标题下面 */
  question: string;
  /** 属于哪一章哪一节，“回到正文”用 */
  chapter: string;
  section: string;
  params: P;
  scenarios: readonly AskingScenario<P, R>[];
  compute: (values: Values<P>) => R;
  predict: Prediction<P, R>;
  sentence: (values: Values<P>, result: R) => string;
  /** 一行的结果，十几个字：手机上键盘弹起来、字放到很大时，图让位给它。不写就取 `sentence` 的头一句 */
  brief?: (values: Values<P>, result: R) => string;
  table: (values: Values<P>, result: R) => DataTable;
  /** 只示方向、没有经过标定的模型，界面上要写明 */
  directional?: boolean;
  monotone?: readonly Monotone<R>[];
}

/** 让编辑器推断出参数与结果的类型，并添上 `at`：正文里的数与实验里的数由同一处算出。 */
export function defineWidget<const P extends ParamSet, R>(
  model: WidgetModel<P, R>,
): WidgetModel<P, R> & {
  /** 改动几个参数、其余取默认（或某个场景）时的结果 */
  at: (change?: Partial<Values<P>>, scenario?: string) => R;
} {
  return {
    ...model,
    at: (change = {}, scenario) =>
      model.compute({
        ...(scenario === undefined ? defaults(model.params) : scenarioValues(model, scenario)),
        ...change,
      }),
  };
}

export function defaults<P extends ParamSet>(params: P): Values<P> {
  return Object.fromEntries(
    Object.entries(params).map(([name, param]) => [name, param.default]),
  ) as Values<P>;
}

export function scenarioValues<P extends ParamSet, R>(
  model: WidgetModel<P, R>,
  id: string | undefined,
): Values<P> {
  const scenario = model.scenarios.find((candidate) => candidate.id === id) ?? model.scenarios[0];
  return { ...defaults(model.params), ...scenario?.values } as Values<P>;
}

/** 这个场景要猜的是哪一问。 */
export function predictionOf<P extends ParamSet, R>(
  model: WidgetModel<P, R>,
  scenario: string | null,
): Prediction<P, R> {
  return model.scenarios.find(({ id }) => id === scenario)?.predict ?? model.predict;
}

/** 问句，数已经填好。 */
export function questionText<P extends ParamSet, R>(
  { question }: Prediction<P, R>,
  values: Values<P>,
  result: R,
): string {
  return typeof question === 'function' ? question(values, result) : question;
}

/** 一行的结果。 */
export function briefText<P extends ParamSet, R>(
  model: WidgetModel<P, R>,
  values: Values<P>,
  result: R,
): string {
  return (
    model.brief?.(values, result) ?? (model.sentence(values, result).split(/[；。]/)[0] as string)
  );
}

/** 落在网格上的最近合法值；超出范围取端点。 */
export function nearest(
  param: Pick<NumberParam, 'min' | 'max' | 'step' | 'default'>,
  value: number,
): number {
  if (Number.isNaN(value)) return param.default;
  const clamped = Math.min(param.max, Math.max(param.min, value));
  const steps = Math.round((clamped - param.min) / param.step);
  const snapped = Math.min(param.max, param.min + steps * param.step);
  // 0.1 × 3 这样的乘积带着二进制尾巴，按步长的小数位数收一下。
  const digits = Math.max(decimals(param.step), decimals(param.min));
  // 加 0：−0.04 收成一位小数会得到负零
  return Number(snapped.toFixed(digits)) + 0;
}

export function decimals(step: number): number {
  const text = step.toString();
  if (text.includes('e-')) return Number(text.split('e-')[1]);
  return text.split('.')[1]?.length ?? 0;
}
