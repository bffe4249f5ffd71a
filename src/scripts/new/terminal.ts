/** 键盘问答：答得不合要求就说明原因再问；Ctrl-C 或输入中断时停下，什么也不写。 */
import { createInterface, type Interface } from 'node:readline';
import { Refusal, yesOrNo, type Dialogue, type ListQuestion, type Question } from './dialogue.ts';

export class Stopped extends Error {
  override name = 'Stopped';
}

export class Terminal implements Dialogue {
  readonly #lines: string[] = [];
  readonly #interface: Interface;
  #waiting: ((line: string | null) => void) | null = null;
  #ended = false;
  #output: NodeJS.WritableStream;

  constructor(input: NodeJS.ReadableStream, output: NodeJS.WritableStream) {
    this.#output = output;
    this.#interface = createInterface({ input, output });
    // 粘贴或管道会一次来好几行；先收着，问到了再用
    this.#interface.on('line', (line) => {
      const waiting = this.#waiting;
      this.#waiting = null;
      if (waiting) waiting(line);
      else this.#lines.push(line);
    });
    // 终端里的 Ctrl-C 由 readline 收到，别处发来的信号由进程收到
    this.#interface.on('SIGINT', () => this.close());
    process.once('SIGINT', this.#interrupt);
    this.#interface.on('close', () => {
      this.#ended = true;
      this.#waiting?.(null);
    });
  }

  readonly #interrupt = () => this.close();

  close(): void {
    process.off('SIGINT', this.#interrupt);
    this.#interface.close();
  }

  say(text: string): void {
    this.#output.write(`${text}\n`);
  }

  async #line(): Promise<string> {
    this.#output.write('> ');
    let line: string | null | undefined = this.#lines.shift();
    if (line === undefined && !this.#ended)
      line = await new Promise<string | null>((done) => {
        this.#waiting = done;
      });
    if (line === undefined || line === null) throw new Stopped();
    return line;
  }

  async ask<T>({ ask, example, preset, options, read }: Question<T>): Promise<T> {
    this.say(`\n${ask}${example === undefined ? '' : `　例如：${example}`}`);
    options?.forEach(({ value, label }, index) =>
      this.say(`  ${index + 1}  ${label === value ? label : `${label}　${value}`}`),
    );
    if (preset !== undefined) this.say(`  （直接回车：${preset}）`);
    for (;;) {
      const line = await this.#line();
      try {
        return read(line.trim() === '' && preset !== undefined ? preset : line);
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        this.say(`  ✗ ${error.message}`);
      }
    }
  }

  part(): Dialogue {
    return this;
  }

  async list<T>(
    { each, min, max = Infinity, lacking }: ListQuestion<T>,
    one: (dialogue: Dialogue, soFar: readonly T[]) => Promise<T>,
  ): Promise<T[]> {
    const found: T[] = [];
    while (found.length < max) {
      const reason = lacking?.(found) ?? null;
      if (reason !== null && found.length >= min) this.say(`\n${reason}`);
      else if (found.length >= min) {
        const more = await this.ask(yesOrNo('more', `再加${each}吗？`, false));
        if (!more) break;
      }
      this.say(`\n— ${each} ${found.length + 1} —`);
      found.push(await one(this, found));
    }
    return found;
  }
}
