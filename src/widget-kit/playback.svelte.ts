import { untrack } from 'svelte';

/** 播放、暂停、单步、调速的时钟。时间单位由实验定，这里只管往前走。 */
export class Playback {
  /** 课堂接在这里：做出一个就告诉它 */
  static made?: (playback: Playback) => void;

  time = $state(0);
  playing = $state(false);
  speed = $state(1);
  /** 放到头的时刻 */
  duration = $state(0);

  /** 速度为 1 时，真实的一秒走多少时间单位 */
  readonly unitsPerSecond: number;
  #frame = 0;
  #last = 0;

  /** 从哪一刻放起：空荡荡的开场没有看头，通常跳过头一段 */
  start: number;

  constructor({
    duration,
    unitsPerSecond,
    start = 0,
  }: {
    duration: number;
    unitsPerSecond: number;
    start?: number;
  }) {
    this.duration = duration;
    this.unitsPerSecond = unitsPerSecond;
    this.start = start;
    this.time = start;
    Playback.made?.(this);
  }

  toggle(): void {
    if (this.playing) this.pause();
    else this.play();
  }

  play(): void {
    if (this.playing) return;
    if (this.time >= this.duration) this.time = this.start;
    this.playing = true;
    this.#last = performance.now();
    this.#frame = requestAnimationFrame(this.#tick);
  }

  pause(): void {
    this.playing = false;
    cancelAnimationFrame(this.#frame);
  }

  /** 单步：走到给定的下一个时刻（通常是下一件事发生的时候）。 */
  stepTo(time: number): void {
    this.pause();
    this.time = Math.min(this.duration, time);
  }

  restart(duration = this.duration, start = this.start): void {
    this.duration = duration;
    this.start = start;
    this.time = start;
  }

  /**
   * 读者要求少动画时不自动播放。
   * 常在 $effect 里调用：若让它跟踪 `playing`，读者一按暂停，效果就重跑，又放起来了。
   */
  autoplay(): void {
    if (!matchMedia('(prefers-reduced-motion: reduce)').matches) untrack(() => this.play());
  }

  #tick = (now: number) => {
    // 切到后台再回来时，不把攒下的几分钟一口气放完。
    // 头一帧的时刻可能略早于按下播放的那一刻：时间不倒着走，早的那一点也不补给下一帧。
    const elapsed = Math.max(0, Math.min(100, now - this.#last)) / 1000;
    this.#last = Math.max(this.#last, now);
    this.time = Math.min(this.duration, this.time + elapsed * this.speed * this.unitsPerSecond);
    if (this.time >= this.duration) this.playing = false;
    if (this.playing) this.#frame = requestAnimationFrame(this.#tick);
  };
}
