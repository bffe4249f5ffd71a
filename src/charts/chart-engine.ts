/** 全站只有这里认识 chart.js；按需登记部件，图进入视野时才取这一块代码。 */
import {
  Chart,
  LinearScale,
  LineController,
  LineElement,
  LogarithmicScale,
  PointElement,
  type ChartConfiguration,
  type ChartDataset,
  type Plugin,
} from 'chart.js';
import { percent, significant } from '../lib/format.ts';
import type { ChartAxis, ChartSpec } from './chart-spec.ts';

Chart.register(LinearScale, LineController, LineElement, LogarithmicScale, PointElement);

interface Palette {
  ink: string;
  soft: string;
  rule: string;
  paper: string;
  series: string[];
}

/** 颜色由样式变量来；变量里有 light-dark()，要借一个真元素才算得出最终颜色。 */
function readPalette(host: HTMLElement): Palette {
  const probe = host.appendChild(document.createElement('span'));
  const color = (name: string) => {
    probe.style.color = `var(--${name})`;
    return getComputedStyle(probe).color;
  };
  const palette = {
    ink: color('ink'),
    soft: color('ink-soft'),
    rule: color('rule'),
    paper: color('paper-raised'),
    series: [1, 2, 3, 4, 5, 6].map((n) => color(`series-${n}`)),
  };
  probe.remove();
  return palette;
}

const show = (axis: ChartAxis, value: number) =>
  axis.percent
    ? percent(value, value * 100 === Math.round(value * 100) ? 0 : 1)
    : significant(value, 3);

function datasets(spec: ChartSpec, palette: Palette): ChartDataset<'line'>[] {
  return spec.series.map(({ name, points, kind = 'line', color, dashed }, index) => {
    const tone = palette.series[(color ?? (index % 6) + 1) - 1] as string;
    return {
      label: name,
      data: points.map((point) => ({ ...point })),
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

function axisOptions(axis: ChartAxis, palette: Palette, size: number, grid: boolean) {
  return {
    type: axis.log ? ('logarithmic' as const) : ('linear' as const),
    ...(axis.min === undefined ? {} : { min: axis.min }),
    ...(axis.max === undefined ? {} : { max: axis.max }),
    title: {
      display: true,
      text: axis.label,
      color: palette.ink,
      align: 'end' as const,
      font: { size },
    },
    grid: { color: palette.rule, display: grid, drawTicks: false },
    border: { color: palette.soft },
    ticks: {
      color: palette.soft,
      font: { size },
      maxRotation: 0,
      autoSkipPadding: 14,
      padding: 6,
      callback: (value: number | string) => show(axis, Number(value)),
    },
  };
}

/** 参考线画在数据之上、提示之下，文字带底色描边，压在线上也看得清。 */
function markPlugin(
  getSpec: () => ChartSpec,
  getPalette: () => Palette,
  size: () => number,
): Plugin {
  return {
    id: 'marks',
    afterDatasetsDraw(chart) {
      const { ctx, chartArea } = chart;
      const palette = getPalette();
      for (const { x, y, label } of getSpec().marks ?? []) {
        const at =
          x === undefined
            ? chart.scales.y?.getPixelForValue(y ?? 0)
            : chart.scales.x?.getPixelForValue(x);
        if (at === undefined || !Number.isFinite(at)) continue;
        ctx.save();
        ctx.strokeStyle = palette.soft;
        ctx.setLineDash([3, 3]);
        ctx.beginPath();
        if (x === undefined) {
          ctx.moveTo(chartArea.left, at);
          ctx.lineTo(chartArea.right, at);
        } else {
          ctx.moveTo(at, chartArea.top);
          ctx.lineTo(at, chartArea.bottom);
        }
        ctx.stroke();
        ctx.font = `${size()}px ${getComputedStyle(chart.canvas).fontFamily}`;
        ctx.lineWidth = 4;
        ctx.setLineDash([]);
        ctx.strokeStyle = palette.paper;
        ctx.fillStyle = palette.ink;
        const nearRight = x !== undefined && at > (chartArea.left + chartArea.right) / 2;
        ctx.textAlign = x === undefined || nearRight ? 'right' : 'left';
        const tx = x === undefined ? chartArea.right - 4 : at + (nearRight ? -6 : 6);
        const ty = x === undefined ? at - 6 : chartArea.top + size();
        ctx.strokeText(label, tx, ty);
        ctx.fillText(label, tx, ty);
        ctx.restore();
      }
    },
  };
}

export interface DrawnChart {
  update: (spec: ChartSpec) => void;
  /** 主题或字号变了，颜色与字体重读一遍 */
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
  let spec = first;
  let palette = readPalette(host);
  const size = () => Math.max(11, Number.parseFloat(getComputedStyle(host).fontSize) * 0.82);

  const options = (): NonNullable<ChartConfiguration<'line'>['options']> => ({
    animation: false,
    responsive: true,
    maintainAspectRatio: false,
    normalized: true,
    parsing: false,
    interaction: { mode: 'nearest', axis: 'x', intersect: false },
    layout: { padding: { top: 6, right: 10 } },
    font: { family: getComputedStyle(host).fontFamily },
    scales: {
      x: axisOptions(spec.x, palette, size(), false),
      y: axisOptions(spec.y, palette, size(), true),
    },
    // 悬停或点按处的读数交给页面上的一行字：比浮窗轻，手机上也看得见
    onHover: (_event, elements) => {
      const index = elements[0]?.index;
      const at = elements[0] && spec.series[elements[0].datasetIndex]?.points[index ?? 0]?.x;
      read(at === undefined ? '' : readout(spec, at));
    },
  });

  const chart = new Chart<'line'>(canvas, {
    type: 'line',
    data: { datasets: datasets(spec, palette) },
    options: options(),
    plugins: [
      markPlugin(
        () => spec,
        () => palette,
        size,
      ) as Plugin<'line'>,
    ],
  });

  /** 坐标轴的范围与名字就地改：重设整棵选项树要从头解析一遍，拖滑块时等不起。 */
  const moveAxis = (id: 'x' | 'y', axis: ChartAxis) => {
    const scale = chart.options.scales?.[id] as
      { min?: number | undefined; max?: number | undefined; title: { text: string } } | undefined;
    if (!scale) return;
    scale.min = axis.min;
    scale.max = axis.max;
    scale.title.text = axis.label;
  };
  const redraw = (restyled: boolean) => {
    chart.data.datasets = datasets(spec, palette);
    if (restyled) chart.options = options();
    moveAxis('x', spec.x);
    moveAxis('y', spec.y);
    chart.update('none');
  };
  return {
    update(next) {
      spec = next;
      redraw(false);
    },
    restyle() {
      palette = readPalette(host);
      redraw(true);
    },
    destroy: () => chart.destroy(),
  };
}
