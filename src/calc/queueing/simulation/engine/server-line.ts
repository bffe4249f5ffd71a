/**
 * 一条队、c 个相同服务台的负荷递推：顾客总是交给最早空出来的那个台。
 *
 * 三种台数三种写法，结果相同：1 个台只需一个数；台数少时用有序数组插入，数据全在一条
 * 缓存行里；台数多时用最小堆，避免 O(c) 的搬移。
 */

/** 一段顾客：读 `gaps`（与前一名的间隔）和 `services`，写 `waits`，下标 [from, to)。 */
export interface Segment {
  gaps: Float64Array;
  services: Float64Array;
  waits: Float64Array;
  from: number;
  to: number;
}

/** 有状态的服务线，可一段接一段地喂顾客。 */
export interface ServerLine {
  serve(segment: Segment): void;
}

/** 有序数组与堆的分界台数，实测在 16 台附近两者相当。 */
const sortedLimit = 16;

/**
 * 建一条空闲的服务线。
 *
 * 假设：先到先服务；服务台相同；间隔与服务时间 ≥ 0。
 * 符号与单位：`servers` 台数 ≥ 1；时间单位由输入决定。
 * 出处：Kiefer & Wolfowitz (1955)；单台为 Lindley (1952)。
 * 边界：内部时刻每隔一段就以当前时刻为零点重置，故运行再久，等待的舍入误差也不随时钟变大。
 * 复杂度：单台 O(1)，c ≤ 16 为 O(c)，更多为 O(log c)，均指每名顾客。
 */
export function createServerLine(servers: number): ServerLine {
  if (servers === 1) return createSingle();
  return servers <= sortedLimit ? createSorted(servers) : createHeap(servers);
}

function createSingle(): ServerLine {
  let backlog = 0;
  return {
    serve({ gaps, services, waits, from, to }) {
      let remaining = backlog;
      for (let i = from; i < to; i++) {
        remaining -= gaps[i]!;
        if (remaining < 0) remaining = 0;
        waits[i] = remaining;
        remaining += services[i]!;
      }
      backlog = remaining;
    },
  };
}

function createSorted(servers: number): ServerLine {
  const freeAt = new Float64Array(servers);
  return {
    serve({ gaps, services, waits, from, to }) {
      let now = 0;
      for (let i = from; i < to; i++) {
        now += gaps[i]!;
        const earliest = freeAt[0]!;
        let start = now;
        if (earliest > now) start = earliest;
        waits[i] = start - now;
        const end = start + services[i]!;
        let at = 1;
        while (at < servers) {
          const next = freeAt[at]!;
          if (next >= end) break;
          freeAt[at - 1] = next;
          at++;
        }
        freeAt[at - 1] = end;
      }
      for (let s = 0; s < servers; s++) freeAt[s]! -= now;
    },
  };
}

function createHeap(servers: number): ServerLine {
  const freeAt = new Float64Array(servers);
  let now = 0;
  let sinceReset = 0;
  return {
    serve({ gaps, services, waits, from, to }) {
      for (let i = from; i < to; i++) {
        now += gaps[i]!;
        const earliest = freeAt[0]!;
        const start = earliest > now ? earliest : now;
        waits[i] = start - now;
        const end = start + services[i]!;
        // 堆顶换成新的完工时刻再下沉：一次下沉，而非弹出加压入两次。
        let hole = 0;
        for (;;) {
          let child = 2 * hole + 1;
          if (child >= servers) break;
          if (child + 1 < servers && freeAt[child + 1]! < freeAt[child]!) child++;
          const value = freeAt[child]!;
          if (value >= end) break;
          freeAt[hole] = value;
          hole = child;
        }
        freeAt[hole] = end;
      }
      sinceReset += to - from;
      // 同减一个数不改变堆序；凑够 c 名顾客再减，使重置均摊 O(1)。
      if (sinceReset >= servers) {
        for (let s = 0; s < servers; s++) freeAt[s]! -= now;
        now = 0;
        sinceReset = 0;
      }
    },
  };
}
