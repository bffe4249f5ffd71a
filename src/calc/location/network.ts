import { createRandom } from '../core/random.ts';
import { atLeast, integerAtLeast, reject } from '../core/checks.ts';

/** 无向道路网。 */
export interface Network {
  /** 结点数，编号 0 … nodes−1。 */
  nodes: number;
  /** 边：两端结点与长度。 */
  edges: readonly { from: number; to: number; length: number }[];
}

/** OR-Library pmed 文件的内容。 */
export interface MedianInstance extends Network {
  /** 文件给出的设施数 p。 */
  sites: number;
}

/**
 * 读 OR-Library 的 pmed 文本：首行「结点数 边数 p」，其后每行「i j 长度」。
 *
 * 假设：结点从 1 编号，无向；同一对结点重复出现时以最后一次的长度为准（取最小值会得到不同的最优值）。
 * 符号与单位：返回的结点从 0 编号；长度与文件同单位。
 * 出处：Beasley，OR-Library 的 pmed 说明。
 * 边界：数字缺失或结点越界报错；多余的空白忽略。
 * 复杂度：O(边数)。
 *
 * @example
 * parseMedianInstance('3 3 1\n1 2 5\n2 3 4\n1 2 9').edges.length // 2
 */
export function parseMedianInstance(text: string): MedianInstance {
  const numbers = text.trim().split(/\s+/).map(Number);
  const [nodes, edgeCount, sites] = numbers as [number, number, number];
  integerAtLeast('text node count', nodes, 1);
  integerAtLeast('text edge count', edgeCount, 0);
  integerAtLeast('text site count', sites, 1);
  if (numbers.length < 3 + 3 * edgeCount)
    reject('text', `a list of ${edgeCount} edges after its first line`, text.slice(0, 20));
  const lengths = new Map<number, number>();
  for (let e = 0; e < edgeCount; e++) {
    const from = integerAtLeast(`edge ${e + 1} start`, numbers[3 + 3 * e] as number, 1) - 1;
    const to = integerAtLeast(`edge ${e + 1} end`, numbers[4 + 3 * e] as number, 1) - 1;
    const length = atLeast(`edge ${e + 1} length`, numbers[5 + 3 * e] as number, 0);
    if (from >= nodes || to >= nodes)
      reject(`edge ${e + 1}`, `between nodes 1 and ${nodes}`, Math.max(from, to) + 1);
    lengths.set(Math.min(from, to) * nodes + Math.max(from, to), length);
  }
  const edges = [...lengths].map(([key, length]) => ({
    from: Math.floor(key / nodes),
    to: key % nodes,
    length,
  }));
  return { nodes, edges, sites };
}

/**
 * 全源最短路：任意两结点间的路网距离。
 *
 * 假设：边长非负，无向。
 * 符号与单位：返回 rows[i][j] = 结点 i 到 j 的最短距离，与边长同单位；不连通为 Infinity。
 * 出处：Dijkstra 1959，每个结点跑一遍（二叉堆）。
 * 边界：自环与重边允许（重边取短者）；孤立结点到别处为 Infinity。
 * 复杂度：O(n·(m+n)·log n) 时间，O(n²) 空间。
 *
 * @example
 * shortestDistances({ nodes: 3, edges: [{ from: 0, to: 1, length: 5 }, { from: 1, to: 2, length: 4 }] })[0][2] // 9
 */
