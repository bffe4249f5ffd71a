/** 空格的批改：填了就批，批完说一句；填过的在这个标签页里刷新还在。 */
import { judgeChoice, judgeNumber, shownAnswer, type Verdict } from './judge-blank.ts';
import type { UnitName } from '../quiz/types/numeric/units.ts';

type Field = HTMLInputElement | HTMLSelectElement;
/** 填了什么，是不是看了答案 */
type Entry = [text: string, revealed: boolean];

const signs: Record<Verdict['mark'] | 'shown', string> = {
  right: '✓',
  wrong: '✗',
  coarse: '≈',
  unread: '?',
  empty: '',
  shown: '答',
};

class Blank {
  readonly field: Field;
  revealed = false;
  verdict: Verdict | null = null;
  readonly #wrap: HTMLElement;
  readonly #judge: (text: string) => Verdict;
  readonly answer: string;

  constructor(field: Field) {
    this.field = field;
    this.#wrap = field.parentElement as HTMLElement;
    const { key = '', unit, digits, slips = '[]' } = field.dataset;
    if (field instanceof HTMLSelectElement) {
      const blank = { key, slips: JSON.parse(slips) as [string, string][] };
      this.#judge = (text) => judgeChoice(blank, text);
      this.answer = key;
    } else {
      const blank = {
        key: Number(key),
        unit: unit as UnitName,
        digits: Number(digits),
        slips: JSON.parse(slips) as [number, string][],
      };
      this.#judge = (text) => judgeNumber(blank, text);
      this.answer = shownAnswer(blank);
    }
  }

  get label(): string {
    return this.field.getAttribute('aria-label') ?? '';
  }

  get entry(): Entry {
    return [this.field.value, this.revealed];
  }

  check(): Verdict {
    this.verdict = this.revealed ? { mark: 'right', says: '' } : this.#judge(this.field.value);
    this.#mark(this.revealed ? 'shown' : this.verdict.mark);
    return this.verdict;
  }

  reveal(): void {
    this.field.value = this.answer;
    this.revealed = true;
    this.check();
  }

  fill([text, revealed]: Entry): void {
    this.field.value = text;
    this.revealed = revealed;
    if (text !== '') this.check();
  }

  /** 又改了：原来的批语不算数了。 */
  forget(): void {
    this.revealed = false;
    this.verdict = null;
    this.#mark('empty');
  }

  #mark(mark: keyof typeof signs): void {
    const { dataset } = this.#wrap;
    dataset['sign'] = signs[mark];
    if (mark === 'empty') delete dataset['mark'];
    else dataset['mark'] = mark === 'shown' ? 'right' : mark;
    const wrong = mark === 'wrong' || mark === 'unread';
    if (wrong) this.field.setAttribute('aria-invalid', 'true');
    else this.field.removeAttribute('aria-invalid');
  }

  after(note: HTMLElement): void {
    this.#wrap.after(note);
  }
}

const key = `som:blanks:${location.pathname}`;

function saved(): Entry[] {
  try {
    const list: unknown = JSON.parse(sessionStorage.getItem(key) ?? '[]');
    return Array.isArray(list) ? list.filter(isEntry) : [];
  } catch {
    return [];
  }
}

const isEntry = (each: unknown): each is Entry =>
  Array.isArray(each) && typeof each[0] === 'string' && typeof each[1] === 'boolean';

function save(blanks: readonly Blank[]): void {
  try {
    sessionStorage.setItem(key, JSON.stringify(blanks.map(({ entry }) => entry)));
  } catch {
    // 存储被禁用或写满：不影响批改
  }
}

export function attend(places: Iterable<HTMLElement>): void {
  const all: Blank[] = [];
  let count = 0;
  for (const place of places)
    all.push(...attendTo(place, `blank-note-${++count}`, () => save(all)));
  const entries = saved();
  all.forEach((blank, i) => {
    const entry = entries[i];
    // 脚本到之前已经填了的，以眼前的为准
    if (blank.field.value === '' && entry) blank.fill(entry);
    else if (blank.field.value === '') return;
    else if (blank.field !== document.activeElement) blank.check();
    else if ('entered' in blank.field.dataset)
      blank.field.dispatchEvent(new Event('change', { bubbles: true }));
  });
}

function attendTo(place: HTMLElement, noteId: string, onchange: () => void): Blank[] {
  const blanks = [...place.querySelectorAll<Field>('input, select')].map(
    (field) => new Blank(field),
  );
  const of = ({ target }: Event) => blanks.find(({ field }) => field === target);

  const note = document.createElement('span');
  note.className = 'blank-note';
  note.id = noteId;
  const words = document.createElement('span');
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = '看这一空的答案';
  note.append(words, button);
  const aloud = document.createElement('p');
  aloud.className = 'visually-hidden';
  aloud.setAttribute('role', 'status');
  place.append(aloud);

  let noted: Blank | undefined;
  const hideNote = () => {
    noted?.field.removeAttribute('aria-describedby');
    noted = undefined;
    note.remove();
  };
  /** 没填对的批语摆在空格下面；对了只留一个记号。 */
  const showNote = (blank: Blank) => {
    if (noted !== blank) hideNote();
    if (!blank.verdict || blank.verdict.mark === 'right') return hideNote();
    words.textContent = blank.verdict.says;
    noted = blank;
    blank.after(note);
    blank.field.setAttribute('aria-describedby', note.id);
  };
  const say = (blank: Blank, says: string) => {
    const done = blanks.every(({ verdict }) => verdict?.mark === 'right');
    aloud.textContent = `${blank.label}：${says}${done ? '全部填好了，可以展开完整的解答对一对。' : ''}`;
  };
  const check = (blank: Blank) => {
    if (blank.verdict) return;
    const { says } = blank.check();
    showNote(blank);
    say(blank, says);
    onchange();
  };

  place.addEventListener('input', (event) => {
    const blank = of(event);
    blank?.forget();
    if (blank && blank === noted) hideNote();
    if (blank) onchange();
  });
  place.addEventListener('change', (event) => {
    const blank = of(event);
    // 空着离开不必说；空着按回车才问
    if (blank && blank.field.value.trim() !== '') check(blank);
  });
  place.addEventListener('keydown', (event) => {
    const blank = of(event);
    if (!(blank?.field instanceof HTMLInputElement) || event.key !== 'Enter' || event.isComposing)
      return;
    event.preventDefault();
    check(blank);
  });
  place.addEventListener('focusin', (event) => {
    const blank = of(event);
    if (blank?.verdict) showNote(blank);
  });
  button.addEventListener('click', () => {
    const blank = noted;
    if (!blank) return;
    blank.reveal();
    hideNote();
    say(blank, `答案是 ${blank.answer}。`);
    blank.field.focus();
    onchange();
  });
  return blanks;
}
