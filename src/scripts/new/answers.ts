/** 答案来自 JSON 文件：不合要求没法再问，所以指明是哪一项、怎么改，然后停下。 */
import { Refusal, type Dialogue, type ListQuestion, type Question } from './dialogue.ts';

export class Answers implements Dialogue {
  readonly #value: unknown;
  readonly #path: readonly string[];
  readonly #used = new Set<string>();
  readonly #parts: Answers[] = [];

  constructor(value: unknown, path: readonly string[]) {
    this.#value = value;
    this.#path = path;
  }

  say(): void {}

  #get(name: string): unknown {
    this.#used.add(name);
    if (!isRecord(this.#value)) return this.#value;
    return Object.hasOwn(this.#value, name) ? this.#value[name] : undefined;
  }

  #fail(name: string, message: string): never {
    const where = isRecord(this.#value) ? [...this.#path, name] : this.#path;
    throw new Refusal(`${where.join(' › ')}：${message}`);
  }

  async ask<T>({ name, ask, preset, read }: Question<T>): Promise<T> {
    const text = spoken(this.#get(name)) ?? preset;
    if (text === undefined) this.#fail(name, `没有写。要答的是“${ask}”`);
    try {
      return read(text);
    } catch (error) {
      if (error instanceof Refusal) this.#fail(name, error.message);
      throw error;
    }
  }

  part(name: string): Answers {
    const value = this.#get(name);
    if (!isRecord(value)) this.#fail(name, '要写成一组 { … }');
    const part = new Answers(value, [...this.#path, name]);
    this.#parts.push(part);
    return part;
  }

  async list<T>(
    { name, each, min, max = Infinity, lacking }: ListQuestion<T>,
    one: (dialogue: Dialogue, soFar: readonly T[]) => Promise<T>,
  ): Promise<T[]> {
    const given = this.#get(name) ?? [];
    if (!Array.isArray(given)) this.#fail(name, `要写成一列（${each}）`);
    if (given.length < min) this.#fail(name, `${each}至少要 ${min} 个，只有 ${given.length} 个`);
    if (given.length > max) this.#fail(name, `${each}最多 ${max} 个，却有 ${given.length} 个`);
    const found: T[] = [];
    for (const [index, value] of given.entries()) {
      const part = new Answers(value, [...this.#path, name, String(index + 1)]);
      this.#parts.push(part);
      found.push(await one(part, found));
    }
    const reason = lacking?.(found) ?? null;
    if (reason !== null) this.#fail(name, reason);
    return found;
  }

  /** 问完之后还没用上的答案，多半是名字拼错了。 */
  finish(): void {
    for (const part of this.#parts) part.finish();
    if (!isRecord(this.#value)) return;
    const extra = Object.keys(this.#value).filter((name) => !this.#used.has(name));
    if (extra.length > 0)
      throw new Refusal(
        `${this.#path.join(' › ')}：没有问到 ${extra.join('、')}，改正拼写或删去；问到的是 ${[...this.#used].join('、')}`,
      );
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** 数、是否和一列短语，读成敲键盘时会敲的字。 */
function spoken(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (Array.isArray(value) && value.every((each) => typeof each === 'string'))
    return value.join(' ') || '无';
  return undefined;
}
