/** 一个正在页面上运行的实验：参数、场景、猜测与锁、撤销。视图只读它、改它，别的不用管。 */
import { answerText, judge, type Verdict } from './judge.ts';
import { baseValues, differing, longestQuery, toQuery } from './link-state.ts';
import {
  predictionOf,
  questionText,
  scenarioValues,
  type Guess,
  type ParamSet,
  type Prediction,
  type Value,
  type Values,
  type WidgetModel,
} from './model.ts';
import { saySetting } from './say-setting.ts';
import { keep, kept, resumes, type Kept } from './tab-memory.ts';
import { fixed } from '../lib/format.ts';
import { loadPart } from '../lib/load-part.ts';
import { absoluteUrl, isLocal } from '../lib/public-url.ts';
import { href } from '../lib/url.ts';

/** 放在哪里：正文里、整页、嵌入别的网页、课堂的墙上。 */
export type Place = 'inline' | 'page' | 'embed' | 'wall';

export interface WidgetProps {
  /** 打开时的场景编号 */
  scenario?: string;
  place?: Place;
  /** 课堂拿到这个实验，由它来换场景、揭晓 */
  wall?: (widget: object) => void;
}

/** 一次猜测，连同猜的时候的设置：换了设置，它仍按原来的设置评。 */
export interface Bet<P extends ParamSet> {
  readonly guess: Guess;
  readonly values: Values<P>;
  readonly scenario: string | null;
}

/** 链接上没有场景名的那一个，在“看过哪些”里记作空名。 */
const named = (scenario: string | null) => scenario ?? '';

export class Widget<P extends ParamSet, R> {
  readonly model: WidgetModel<P, R>;
  readonly place: Place;

  values: Values<P> = $state.raw() as Values<P>;
  /** 从哪个场景出发；改过参数也还是它。null 只在链接没有写场景时出现 */
  scenario: string | null = $state(null);
  /** 答案已经给看过的场景，按次序 */
  opened: readonly string[] = $state.raw([]);
  /** 这个实验从此都直接看 */
  skipsAll = $state(false);
  bets: readonly Bet<P>[] = $state.raw([]);
  /** 填好了还没有交的猜测；揭晓时一并交上 */
  draft: Guess | null = $state.raw(null);
  /** 点名要看的几幅画面，由框来摆；`only` 是就摆这几幅，有地方也不添别的 */
  show?: (parts: readonly string[], only?: boolean) => void;
  /** 课堂接在这里：不在参数里、全班看得见的样子，怎么读、怎么摆 */
  mirror?: (name: string, read: () => unknown, write: (told: never) => void) => void;
  /** 链接或输入里被改正过的地方 */
  notes: string[] = $state.raw([]);
  ready = $state(false);

