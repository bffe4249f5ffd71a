/**
 * 性能测量：`npm run bench` 全测；`npm run bench queueing location` 只测名字含这些词的领域
 * 或项目。每项先跑一次热身，再取至少五次的中位数，并给出最小与最大；自己取过中位数的只跑一遍。
 *
 * 目标达到与否只作报告，不影响退出码：机器快慢不该让构建失败；测量本身出错才以 1 退出。
 */
import { readFileSync, readdirSync } from 'node:fs';
import { arch, cpus, platform, totalmem } from 'node:os';
import { Skipped, type Benchmark, type Suite } from './benchmark.ts';

const runs = 5;

/** 三到四位有效数字，带千分位。 */
function shown(value: number): string {
  if (!Number.isFinite(value)) return String(value);
  const digits = value === 0 ? 0 : Math.max(0, 3 - Math.floor(Math.log10(Math.abs(value))));
  return value.toLocaleString('en-US', { maximumFractionDigits: Math.min(digits, 6) });
}

function packageVersions(): string {
  const wanted = ['pure-rand', 'flatqueue', 'highs'];
  return wanted
    .map((name) => {
      const file = new URL(`../../../node_modules/${name}/package.json`, import.meta.url);
      try {
        return `${name} ${(JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version}`;
      } catch {
        return `${name} (not installed)`;
      }
    })
    .join(', ');
}

function printMachine(): void {
  const processors = cpus();
  console.log(`CPU     ${processors[0]?.model ?? 'unknown'} × ${processors.length}`);
  console.log(`Memory  ${(totalmem() / 2 ** 30).toFixed(1)} GiB`);
  console.log(`System  ${platform()} ${arch()}`);
  console.log(`Node    ${process.version} (V8 ${process.versions.v8})`);
  console.log(`With    ${packageVersions()}`);
}

interface Measurement {
  /** 由小到大。 */
  values: number[];
  /** 本进程实际分到的处理器时间 ÷ 墙上时间；明显小于 1 说明机器正忙，数字偏慢。 */
  share: number;
}

async function measure(benchmark: Benchmark): Promise<Measurement> {
  if (!benchmark.once) await benchmark.run();
  const values: number[] = [];
  const before = process.cpuUsage();
  const start = performance.now();
  for (let i = 0; i < (benchmark.once ? 1 : runs); i++) values.push(await benchmark.run());
  const { user, system } = process.cpuUsage(before);
  const share = (user + system) / 1000 / (performance.now() - start);
  return { values: values.sort((a, b) => a - b), share };
}

function verdict(median: number, target: Benchmark['target']): string {
  if (!target) return '';
  const [met, wanted] =
    'atLeast' in target
      ? [median >= target.atLeast, `≥ ${shown(target.atLeast)}`]
      : [median <= target.atMost, `≤ ${shown(target.atMost)}`];
  return `${met ? 'met' : 'NOT MET'} (target ${wanted})`;
}

const words = process.argv.slice(2).map((word) => word.toLowerCase());
const folder = new URL('./suites/', import.meta.url);
const areas = readdirSync(folder)
  .filter((file) => file.endsWith('.ts'))
  .map((file) => file.slice(0, -3))
  .sort();

printMachine();
console.log(`Each figure: median of ${runs} runs after one warm-up [min – max]`);
let failed = 0;
let measured = 0;
// 只点了领域名时不载入其余清单：有的清单载入时要读数据。
const named = words.length > 0 && words.every((word) => areas.includes(word));
for (const area of named ? words : areas) {
  let suite: Suite;
  try {
    ({ suite } = (await import(new URL(`${area}.ts`, folder).href)) as { suite: Suite });
  } catch (error) {
    failed++;
    console.log(`\n${area}\n  FAILED to load: ${String(error)}`);
    continue;
  }
  const chosen = suite.filter(
    ({ name }) =>
      words.length === 0 ||
      words.some((word) => area.includes(word) || name.toLowerCase().includes(word)),
  );
  if (chosen.length === 0) continue;
  console.log(`\n${area}`);
  for (const benchmark of chosen) {
    measured++;
    try {
      const { values, share } = await measure(benchmark);
      const median = values[Math.floor(values.length / 2)]!;
      const range = `[${shown(values[0]!)} – ${shown(values.at(-1)!)}]`;
      console.log(`  ${benchmark.name}`);
      console.log(
        `    ${shown(median)} ${benchmark.unit} ${range} ${verdict(median, benchmark.target)}`,
      );
      for (const line of benchmark.details?.() ?? []) console.log(`    ${line}`);
      // 浏览器在别的进程里跑时，本进程闲着等不说明机器忙
      if (share < 0.85 && !benchmark.once)
        console.log(`    (machine busy: got ${Math.round(100 * share)} % of one core)`);
    } catch (error) {
      const skipped = error instanceof Skipped;
      if (!skipped) failed++;
      const outcome = skipped ? `skipped: ${error.message}` : `FAILED: ${String(error)}`;
      console.log(`  ${benchmark.name}\n    ${outcome}`);
    }
  }
}
if (measured === 0 && failed === 0)
  console.log(`\nNo benchmark matches "${words.join(' ')}". Areas: ${areas.join(', ')}`);
process.exitCode = failed > 0 ? 1 : 0;
