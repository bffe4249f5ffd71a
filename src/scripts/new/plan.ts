/** 要写的文件先攒着，全部答完、查过才一起写；中途停下就什么也没写。 */
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { Refusal } from './dialogue.ts';

const project = join(import.meta.dirname, '../../..');
const plugins = ['prettier-plugin-astro', 'prettier-plugin-svelte'].map((name) =>
  fileURLToPath(import.meta.resolve(name)),
);

/** 排成全项目统一的样子；正文（.mdx）不归格式工具管，原样写。 */
export async function pretty(file: string, text: string): Promise<string> {
  if (file.endsWith('.mdx')) return text;
  const filepath = join(project, file);
  return format(text, { ...(await resolveConfig(filepath)), filepath, plugins });
}

interface Change {
  text: string;
  /** 动手之前文件里的内容；新文件是 null */
  before: string | null;
}

export class Plan {
  readonly #root: string;
  readonly #changes = new Map<string, Change>();

  constructor(root: string) {
    this.#root = root;
  }

  async create(file: string, text: string): Promise<void> {
    if (existsSync(join(this.#root, file)))
      throw new Refusal(`${file} 已经有了，不会覆盖它；请换一个名字。`);
    this.#changes.set(file, { text: await pretty(file, text), before: null });
  }

  /** 在已有文件后面接一段；原来的字一个不动。 */
  append(file: string, before: string, addition: string): void {
    this.#changes.set(file, { text: `${before.trimEnd()}\n\n${addition}`, before });
  }

  /** 返回写好的文件；写到一半出错时把写了的都收回。 */
  write(): { file: string; created: boolean }[] {
    for (const [file, { before }] of this.#changes) {
      const path = join(this.#root, file);
      const now = existsSync(path) ? readFileSync(path, 'utf8') : null;
      if (now !== before)
        throw new Refusal(`${file} 在问答期间被改动了，什么也没有写；请重新来一遍。`);
    }
    const staged: string[] = [];
    const done: [file: string, before: string | null][] = [];
    try {
      for (const [file, { text }] of this.#changes) {
        const path = join(this.#root, file);
        mkdirSync(dirname(path), { recursive: true });
        staged.push(`${path}.writing`);
        writeFileSync(`${path}.writing`, text);
      }
      for (const [file, { before }] of this.#changes) {
        renameSync(`${join(this.#root, file)}.writing`, join(this.#root, file));
        done.push([file, before]);
      }
    } catch (error) {
      for (const path of staged) rmSync(path, { force: true });
      for (const [file, before] of done)
        if (before === null) rmSync(join(this.#root, file), { force: true });
        else writeFileSync(join(this.#root, file), before);
      throw new Refusal(`写不进去，已经收回：${(error as Error).message}`);
    }
    return [...this.#changes].map(([file, { before }]) => ({ file, created: before === null }));
  }
}
