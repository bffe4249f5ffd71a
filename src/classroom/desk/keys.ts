/** 键盘与翻页笔：按下的键，在这个时候要做什么。只认键，不动手。 */

export type Command =
  | 'next'
  | 'back'
  | 'full'
  | 'escape'
  | 'black'
  | 'white'
  | 'reveal'
  | 'undo'
  | 'scenario'
  | 'part-before'
  | 'part-after'
  | 'votes'
  | 'counts'
  | 'desk'
  | 'revote'
  | 'controls'
  | 'overview'
  | 'go'
  | 'laser'
  | 'pen'
  | 'eraser'
  | 'wipe'
  | 'magnify'
  | 'timer'
  | 'code'
  | 'contrast'
  | 'single'
  | 'help';

/** 焦点在哪里：能打字的框；滑块、单选、按钮这样的控件；别处。 */
export type Focus = 'typing' | 'control' | 'none';

export interface Pressed {
  key: string;
  shift: boolean;
  /** Ctrl、Alt、⌘ 之一按着 */
  chord: boolean;
  /** 输入法正在选字 */
  composing: boolean;
}

const always: Readonly<Record<string, Command>> = {
  PageDown: 'next',
  PageUp: 'back',
  F5: 'full',
  Escape: 'escape',
};
/** 有控件在手里时，这些键归控件 */
const moves: Readonly<Record<string, Command>> = {
  ArrowRight: 'next',
  ArrowDown: 'next',
  ' ': 'next',
  Enter: 'next',
  ArrowLeft: 'back',
  ArrowUp: 'back',
};
/** 单个的键，可以用 K 关掉；翻页笔的黑屏键是句点，不在内 */
const single: Readonly<Record<string, Command>> = {
  f: 'full',
  b: 'black',
  w: 'white',
  r: 'reveal',
  z: 'undo',
  '[': 'part-before',
  ']': 'part-after',
  v: 'votes',
  x: 'counts',
  p: 'desk',
  a: 'revote',
  c: 'controls',
  o: 'overview',
  g: 'go',
  l: 'laser',
  d: 'pen',
  e: 'eraser',
  m: 'magnify',
  t: 'timer',
  q: 'code',
  h: 'contrast',
  '?': 'help',
};

export function commandOf(
  { key, shift, chord, composing }: Pressed,
  focus: Focus,
  singleOff: boolean,
): Command | null {
  if (composing || chord) return null;
  const plain = always[key];
  if (plain) return plain;
  if (focus === 'typing') return null;
  const move = moves[key];
  if (move) return focus === 'none' ? move : null;
  if (key === '.') return 'black';
  const low = key.toLowerCase();
  if (low === 'k') return 'single';
  if (singleOff) return null;
  if (/^[1-9]$/.test(key)) return 'scenario';
  if (low === 'e' && shift) return 'wipe';
  return single[low] ?? null;
}

/** 讲台在驾的时候，墙上只认全屏、收起与翻页笔的前后；别的键一概不动。 */
export function wallCommandOf(pressed: Pressed): Command | null {
  const command = commandOf(pressed, 'typing', false) ?? (/^f$/i.test(pressed.key) ? 'full' : null);
  return pressed.composing || pressed.chord ? null : command;
}

/** 焦点在哪一类元素上。 */
export function focusOn(element: Element | null): Focus {
  if (
    element?.closest(
      'input:not([type=range]):not([type=radio]):not([type=checkbox]), textarea, [contenteditable]',
    )
  )
    return 'typing';
  return element?.closest(
    'input, select, button, a[href], summary, [role=slider], [tabindex="0"], audio, video',
  )
    ? 'control'
    : 'none';
}

/** 全部按键，按用处分；总览按键的面板照它画。 */
export const guide: readonly { name: string; keys: readonly [string, string, Command?][] }[] = [
  {
    name: '走',
    keys: [
      ['→、空格、PageDown', '往后一段', 'next'],
      ['←、PageUp', '往前一段', 'back'],
      ['P', '另开讲台：备注、下一步', 'desk'],
      ['O', '总览', 'overview'],
      ['G', '转到哪一步', 'go'],
    ],
  },
  {
    name: '押注',
    keys: [
      ['V', '敲票数', 'votes'],
      ['X', '讲台上看票数', 'counts'],
      ['A', '讨论后再投，或不再投', 'revote'],
      ['R', '揭晓；再按，盖上', 'reveal'],
      ['T', '倒计时：开始、停住', 'timer'],
    ],
  },
  {
    name: '实验',
    keys: [
      ['1–9', '换场景'],
      ['[ ]', '换一幅画面', 'part-after'],
      ['C', '控件', 'controls'],
      ['Z', '撤销', 'undo'],
      ['Q', '这个场景的二维码', 'code'],
    ],
  },
  {
    name: '画面',
    keys: [
      ['F', '全屏', 'full'],
      ['.、B', '黑屏', 'black'],
      ['W', '白屏', 'white'],
      ['H', '高对比', 'contrast'],
      ['M', '放大', 'magnify'],
      ['L', '光点', 'laser'],
      ['D', '笔', 'pen'],
      ['E', '橡皮；Shift+E 全擦', 'eraser'],
      ['K', '关掉单个的键', 'single'],
    ],
  },
];
