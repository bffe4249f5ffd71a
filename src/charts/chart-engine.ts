/** 全站只有这里认识 chart.js；按需登记部件，图进入视野时才取这一块代码。 */
import {
  Chart,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  type ChartConfiguration,
  type ChartDataset,
} from 'chart.js';
import { margins, rangeOf, show, textSize } from './chart-frame.ts';
import type { ChartAxis, ChartSpec } from './chart-spec.ts';

// 指到一点，颜色不变；缺省的加深要用到颜色库（no-colours.ts）
Object.assign(Chart.defaults, {
  hoverBackgroundColor: undefined,
  hoverBorderColor: undefined,
  hoverColor: undefined,
});
Chart.register(LinearScale, LineController, LineElement, PointElement);

/** 各条线的颜色由样式变量来；变量里有 light-dark()，要借一个真元素才算得出最终颜色。 */
function readTones(host: HTMLElement): string[] {
  const probe = host.appendChild(document.createElement('span'));
  const tones = [1, 2, 3, 4, 5, 6].map((n) => {
    probe.style.color = `var(--series-${n})`;
    return getComputedStyle(probe).color;
  });
  probe.remove();
  return tones;
}

interface Drawing {
  spec: ChartSpec;
  tones: string[];
  /** 字号，像素 */
  size: number;
}

/** 对数轴上的位置：取了对数就是线性的，不必为它多带一种坐标轴。 */
const along = ({ log }: ChartAxis, value: number) => (log ? Math.log10(value) : value);

function datasets({ spec, tones }: Drawing): ChartDataset<'line'>[] {
  return spec.series.map(({ name, points, kind = 'line', color, dashed }, index) => {
    const tone = tones[(color ?? (index % 6) + 1) - 1] as string;
    return {
      label: name,
      data: points.map(({ x, y }) => ({ x: along(spec.x, x), y: along(spec.y, y) })),
      borderColor: tone,
      backgroundColor: tone,
      borderWidth: 2.5,
      borderDash: dashed ? [6, 4] : [],
      showLine: kind !== 'points',
      stepped: kind === 'steps' ? 'before' : false,
      pointRadius: kind === 'points' ? 5 : 0,
      pointHitRadius: 12,
    };
  });
}

/** 范围照图框；坐标轴、刻度、参考线由底下的 SVG 画着，这里只占好同样的地方。 */
const axisOptions = (id: 'x' | 'y', spec: ChartSpec) => {
  const { min, max } = rangeOf(spec, id);
  return {
    type: 'linear' as const,
    min: along(spec[id], min),
    max: along(spec[id], max),
    display: false,
  };
};

export interface DrawnChart {
  update: (spec: ChartSpec) => void;
  /** 主题或字号变了，颜色与字号重读一遍 */
  restyle: () => void;
  destroy: () => void;
}

/** 横坐标 x 处各条线的读数；线上没有这一点的不说。 */
function readout(spec: ChartSpec, x: number): string {
  const values = spec.series.flatMap(({ name, points }) => {
    const point = points.find((candidate) => candidate.x === x);
    return point ? [`${name} ${show(spec.y, point.y)}`] : [];
  });
  return `${spec.x.label} ${show(spec.x, x)}：${values.join('，')}`;
}

/** `read` 收到指针所在处的读数；指针离开数据时收到空字。 */
export function drawChart(
  canvas: HTMLCanvasElement,
  first: ChartSpec,
  read: (text: string) => void,
): DrawnChart {
  const host = canvas.parentElement as HTMLElement;
  let drawing: Drawing = { spec: first, tones: readTones(host), size: textSize(host) };

  const options = (): NonNullable<ChartConfiguration<'line'>['options']> => {
    const { spec, size } = drawing;
    return {
      animation: false,
      responsive: true,
      maintainAspectRatio: false,
      normalized: true,
      parsing: false,
      interaction: { mode: 'nearest', axis: 'x', intersect: false },
      layout: { padding: margins(size), autoPadding: false },
      scales: { x: axisOptions('x', spec), y: axisOptions('y', spec) },
      // 悬停或点按处的读数交给页面上的一行字：比浮窗轻，手机上也看得见
      onHover: (_event, elements) => {
        const index = elements[0]?.index;
        const at = elements[0] && spec.series[elements[0].datasetIndex]?.points[index ?? 0]?.x;
        read(at === undefined ? '' : readout(spec, at));
      },
    };
  };

  const chart = new Chart<'line'>(canvas, {
    type: 'line',
    data: { datasets: datasets(drawing) },
    options: options(),
  });

  const redraw = (changed: Partial<Drawing>) => {
    drawing = { ...drawing, ...changed };
    chart.data.datasets = datasets(drawing);
    chart.options = options();
    chart.update('none');
  };
  return {
    update: (spec) => redraw({ spec }),
    restyle: () => redraw({ tones: readTones(host), size: textSize(host) }),
    destroy: () => chart.destroy(),
  };
}
