/**
 * 服务台完工时刻的锦标赛树：随时取最早完工的台，任一台的时刻可随意改写。
 *
 * 不用二叉堆：抢占要取消一个尚未发生的完工，堆里只能留下作废的条目，树则直接改写那一台。
 *
 * 假设：空闲的台时刻为 Infinity。
 * 符号与单位：`servers` 台数 ≥ 1。
 * 边界：时刻相同时取编号小的台，故结果与历史无关、可复现。
 * 复杂度：取最早 O(1)，改写 O(log c)，内存 O(c)。
 */
export class NextEventTree {
  private readonly width: number;
  private readonly times: Float64Array;
  private readonly winners: Int32Array;

  constructor(servers: number) {
    let width = 1;
    while (width < servers) width *= 2;
    this.width = width;
    this.times = new Float64Array(width).fill(Number.POSITIVE_INFINITY);
    this.winners = new Int32Array(2 * width);
    for (let server = 0; server < width; server++) this.winners[width + server] = server;
    for (let node = width - 1; node >= 1; node--) this.winners[node] = this.winners[2 * node]!;
  }

  /** 最早完工的台；全部空闲时返回 0 号，此时 `time` 为 Infinity。 */
  get server(): number {
    return this.winners[1]!;
  }

  /** 最早的完工时刻。 */
  get time(): number {
    return this.times[this.winners[1]!]!;
  }

  /** 某台的完工时刻。 */
  timeOf(server: number): number {
    return this.times[server]!;
  }

  /** 改写某台的完工时刻。 */
  set(server: number, time: number): void {
    const { times, winners } = this;
    times[server] = time;
    for (let node = (this.width + server) >> 1; node >= 1; node >>= 1) {
      const left = winners[2 * node]!;
      const right = winners[2 * node + 1]!;
      const winner = times[left]! <= times[right]! ? left : right;
      // 胜者从前不是、现在也不是这一台，则更上层与它无关。
      if (winners[node] === winner && winner !== server) return;
      winners[node] = winner;
    }
  }
}
