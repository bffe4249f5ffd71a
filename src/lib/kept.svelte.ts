/** 留在这台设备上的一份状态，界面可以直接读：改了就存，别的标签页改了就跟上。 */
import { KeptRecord, type Aside, type KeptRules } from './kept-record.ts';

export class Kept<T> {
  value: T = $state.raw() as T;
  trouble: '' | 'full' | 'denied' = $state('');
  asides: readonly Aside[] = $state.raw([]);
  lost = $state('');
  clash = $state(false);
  joined = $state(false);
  /** 读回来了没有；在那以前界面上的是空的 */
  opened = $state(false);

  #record: KeptRecord<T>;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(rules: KeptRules<T>) {
    this.#record = new KeptRecord(rules, () => localStorage);
    this.value = rules.empty;
  }

  /** 接管页面时调用；返回收尾用的函数。 */
  open(): () => void {
    this.#record.open();
    this.opened = true;
    this.#show();
    const save = () => this.#save();
    const look = () => {
      this.#record.look();
      this.#show();
    };
    const seen = () => (document.visibilityState === 'visible' ? look() : save());
    addEventListener('storage', look);
    addEventListener('pageshow', look);
    addEventListener('pagehide', save);
    document.addEventListener('visibilitychange', seen);
    return () => {
      save();
      removeEventListener('storage', look);
      removeEventListener('pageshow', look);
      removeEventListener('pagehide', save);
      document.removeEventListener('visibilitychange', seen);
    };
  }

  /** 换成新的并存下；敲字这样连着来的，`soon` 攒一会儿再存。 */
  set(value: T, when: 'now' | 'soon' = 'now'): void {
    this.value = value;
    this.#record.set(value);
    if (!this.opened) return;
    clearTimeout(this.#timer);
    if (when === 'soon') this.#timer = setTimeout(() => this.#save(), 200);
    else this.#save();
  }

  choose(which: 'mine' | 'theirs'): void {
    this.#record.choose(which);
    this.#show();
  }

  discard(): void {
    this.#record.discard();
    this.#show();
  }

  #save(): void {
    clearTimeout(this.#timer);
    if (!this.opened) return;
    this.#record.save();
    this.#show();
  }

  #show(): void {
    const { value, trouble, asides, lost, clash, joined } = this.#record;
    if (value !== this.value) this.value = value;
    this.trouble = trouble;
    this.asides = asides;
    this.lost = lost;
    this.clash = clash;
    this.joined = joined;
  }
}
