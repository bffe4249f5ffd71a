/**
 * 手机档 Lighthouse。它带着九十个包，只有测速用得上，所以不列为依赖：用到时由 npx 取这一个版本，
 * 取不到（没有网络）就跳过。
 */
import { execFile } from 'node:child_process';
import { createServer } from 'node:net';
import { promisify } from 'node:util';
import { launchBrowser } from '../browser.ts';
import { Skipped } from './benchmark.ts';

const version = '13.5.0';
const categories = ['performance', 'accessibility', 'best-practices', 'seo'];

export interface LighthouseReport {
  /** 各类的分数，0 到 100 */
  scores: Record<string, number>;
  /** 毫秒 */
  largestContentfulPaint: number | undefined;
}

const execute = promisify(execFile);

function lighthouse(...options: string[]): Promise<{ stdout: string }> {
  return execute('npx', ['--yes', `lighthouse@${version}`, ...options], {
    maxBuffer: 2 ** 26,
    // 没有网络时少等几分钟
    env: { ...process.env, npm_config_fetch_retries: '1' },
    // Windows 上的 npx 是个 .cmd
    shell: process.platform === 'win32',
  });
}

let ready: Promise<unknown> | undefined;

/** 第一次要下载，之后用 npm 自己的缓存。 */
function fetched(): Promise<unknown> {
  ready ??= lighthouse('--version').catch((error: unknown) => {
    const reason =
      error instanceof Error && 'stderr' in error ? String(error.stderr) : String(error);
    throw new Skipped(`npx 取不到 lighthouse@${version}：${reason.trim().split('\n')[0]}`);
  });
  return ready;
}

const freePort = () =>
  new Promise<number>((done) => {
    const probe = createServer().listen(0, () => {
      const address = probe.address();
      probe.close(() => done(typeof address === 'object' && address ? address.port : 0));
    });
  });

interface RawReport {
  categories: Record<string, { score: number | null }>;
  audits: Record<string, { numericValue?: number }>;
}

export async function runLighthouse(url: string): Promise<LighthouseReport> {
  await fetched();
  const port = await freePort();
  const browser = await launchBrowser([`--remote-debugging-port=${port}`]);
  try {
    const { stdout } = await lighthouse(
      url,
      `--port=${port}`,
      '--output=json',
      '--quiet',
      '--no-enable-error-reporting',
      `--only-categories=${categories.join(',')}`,
    );
    const report = JSON.parse(stdout) as RawReport;
    return {
      scores: Object.fromEntries(
        Object.entries(report.categories).map(([id, { score }]) => [id, (score ?? 0) * 100]),
      ),
      largestContentfulPaint: report.audits['largest-contentful-paint']?.numericValue,
    };
  } finally {
    await browser.close();
  }
}