  readonly result: R = $derived.by(() => this.model.compute(this.values));
  readonly sentence: string = $derived.by(() => this.model.sentence(this.values, this.result));
  /** 与场景本来的设置不同的参数；读者亲手做的那一份不算 */
  readonly changed: readonly string[] = $derived.by(() =>
    differing(this.model, this.values, baseValues(this.model, this.scenario)).filter(
      (name) => !(name in this.#own()),
    ),
  );
  readonly prediction: Prediction<P, R> = $derived.by(() =>
    predictionOf(this.model, this.scenario),
  );
  readonly question: string = $derived.by(() =>
    questionText(this.prediction, this.values, this.result),
  );
  /** 盖着答案：这一问还没有问过 */
  readonly locked: boolean = $derived.by(
    () => !this.skipsAll && !this.opened.includes(named(this.scenario)) && this.#asksAnew(),
  );
  /** 现在该给人看的猜测：这个场景里猜的；没有，就是最近一次对同一句问话猜的 */
  readonly bet: Bet<P> | null = $derived.by(
    () =>
      this.bets.find(({ scenario }) => scenario === this.scenario) ??
      this.bets.findLast(({ scenario }) => this.#asked(scenario) === this.#asked(this.scenario)) ??
      null,
  );
  /** 猜的时候的设置与现在有什么不同；一样就是空串 */
  readonly betSetting: string = $derived.by(() =>
    this.bet === null ? '' : saySetting(this.model, this.bet, this),
  );
  /** 永远按猜的时候的设置评。 */
  readonly verdict: Verdict | null = $derived.by(() => {
    if (this.bet === null) return null;
    const { guess, values, scenario } = this.bet;
    const result = this.betSetting === '' ? this.result : this.model.compute(values);
    return judge(predictionOf(this.model, scenario), guess, values, result, fixed);
  });
  /** 这一问没有猜就看了：问话连同答案。改过设置，问话未必还成立，就不说 */
  readonly answer: string | null = $derived.by(() =>
    this.bet !== null || this.locked || this.changed.length > 0 || this.unfinished
      ? null
      : answerText(this.prediction, this.question, this.values, this.result, fixed),
  );

  #past: { values: Values<P>; scenario: string | null }[] = $state([]);

  /** `open` 只在创建时读一次：实验打开之后，场景由读者自己换。 */
  constructor(model: WidgetModel<P, R>, open: () => WidgetProps = () => ({})) {
    const { scenario, place = 'inline', wall } = open();
    this.model = model;
    this.place = place;
    this.scenario = scenario ?? model.scenarios[0]?.id ?? null;
    this.values = scenarioValues(model, this.scenario ?? undefined);
    wall?.(this);
  }

  /** 浏览器里接管页面之后调用一次：读链接，或接着这个标签页里做到的地方；宣布可以动手。 */
  async start(): Promise<void> {
    const state = kept(this.model.id);
    const search = this.place === 'inline' ? '' : location.search;
    // 没带着什么来，就不必取读它的那一块
    if (state !== null || search !== '') {
      const reader = await loadPart(() => import('./read-link.ts'));
      if (reader.ok) this.#resume(reader.part, state, search);
      else this.notes = [`链接里的设置要另取一段代码来读，${reader.message}`];
    }
    this.ready = true;
  }

  #resume(reader: typeof import('./read-link.ts'), state: Kept | null, search: string): void {
    const link = search === '' ? null : reader.fromQuery(this.model, search);
    if (state && (link === null || resumes(state)))
      Object.assign(this, reader.readKept(this.model, state));
    else if (link) {
      this.notes = link.notes;
      if (link.present) ({ values: this.values, scenario: this.scenario } = link);
    }
  }

  /** 记下做到哪里；每次有变化都调用。`next` 是接着要去的那一页的查询串。 */
  save(next?: string): void {
    keep(this.model.id, {
      search: next ?? (this.place === 'inline' ? '' : location.search),
      ...(next === undefined ? {} : { handed: true }),
      setting: this.query,
      bets: this.bets.map(({ guess, values, scenario }) => ({
        setting: toQuery(this.model, values, scenario),
        guess,
      })),
      opened: [...this.opened],
      skipsAll: this.skipsAll,
    });
  }

  /** 这一问要读者先做完一件事才有答案，而他还没做完；这样的实验自己说。 */
  get unfinished(): boolean {
    return false;
  }

  /** 一个场景问的是哪一句：自带一问的是它的编号，其余看问话的字面。 */
  #asked(scenario: string | null): string {
    if (this.model.scenarios.find(({ id }) => id === scenario)?.predict) return `own:${scenario}`;
    const { predict } = this.model;
    if (typeof predict.question === 'string') return predict.question;
    const values = baseValues(this.model, scenario);
    return predict.question(values, this.model.compute(values));
  }

  /** 问过的问句不再问第二遍。 */
  #asksAnew(): boolean {
    const mine = this.#asked(this.scenario);
    return this.opened.every((id) => this.#asked(id || null) !== mine);
  }

