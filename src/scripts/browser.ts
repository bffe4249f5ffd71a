/**
 * 给测试与性能测量找一个真的 Chromium：CHROMIUM_PATH 指定的；否则 npm 包里带的（仅 Linux x64，
 * 因此 `npm ci` 之后不装任何系统软件也能跑）；再否则机器上装的 Chrome 或 Chromium。
 */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { findPackageJSON } from 'node:module';
import { tmpdir, userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { chromium, type LaunchOptions } from 'playwright-core';

const run = promisify(execFile);

export interface FoundBrowser {
  executablePath: string;
  /** 启动这个程序时要用的环境变量。 */
  env: Record<string, string>;
}

/** 关掉浏览器自己的后台请求；除本机外一概解析不到，测试期间不可能有请求跑出去。 */
export const browserArgs = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1',
];

/** playwright 的 launch / launchServer 所需的选项。 */
export async function launchOptions(): Promise<LaunchOptions> {
  return { ...(await findBrowser()), args: browserArgs, timeout: 60_000 };
}

export async function findBrowser(): Promise<FoundBrowser> {
  const env = inheritedEnvironment();
  const asked = env['CHROMIUM_PATH'];
  if (asked) {
    if (!existsSync(asked)) throw new Error(`CHROMIUM_PATH 指向的文件不存在：${asked}`);
    return { executablePath: asked, env };
  }

  const problems: string[] = [];
  if (process.platform === 'linux' && process.arch === 'x64') {
    try {
      return await bundledBrowser(env);
    } catch (error) {
      problems.push(`npm 包里的 Chromium 起不来：${String(error)}`);
    }
  }
  const installed = installedPaths(env).find((path) => existsSync(path));
  if (installed) {
    for (const problem of problems) console.warn(`${problem}\n改用机器上装的 ${installed}`);
    return { executablePath: installed, env };
  }
  throw new Error(
    [
      '没有可用的 Chromium。请安装 Google Chrome 或 Chromium，',
      '或者用环境变量指明它的位置，例如：CHROMIUM_PATH=/usr/bin/chromium npm test',
      ...problems,
    ].join('\n'),
  );
}

/**
 * @sparticuz/chromium 总是解到临时目录下的固定文件名，升级后仍会用旧的，两个进程同时解
 * 还会互相踩。这里让它在自己的空目录里解，写好后整个改名到带版本号的目录：改名是原子的。
 */
async function bundledBrowser(env: Record<string, string>): Promise<FoundBrowser> {
  // 不用 import.meta.resolve：Vitest 的 globalSetup 里没有它
  const manifest = findPackageJSON('@sparticuz/chromium', import.meta.url);
  if (!manifest) throw new Error('没有装 @sparticuz/chromium');
  const packageFolder = dirname(manifest);
  const { version } = JSON.parse(await readFile(manifest, 'utf8')) as { version: string };
  const name = `course-chromium-${version}-${process.platform}-${process.arch}`;
  const folder = join(tmpdir(), `${name}-${userInfo().uid}`);
  const executablePath = join(folder, 'chromium');
  if (!existsSync(executablePath)) {
    // 改名是原子的，所以有目录而没有程序只能是系统清理临时文件时清掉了一部分。
    await rm(folder, { recursive: true, force: true });
    await unpack(join(packageFolder, 'bin'), folder);
  }

  const ready: Record<string, string> = { ...env, FONTCONFIG_FILE: join(folder, 'fonts.conf') };
  if (await starts(executablePath, ready)) return { executablePath, env: ready };
  // 系统里没有 libnss3 / libnspr4 时才用包里带的，免得旧库盖住系统的新库。
  const libraries = [join(folder, 'al2023', 'lib'), env['LD_LIBRARY_PATH']].filter(Boolean);
  ready['LD_LIBRARY_PATH'] = libraries.join(':');
  await run(executablePath, ['--version'], { env: ready });
  return { executablePath, env: ready };
}

async function unpack(archives: string, folder: string): Promise<void> {
  const staging = await mkdtemp(`${folder}-`);
  try {
    const script = `
      import { inflate } from '@sparticuz/chromium';
      await Promise.all(process.argv.slice(1).map((file) => inflate(file)));`;
    const files = ['chromium.br', 'fonts.tar.br', 'swiftshader.tar.br', 'al2023.tar.br'];
    await run(
      process.execPath,
      ['--input-type=module', '--eval', script, ...files.map((file) => join(archives, file))],
      { cwd: import.meta.dirname, env: { ...process.env, TMPDIR: staging } },
    );
    // 系统有字体就用系统的，一个都没有时还有包里的 Open Sans 可用，不至于没有字体而崩溃。
    await writeFile(
      join(staging, 'fonts.conf'),
      `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>${folder}/fonts</dir>
  <cachedir>${folder}/fonts-cache</cachedir>
</fontconfig>
`,
    );
    await rename(staging, folder);
  } catch (error) {
    await rm(staging, { recursive: true, force: true });
    // 另一个进程抢先改好了名，就用它的。
    if (!existsSync(join(folder, 'chromium'))) throw error;
  }
}

async function starts(executablePath: string, env: Record<string, string>): Promise<boolean> {
  return run(executablePath, ['--version'], { env }).then(
    () => true,
    () => false,
  );
}

function installedPaths(env: Record<string, string>): string[] {
  if (process.platform === 'darwin') {
    const apps = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
    return ['/Applications', `${env['HOME']}/Applications`].flatMap((root) =>
      apps.map((app) => `${root}/${app}.app/Contents/MacOS/${app}`),
    );
  }
  if (process.platform === 'win32') {
    const roots = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].map((key) => env[key]);
    const apps = [
      'Google\\Chrome\\Application\\chrome.exe',
      'Chromium\\Application\\chrome.exe',
      'Microsoft\\Edge\\Application\\msedge.exe',
    ];
    return roots
      .filter((root) => root !== undefined)
      .flatMap((root) => apps.map((app) => join(root, app)));
  }
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
  return ['/usr/bin', '/usr/local/bin', '/snap/bin'].flatMap((folder) =>
    names.map((name) => `${folder}/${name}`),
  );
}

function inheritedEnvironment(): Record<string, string> {
  const known = Object.entries(process.env).filter((entry) => entry[1] !== undefined);
  return Object.fromEntries(known) as Record<string, string>;
}

/** 单独起一个浏览器；测试里用 support/browser.ts 连到共用的那一个。 */
export async function launchBrowser(extraArgs: readonly string[] = []) {
  const options = await launchOptions();
  return chromium.launch({ ...options, args: [...(options.args ?? []), ...extraArgs] });
}
