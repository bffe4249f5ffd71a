/** 一个正在页面上运行的实验：参数、场景、锁、撤销。视图只读它、改它，别的不用管。 */
import { judge, type Verdict } from './judge.ts';
import { fromQuery, longestQuery, toQuery } from './link-state.ts';
import {
  scenarioValues,
  type AnyValues,
  type Guess,
  type ParamSet,
  type Value,
  type Values,
  type WidgetModel,
} from './model.ts';
import { fixed } from '../lib/format.ts';
import { absoluteUrl, href } from '../lib/url.ts';

/** 放在哪里：正文里、整页、嵌入别的网页。 */
export type Place = 'inline' | 'page' | 'embed';

export interface WidgetProps {
  /** 打开时的场景编号 */
  scenario?: string;
  place?: Place;
}

export class Widget<P extends ParamSet, R> {
  readonly model: WidgetModel<P, R>;
  readonly place: Place;

  values: Values<P> = $state.raw() as Values<P>;
  scenario: string | null = $state(null);
  locked = $state(true);
  guess: Guess | null = $state.raw(null);
  /** 链接或输入里被改正过的地方 */
  notes: string[] = $state.raw([]);
  ready = $state(false);

  readonly result: R = $derived.by(() => this.model.compute(this.values));
  readonly sentence: string = $derived.by(() => this.model.sentence(this.values, this.result));
  readonly verdict: Verdict | null = $derived.by(() =>
    this.guess === null
      ? null
      : judge(this.model.predict, this.guess, this.values, this.result, fixed),
  );

  #past: { values: Values<P>; scenario: string | null }[] = $state([]);

  /** `open` 只在创建时读一次：实验打开之后，场景由读者自己换。 */
  constructor(model: WidgetModel<P, R>, open: () => WidgetProps = () => ({})) {
    const { scenario, place = 'inline' } = open();
    this.model = model;
    this.place = place;
    this.scenario = scenario ?? model.scenarios[0]?.id ?? null;
    this.values = scenarioValues(model, this.scenario ?? undefined);
  }

  /** 浏览器里接管页面之后调用一次：读链接，宣布可以动手。 */
  start(): void {
    if (this.place !== 'inline') {
      const link = fromQuery(this.model as unknown as WidgetModel, location.search);
      this.notes = link.notes;
      if (link.present) {
        this.values = { ...scenarioValues(this.model, undefined), ...link.values } as Values<P>;
        this.scenario = null;
      }
    }
    this.ready = true;
  }

  get canUndo(): boolean {
    return this.#past.length > 0;
  }

  /** 动手改之前记一笔；同一次拖动只记一次。 */
  remember(): void {
    this.#past.push({ values: { ...this.values }, scenario: this.scenario });
    if (this.#past.length > 50) this.#past.shift();
  }

  set(name: keyof P, value: Value): void {
    if (this.values[name] === value) return;
    this.values = { ...this.values, [name]: value };
    // 画面上落的子是读者在这个场景里的一步，场景还是那个场景
    const param = this.model.params[name];
    if (param?.kind !== 'choice' || !param.onStage) this.scenario = null;
    this.notes = [];
  }

  choose(id: string): void {
    if (this.scenario === id) return;
    this.remember();
    this.scenario = id;
    this.values = scenarioValues(this.model, id);
    this.notes = [];
  }

  undo(): void {
    // 按下又原地放开的也记过一笔：跳过什么都没变的
    const same = (one: { values: Values<P>; scenario: string | null }) =>
      one.scenario === this.scenario &&
      Object.keys(one.values).every((name) => one.values[name] === this.values[name]);
    let previous = this.#past.pop();
    while (previous && same(previous)) previous = this.#past.pop();
    if (previous) ({ values: this.values, scenario: this.scenario } = previous);
  }

  reset(): void {
    this.remember();
    this.scenario = this.model.scenarios[0]?.id ?? null;
    this.values = scenarioValues(this.model, this.scenario ?? undefined);
    this.notes = [];
  }

  /** 猜好了，开锁看结果。 */
  commit(guess: Guess): void {
    this.guess = guess;
    this.locked = false;
  }

  /** 不猜，直接看。 */
  skip(): void {
    this.guess = null;
    this.locked = false;
  }

  /** 再猜一次：盖上答案。 */
  lockAgain(): void {
    this.guess = null;
    this.locked = true;
  }

  get query(): string {
    return toQuery(this.model as unknown as WidgetModel, this.values as AnyValues);
  }
  /** 几十人的表可能长到一个网址装不下。 */
  get tooLong(): boolean {
    return this.query.length > longestQuery;
  }
  /** 整页的站内地址，装得下就带着现在的参数。 */
  get pagePath(): string {
    return href(`/widgets/${this.model.id}/`) + (this.ready && !this.tooLong ? this.query : '');
  }
  /** 带着现在全部参数的绝对网址；不知道站点域名、或者装不下时是 null。 */
  get link(): string | null {
    const page = absoluteUrl(`/widgets/${this.model.id}/`);
    return page === null || this.tooLong ? null : page + this.query;
  }
}