  /** 读者亲手做的那几份，照现在的样子。 */
  #own(): Partial<Values<P>> {
    const own = Object.entries(this.model.params).filter(
      ([, param]) => param.kind === 'list' && param.own,
    );
    return Object.fromEntries(own.map(([name]) => [name, this.values[name]])) as Partial<Values<P>>;
  }

  /** 这个场景里猜的，而且猜了以后 `names` 这几个参数（不写就是全部）没有动过；视图据此决定画不画。 */
  guessIf(...names: (keyof P & string)[]): Guess | null {
    const { bet } = this;
    if (bet === null || bet.scenario !== this.scenario || this.locked) return null;
    const changed = differing(this.model, bet.values, this.values);
    return changed.some((name) => names.length === 0 || names.includes(name)) ? null : bet.guess;
  }

  /** 与现在的设置一样时猜的；别的设置里猜的不画在这张图上 */
  get guess(): Guess | null {
    return this.guessIf();
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
    this.notes = [];
  }

  /** 换一个场景；已经在这个场景里，就回到它本来的设置，亲手做的那一份留着。 */
  choose(id: string): void {
    if (this.scenario !== id) this.#begin(id);
    else if (this.changed.length > 0) this.#begin(id, this.#own());
  }

  #begin(id: string, keeping: Partial<Values<P>> = {}): void {
    this.remember();
    if (this.scenario !== id) this.draft = null;
    this.scenario = id;
    this.values = { ...scenarioValues(this.model, id), ...keeping };
    this.notes = [];
  }

  undo(): void {
    // 按下又原地放开的也记过一笔：跳过什么都没变的
    const same = (one: { values: Values<P>; scenario: string | null }) =>
      one.scenario === this.scenario && differing(this.model, one.values, this.values).length === 0;
    let previous = this.#past.pop();
    while (previous && same(previous)) previous = this.#past.pop();
    if (previous) ({ values: this.values, scenario: this.scenario } = previous);
  }

  /** 这个场景从头来：回到它本来的设置，亲手做的那一份也清掉；不换场景，猜过的还在。 */
  reset(): void {
    const id = this.scenario ?? this.model.scenarios[0]?.id;
    if (id !== undefined) this.#begin(id);
  }

  /** 猜好了：连同现在的设置一起定住，开锁看结果。 */
  commit(guess: Guess): void {
    const { values, scenario } = this;
    this.bets = [
      ...this.bets.filter((bet) => bet.scenario !== scenario),
      { guess, values, scenario },
    ];
    this.#open();
  }

  /** 直接看。填了还没有交的猜测照样算数。 */
  reveal(): void {
    if (this.draft === null) this.#open();
    else this.commit(this.draft);
  }

  /** 这个实验从此都直接看。 */
  skipAll(): void {
    this.skipsAll = true;
    this.reveal();
  }

  #open(): void {
    this.draft = null;
    if (!this.opened.includes(named(this.scenario)))
      this.opened = [...this.opened, named(this.scenario)];
  }

  /** 再猜一次：盖上答案，这个场景从头问起。 */
  lockAgain(): void {
    const { scenario } = this;
    this.bets = this.bets.filter((bet) => bet.scenario !== scenario);
    const mine = this.opened.includes(named(scenario));
    // 这一问是跟着别的场景一起开的：那就都盖上
    this.opened = mine ? this.opened.filter((id) => id !== named(scenario)) : [];
    if (!this.#asksAnew()) this.opened = [];
    this.skipsAll = false;
  }

  get query(): string {
    return toQuery(this.model, this.values, this.scenario);
  }
  /** 几十人的表可能长到一个网址装不下。 */
  get tooLong(): boolean {
    return this.query.length > longestQuery;
  }
  /** 整页的站内地址，装得下就带着现在的参数。 */
  get pagePath(): string {
    return href(`/widgets/${this.model.id}/`) + (this.ready && !this.tooLong ? this.query : '');
  }
  /** 带着现在全部参数的绝对网址；学生的手机打不开（本机网址、不知道站点域名）或装不下时是 null。 */
  get link(): string | null {
    const page = absoluteUrl(`/widgets/${this.model.id}/`);
    return page === null || isLocal(page) || this.tooLong ? null : page + this.query;
  }
}
