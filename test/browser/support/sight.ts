/**
 * 手放在控件上时，眼睛看得到什么。不信实验自己的声明：逐个动一步控件，
 * 自己比出哪些图变了，再看其中有没有一幅在眼前、够大、没被盖住、字看得清。
 */
import type { Page } from 'playwright-core';

export interface SightRules {
  /** 图至少多高（CSS 像素） */
  tall: number;
  /** 图至少露出几成 */
  share: number;
  /** 图里的字至少多大（CSS 像素） */
  text: number;
  /** 图最多占屏高的几成；不限时是 1 */
  most: number;
  /** 每种控件只动头一个，只从上边滚进来；不写就是逐个动、两边都试 */
  once?: boolean;
}

export const onPhone: SightRules = { tall: 120, share: 0.6, text: 9.5, most: 0.4 };
export const onDesk: SightRules = { ...onPhone, text: 11, most: 1 };

/** 摆出来的各部分里，哪一部分的内容长出了自己的框，压着下面的话。 */
export const spilling = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('.w-figures .w-part')].flatMap((part) => {
      const { bottom, height } = part.getBoundingClientRect();
      if (height === 0) return [];
      const over = [...part.children].map((each) => each.getBoundingClientRect().bottom - bottom);
      const most = Math.round(Math.max(0, ...over));
      return most > 1 ? [`“${part.dataset['part']}”长出 ${most} px`] : [];
    }),
  );

/** 每条是一个毛病：哪个控件、从哪边滚来、看不见什么。空数组为通过。 */
export function outOfSight(page: Page, rules: SightRules): Promise<string[]> {
  return page.evaluate(async (rules) => {
    const widget = document.querySelector<HTMLElement>('[data-widget]') as HTMLElement;
    const frames = async (count: number) => {
      for (let i = 0; i < count; i++)
        await new Promise((done) => {
          requestAnimationFrame(() => done(undefined));
          setTimeout(done, 100);
        });
    };
    const controls = () => [...widget.querySelectorAll<HTMLElement>('.w-controls [data-param]')];
    /** 成幅的图：最外层的图与表，小记号不算 */
    const figures = () =>
      [
        ...widget.querySelectorAll<HTMLElement>('svg, table, canvas, [role=img], [data-part]'),
      ].filter(
        (each) =>
          !each.closest('.w-controls, .w-tools, .w-share, .w-predict, .w-data, .visually-hidden'),
      );
    const covered = (box: DOMRect, owner: Element) => {
      const tops = [0.2, 0.5, 0.8].map((part) => box.top + part * box.height);
      const lefts = [0.25, 0.5, 0.75].map((part) => box.left + part * box.width);
      return tops.some((y) =>
        lefts.some((x) => {
          const top = document.elementFromPoint(x, y);
          return top !== null && !owner.contains(top) && !top.contains(owner);
        }),
      );
    };
    /** 这幅图眼前看得清吗；看不清就说为什么 */
    const problem = (figure: HTMLElement): string | null => {
      const box = figure.getBoundingClientRect();
      if (box.width < 100 || box.height === 0) return '没有露面';
      if (box.height < rules.tall) return `只有 ${Math.round(box.height)} px 高`;
      if (box.height > rules.most * innerHeight)
        return `占了屏高的 ${Math.round((100 * box.height) / innerHeight)} %`;
      const top = Math.max(0, box.top);
      const bottom = Math.min(innerHeight, box.bottom);
      if (bottom - top < rules.share * box.height)
        return `只露出 ${Math.round((100 * Math.max(0, bottom - top)) / box.height)} %`;
      if (covered(new DOMRect(box.left, top, box.width, bottom - top), figure)) return '被盖住了';
      for (const text of figure.querySelectorAll<SVGTextElement>('text')) {
        const scale = text.getScreenCTM()?.a ?? 1;
        const size = Number.parseFloat(getComputedStyle(text).fontSize) * scale;
        if (size < rules.text && text.textContent?.trim())
          return `“${text.textContent.trim()}”只有 ${size.toFixed(1)} px`;
      }
      return null;
    };
    /** 动一步：滑块一格，开关一下，选下一项，表里第一个数加一格。 */
    const move = (control: HTMLElement): HTMLElement | null => {
      const range = control.querySelector<HTMLInputElement>('input[type=range]');
      if (range) {
        const up = Number(range.value) + Number(range.step) <= Number(range.max);
        range.value = String(Number(range.value) + (up ? 1 : -1) * Number(range.step));
        range.dispatchEvent(new Event('input', { bubbles: true }));
        range.dispatchEvent(new Event('change', { bubbles: true }));
        return range;
      }
      const radios = [...control.querySelectorAll<HTMLInputElement>('input[type=radio]')];
      const toggle =
        radios.find(({ checked }) => !checked) ??
        control.querySelector<HTMLInputElement>('input[type=checkbox]');
      toggle?.click();
      return toggle ?? null;
    };
    const handle = (control: HTMLElement) =>
      control.querySelector<HTMLElement>('input[type=range]') ??
      control.querySelector<HTMLElement>('input[type=radio]:not(:checked)') ??
      control.querySelector<HTMLElement>('input[type=checkbox]');

    const kindOf = (control: HTMLElement) =>
      control.matches('.whole') ? '表' : (control.querySelector('input')?.type ?? '');
    const moved = rules.once
      ? [
          ...new Map(
            controls()
              .toReversed()
              .map((each) => [kindOf(each), each]),
          ).values(),
        ]
      : controls();
    const found: string[] = [];
    for (const name of moved.map(({ dataset }) => dataset['param'] as string)) {
      for (const side of rules.once ? ['上'] : ['上', '下']) {
        const control = widget.querySelector<HTMLElement>(`.w-controls [data-param="${name}"]`);
        const target = control && handle(control);
        if (!control || !target) continue;
        const scroller = control.closest('.projecting .w-controls') ?? document.scrollingElement;
        scroller?.scrollTo({ top: side === '上' ? 0 : 1e6, behavior: 'instant' });
        target.focus({ preventScroll: true });
        await frames(2);
        target.scrollIntoView({ block: 'nearest', behavior: 'instant' });
        await frames(2);
        const before = new Map(figures().map((figure) => [figure, figure.outerHTML]));
        const said = widget.querySelector('.w-sentence')?.textContent;
        move(control);
        const different = () =>
          figures().filter((figure) => before.get(figure) !== figure.outerHTML);
        // 有的图停手以后才换：等到眼前有一幅变了、看得清；什么也没变的等一小会儿就够，
        // 变了还看不清的多等些，机器忙时图要过一阵才摆好
        const tries = () => (different().length > 0 ? 300 : 24);
        for (let i = 0; i < tries() && !different().some((figure) => problem(figure) === null); i++)
          await frames(1);
        const changed = different();
        const where = `“${name}”从${side}边滚进来`;
        const box = target.getBoundingClientRect();
        const middle = document.elementFromPoint(
          box.left + box.width / 2,
          box.top + box.height / 2,
        );
        if (middle === null || !(control.contains(middle) || middle.contains(control)))
          found.push(`${where}：控件自己被盖住了`);
        if (widget.dataset['short'] !== undefined) {
          const line = widget.querySelector('.w-line')?.getBoundingClientRect();
          if (!line || line.top < 0 || line.bottom > innerHeight || line.height === 0)
            found.push(`${where}：一行的结果不在眼前`);
          continue;
        }
        if (changed.length === 0) {
          if (widget.querySelector('.w-sentence')?.textContent === said) continue;
          found.push(`${where}：结果变了，没有一幅图跟着变`);
          continue;
        }
        const problems = changed.map(problem);
        if (!problems.includes(null))
          found.push(
            `${where}：变了的 ${changed.length} 处都看不清（${[...new Set(problems)].slice(0, 4).join('；')}）`,
          );
      }
    }
    return found;
  }, rules);
}