export function shortestDistances(network: Network): Float64Array[] {
  const { edges } = network;
  const nodes = integerAtLeast('nodes', network.nodes, 1);
  const degree = new Int32Array(nodes + 1);
  edges.forEach((edge, e) => {
    for (const end of [edge.from, edge.to])
      if (!Number.isInteger(end) || end < 0 || end >= nodes)
        reject(`edges[${e}]`, `between nodes 0 and ${nodes - 1}`, end);
    atLeast(`edges[${e}].length`, edge.length, 0);
    degree[edge.from + 1] = (degree[edge.from + 1] as number) + 1;
    degree[edge.to + 1] = (degree[edge.to + 1] as number) + 1;
  });
  for (let i = 0; i < nodes; i++) degree[i + 1] = (degree[i + 1] as number) + (degree[i] as number);
  const start = degree.slice();
  const fill = degree.slice(0, nodes);
  const head = new Int32Array(2 * edges.length);
  const weight = new Float64Array(2 * edges.length);
  const attach = (from: number, to: number, length: number) => {
    const slot = fill[from] as number;
    fill[from] = slot + 1;
    head[slot] = to;
    weight[slot] = length;
  };
  for (const { from, to, length } of edges) {
    attach(from, to, length);
    attach(to, from, length);
  }

  // 定长数组实现的二叉堆：同一批数组给所有起点复用，九百个结点的全源最短路才压得进百毫秒
  const heap = new Int32Array(nodes);
  const slotOf = new Int32Array(nodes);
  const rows: Float64Array[] = [];
  for (let source = 0; source < nodes; source++) {
    const distance = new Float64Array(nodes).fill(Infinity);
    slotOf.fill(-1);
    let size = 1;
    heap[0] = source;
    slotOf[source] = 0;
    distance[source] = 0;
    while (size > 0) {
      const node = heap[0] as number;
      slotOf[node] = -2;
      size--;
      if (size > 0) {
        const moved = heap[size] as number;
        const key = distance[moved] as number;
        let hole = 0;
        for (;;) {
          let child = 2 * hole + 1;
          if (child >= size) break;
          const right = child + 1;
          if (
            right < size &&
            (distance[heap[right] as number] as number) <
              (distance[heap[child] as number] as number)
          )
            child = right;
          const below = heap[child] as number;
          if ((distance[below] as number) >= key) break;
          heap[hole] = below;
          slotOf[below] = hole;
          hole = child;
        }
        heap[hole] = moved;
        slotOf[moved] = hole;
      }
      const base = distance[node] as number;
      const end = start[node + 1] as number;
      for (let slot = start[node] as number; slot < end; slot++) {
        const next = head[slot] as number;
        const through = base + (weight[slot] as number);
        if (through >= (distance[next] as number)) continue;
        distance[next] = through;
        let hole = slotOf[next] as number;
        if (hole < 0) hole = size++;
        while (hole > 0) {
          const parent = (hole - 1) >> 1;
          const above = heap[parent] as number;
          if ((distance[above] as number) <= through) break;
          heap[hole] = above;
          slotOf[above] = hole;
          hole = parent;
        }
        heap[hole] = next;
        slotOf[next] = hole;
      }
    }
    rows.push(distance);
  }
  return rows;
}

/**
 * 生成可重现的随机道路网：先连成一条链保证连通，再随机添边。
 *
 * 假设：边长是 [1, maxLength] 上的均匀整数；不产生自环与重边。
 * 符号与单位：`nodes` 结点数；`edges` 边数（含链上 nodes−1 条）；`seed` 种子。
 * 出处：仿 OR-Library pmed 的构造思路（随机图、整数边长），数据为自产。
 * 边界：边数限制在 [nodes−1, nodes(nodes−1)/2]。
 * 复杂度：O(边数)，边接近完全图时变慢。
 *
 * @example
 * generateNetwork({ nodes: 5, edges: 6, maxLength: 9, seed: 1 }).edges.length // 6
 */
export function generateNetwork(input: {
  /** 结点数。 */
  nodes: number;
  /** 边数。 */
  edges: number;
  /** 最长边，缺省 100。 */
  maxLength?: number;
  /** 随机种子。 */
  seed: number;
}): Network {
  const { maxLength = 100, seed } = input;
  const nodes = integerAtLeast('nodes', input.nodes, 1);
  const wanted = integerAtLeast('edges', input.edges, nodes - 1);
  integerAtLeast('maxLength', maxLength, 1);
  if (wanted > (nodes * (nodes - 1)) / 2) reject('edges', `≤ ${(nodes * (nodes - 1)) / 2}`, wanted);
  const random = createRandom(seed);
  const used = new Set<number>();
  const edges: { from: number; to: number; length: number }[] = [];
  const add = (a: number, b: number) => {
    const from = Math.min(a, b);
    const to = Math.max(a, b);
    if (from === to || used.has(from * nodes + to)) return;
    used.add(from * nodes + to);
    edges.push({ from, to, length: random.integer(1, maxLength + 1) });
  };
  for (let i = 0; i + 1 < nodes; i++) add(i, i + 1);
  if (wanted > (nodes * (nodes - 1)) / 4) {
    // 稠密图：洗牌全部点对，避免随机试探久撞不中
    const pairs: number[] = [];
    for (let i = 0; i < nodes; i++) for (let j = i + 1; j < nodes; j++) pairs.push(i * nodes + j);
    for (const pair of random.shuffle(pairs)) {
      if (edges.length >= wanted) break;
      add(Math.floor(pair / nodes), pair % nodes);
    }
  } else {
    while (edges.length < wanted) add(random.integer(0, nodes), random.integer(0, nodes));
  }
  return { nodes, edges };
}
