import { expect, test } from 'vitest';
import { commandOf, guide, wallCommandOf, type Focus } from '../../../src/classroom/desk/keys.ts';

const press = (key: string, focus: Focus = 'none', off = false, change = {}) =>
  commandOf({ key, shift: false, chord: false, composing: false, ...change }, focus, off);

test('翻页笔在哪里都翻得动：焦点在打字的框、滑块、按钮上也一样', () => {
  for (const focus of ['none', 'typing', 'control'] as const) {
    expect(press('PageDown', focus)).toBe('next');
    expect(press('PageUp', focus)).toBe('back');
    expect(press('F5', focus)).toBe('full');
    expect(press('Escape', focus)).toBe('escape');
  }
});

test('手里有控件时，方向键、空格、回车归控件', () => {
  for (const key of ['ArrowRight', 'ArrowLeft', ' ', 'Enter']) {
    expect(press(key, 'control')).toBeNull();
    expect(press(key)).not.toBeNull();
  }
});

test('打字的框里，字就是字', () => {
  for (const key of ['f', 'r', '3', '.', '?', 'k', 'ArrowRight'])
    expect(press(key, 'typing')).toBeNull();
});

test('选字的时候、按着 Ctrl 的时候，一概不管', () => {
  expect(press('PageDown', 'none', false, { composing: true })).toBeNull();
  expect(press('r', 'none', false, { chord: true })).toBeNull();
});

test('单个的键可以关掉，翻页笔的键和开关本身还在', () => {
  expect(press('r', 'none', true)).toBeNull();
  expect(press('5', 'none', true)).toBeNull();
  expect(press('.', 'none', true)).toBe('black');
  expect(press('PageDown', 'none', true)).toBe('next');
  expect(press('K', 'none', true)).toBe('single');
});

test('大小写一样；Shift+E 全擦', () => {
  expect(press('V')).toBe('votes');
  expect(press('e')).toBe('eraser');
  expect(press('E', 'none', false, { shift: true })).toBe('wipe');
});

test('按键表里写的每一个命令，键都按得出来', () => {
  for (const { keys } of guide)
    for (const [text, , command] of keys) {
      if (!command) continue;
      const named: Record<string, string> = { '→': 'ArrowRight', '←': 'ArrowLeft', 空格: ' ' };
      const [first = ''] = text.split('、');
      const key = named[first] ?? (first === '[ ]' ? ']' : first.split('；')[0]);
      expect(press(key as string), `${text} 按下去要是 ${command}：改 keys.ts 的 guide`).toBe(
        command,
      );
    }
});

test('讲台在驾的时候，墙上只认翻页笔、全屏与 Esc', () => {
  const wall = (key: string, change = {}) =>
    wallCommandOf({ key, shift: false, chord: false, composing: false, ...change });
  expect(['PageDown', 'PageUp', 'F5', 'f', 'F', 'Escape'].map((key) => wall(key))).toEqual([
    'next',
    'back',
    'full',
    'full',
    'full',
    'escape',
  ]);
  for (const key of ['ArrowRight', ' ', 'Enter', 'r', '.', 'b', 'v', 'k', '3', 'p'])
    expect(wall(key)).toBeNull();
  expect(wall('f', { chord: true })).toBeNull();
});
