/** 显示设置的面板：主题、字号、单键快捷键；在一节里还有书签与笔记的入口。点开时才取。 */
import { loadPart } from '../lib/load-part.ts';
import { onOtherTab, read, write } from '../lib/storage.ts';

interface Setting {
  name: string;
  legend: string;
  /** 值与写法；头一个是平常的样子，值是空的 */
  options: readonly (readonly [value: string, text: string])[];
}

const settings: readonly Setting[] = [
  {
    name: 'theme',
    legend: '主题',
    options: [
      ['', '随系统'],
      ['light', '浅色'],
      ['dark', '深色'],
    ],
  },
  {
    name: 'text',
    legend: '字号',
    options: [
      ['', '标准'],
      ['large', '大'],
      ['larger', '特大'],
    ],
  },
  {
    name: 'keys',
    legend: '单键快捷键',
    options: [
      ['', '开'],
      ['off', '关'],
    ],
  },
];

/** 存着的设置；不认识的值当作没有设。 */
function saved(): Record<string, string> {
  const kept: Record<string, unknown> = Object.assign({}, read('display'));
  return Object.fromEntries(
    settings.flatMap(({ name, options }) => {
      const [value] = options.find(([each]) => each !== '' && each === kept[name]) ?? [];
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

function choose(name: string, value: string): void {
  const display = saved();
  if (value) document.documentElement.dataset[name] = display[name] = value;
  else {
    delete document.documentElement.dataset[name];
    delete display[name];
  }
  write('display', display);
  dispatchEvent(new Event('som:display'));
}

function fieldset({ name, legend, options }: Setting): HTMLFieldSetElement {
  const set = document.createElement('fieldset');
  const title = document.createElement('legend');
  title.textContent = legend;
  set.append(title);
  for (const [value, text] of options) {
    const label = document.createElement('label');
    const input = Object.assign(document.createElement('input'), { type: 'radio', name, value });
    // 退回来时浏览器会把选项恢复成离开时的样子，而设置可能已经改过：不让它恢复
    input.autocomplete = 'off';
    input.addEventListener('change', () => choose(name, value));
    label.append(input, text);
    set.append(label);
  }
  return set;
}

/** 这一节的书签与笔记；不在小节里就没有。 */
function notesEntry(panel: HTMLElement): HTMLElement[] {
  if (!document.querySelector('.section-page')) return [];
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'button quiet';
  button.textContent = '这一节的书签与笔记';
  button.addEventListener('click', async () => {
    const loaded = await loadPart(() => import('../components/notes/section-notes.ts'));
    if (!loaded.ok) {
      button.textContent = `笔记${loaded.message}`;
      return;
    }
    panel.hidePopover();
    await loaded.part.open();
  });
  return [button];
}

/** 选项摆进面板，选中正在用的；已经摆好的不再摆。 */
export function fill(panel: HTMLElement): void {
  if (panel.querySelector('input')) return;
  panel.replaceChildren(...settings.map(fieldset), ...notesEntry(panel));
  const mark = () => {
    const display = saved();
    for (const input of panel.querySelectorAll('input'))
      input.checked = (display[input.name] ?? '') === input.value;
  };
  mark();
  onOtherTab('display', mark);
}
