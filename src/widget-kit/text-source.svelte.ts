/** 一处读入框里的内容：框里的字，太长没放进框的，换下来收着的。什么都不裁，什么都不盖掉。 */
import { fitsBox, mostBytes, tooMuchPasted } from '../lib/import-limits.ts';

export interface Piece {
  name: string;
  text: string;
}

const pasted = '粘贴的内容';

export class TextSource {
  /** 新来的文件换掉原来的，还是接在后面 */
  readonly takes: 'one' | 'many';
  /** 框里的字 */
  text = $state('');
  /** 换下来的，按一下换得回来 */
  shelf = $state('');
  /** 太长、没放进框里的 */
  large: readonly Piece[] = $state.raw([]);
  /** 现在读的这一份叫什么 */
  name = $state(pasted);
  message = $state('');

  readonly content: string = $derived.by(() =>
    this.takes === 'one'
      ? (this.large[0]?.text ?? this.text)
      : [this.text, ...this.large.map(({ text }) => text)].join('\n'),
  );

  constructor(takes: 'one' | 'many') {
    this.takes = takes;
  }

  /** 框里的字变了。 */
  typed(): void {
    this.message = '';
    this.name = pasted;
    if (this.takes === 'one') this.large = [];
  }

  /** 要粘贴进来的一大段：放不进框的另放着，太大的不收。返回要不要由这里接手。 */
  paste(text: string): boolean {
    if (fitsBox(text)) return false;
    if (text.length > mostBytes) this.message = tooMuchPasted(text.length);
    else {
      this.message = '';
      this.put({ name: pasted, text });
    }
    return true;
  }

  put(piece: Piece): void {
    if (this.takes === 'one') this.name = piece.name;
    if (!fitsBox(this.takes === 'one' ? piece.text : `${this.text}\n${piece.text}`)) {
      this.large = this.takes === 'one' ? [piece] : [...this.large, piece];
      this.message += `“${piece.name}”太长，没有放进文本框，直接读；框里的字原样留着。重开页面要再选一次。`;
      return;
    }
    if (this.takes === 'many') {
      this.append(piece.text);
      return;
    }
    this.large = [];
    if (this.text.trim() !== '' && this.text !== piece.text) this.shelf = this.text;
    this.text = piece.text;
  }

  append(text: string): void {
    this.text = this.text.trim() === '' ? text : `${this.text.replace(/\s+$/, '')}\n${text}`;
  }

  remove(index: number): void {
    this.large = this.large.filter((_, i) => i !== index);
  }

  swap(): void {
    [this.text, this.shelf] = [this.shelf, this.text];
    this.large = [];
    this.name = pasted;
    this.message = '换回了刚才的内容；再按一次换过去。';
  }
}
