/** 能拖动的点：指针、触摸、键盘三种办法同一套规则。方向键走一步，按住 Shift 走五步，Delete 拿掉。 */

export interface MovableAxis {
  min: number;
  max: number;
  step: number;
}

export interface MovableRules {
  x: MovableAxis | null;
  y: MovableAxis | null;
  /** 动手之前记一笔，供撤销 */
  onstart: () => void;
  onmove: (to: { x: number; y: number }) => void;
  onremove?: (() => void) | undefined;
}

export interface Position {
  x: number;
  y: number;
}

const arrows: Record<string, [x: number, y: number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

/** 落在网格与边界之内；不许动的方向保持原样。 */
export function settle(
  { x, y }: Pick<MovableRules, 'x' | 'y'>,
  from: Position,
  to: Position,
): Position {
  const along = (axis: MovableAxis | null, now: number, wanted: number) => {
    if (axis === null) return now;
    const steps = Math.round((wanted - axis.min) / axis.step);
    const snapped = axis.min + steps * axis.step;
    return Number(Math.min(axis.max, Math.max(axis.min, snapped)).toFixed(6)) + 0;
  };
  return { x: along(x, from.x, to.x), y: along(y, from.y, to.y) };
}

/** 按一个键以后的位置；不是移动键时返回 null。只能横着动的点，上下键也当作左右，反之亦然。 */
export function nudge(
  rules: Pick<MovableRules, 'x' | 'y'>,
  from: Position,
  key: string,
  large: boolean,
): Position | null {
  const { x, y } = rules;
  if (key === 'Home' || key === 'End') {
    const end = (axis: MovableAxis | null, now: number) =>
      axis === null ? now : key === 'Home' ? axis.min : axis.max;
    return x && y ? null : { x: end(x, from.x), y: end(y, from.y) };
  }
  const arrow = arrows[key];
  if (!arrow) return null;
  const [right, up] = arrow;
  const times = large ? 5 : 1;
  const sideways = x ? right + (y ? 0 : up) : 0;
  const upward = y ? up + (x ? 0 : right) : 0;
  return settle(rules, from, {
    x: from.x + sideways * times * (x?.step ?? 0),
    y: from.y + upward * times * (y?.step ?? 0),
  });
}