/** 投影时墙上太小、或一屏放不下的东西。 */
export function tooSmallOnTheWall(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const widget = document.querySelector<HTMLElement>('.widget.projecting');
    if (!widget) return ['没有投影出来'];
    const found = new Set<string>();
    const walker = document.createTreeWalker(widget, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement as Element;
      const text = node.textContent?.trim();
      if (!text || !element.checkVisibility({ visibilityProperty: true })) continue;
      if (element.closest('.visually-hidden, .print-only, [hidden], noscript')) continue;
      const svg = element.closest('svg') as SVGSVGElement | null;
      const scale = svg ? (svg.getScreenCTM()?.a ?? 1) : 1;
      const percent =
        (100 * Number.parseFloat(getComputedStyle(element).fontSize) * scale) / innerHeight;
      const least = element.closest('.w-say, .ask, .choices')
        ? 3
        : !element.closest('kbd') &&
            (svg || element.closest('label, dt, th, td, figcaption, li, .keys'))
          ? 2.4
          : 2;
      if (percent < least - 0.02)
        found.add(`“${text.slice(0, 16)}”字高 ${percent.toFixed(2)} %，不到 ${least} %`);
    }
    for (const each of widget.querySelectorAll<HTMLElement>('.w-part, .w-predict, .w-say')) {
      if (!each.checkVisibility()) continue;
      const name = each.dataset['part'] ?? each.className;
      const box = each.getBoundingClientRect();
      // 后面的长表和说明可以翻；先露面的棋盘、图与问题要一屏放得下
      const scrolls = each.dataset['scrolls'] !== undefined;
      if (!scrolls && each.scrollHeight > each.clientHeight + 2)
        found.add(`${name} 一屏放不下，差 ${each.scrollHeight - each.clientHeight} px`);
      if (box.bottom > innerHeight + 1 || box.right > innerWidth + 1 || box.top < -1)
        found.add(`${name} 出了屏幕`);
    }
    if (widget.scrollHeight > widget.clientHeight + 2) found.add('整块放不下一屏');
    return [...found].slice(0, 12);
  });
}
