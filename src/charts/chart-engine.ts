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
  type Scale,
} from 'chart.js';
import { axisTicks, margins, rangeOf, show, textSize } from './chart-frame.ts';
import type { ChartSpec } from './chart-spec.ts';

// 指到一点，颜色不变；缺省的加深要用到颜色库（no-colours.ts）
Object.assign(Chart.defaults, {
  hoverBackgroundColor: undefined,
  hoverBorderColor: undefined,
  hoverColor: undefined,
});
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

function datasets(spec: ChartSpec, palette: Palette): ChartDataset<'line'>[] {
  return spec.series.map(({ name, points, kind = 'line', color, dashed }, index) => {
    const tone = palette.series[(color ?? (index % 6) + 1) - 1] as string;
    return {
      label: name,
      data: [...points],
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

interface Drawing {
  spec: ChartSpec;
  palette: Palette;
  /** 字号，像素 */
  size: number;
}

/** 范围、刻度与占的地方都照图框，不让它自己量字、自己排。 */
function axisOptions(id: 'x' | 'y', { spec, palette, size }: Drawing) {
  const axis = spec[id];
  const { left, bottom } = margins(size);
  return {
    type: axis.log ? ('logarithmic' as const) : ('linear' as const),
    ...rangeOf(spec, id),
    grid: { color: palette.rule, display: id === 'y', drawTicks: false },
    border: { color: palette.soft },
    ticks: {
      color: palette.soft,
      font: { size },
      autoSkip: false,
      maxRotation: 0,
      padding: 6,
      callback: (value: number | string) => show(axis, Number(value)),
    },
    afterBuildTicks: (scale: Scale) => {
      const { width, height } = scale.chart;
      scale.ticks = axisTicks(spec, id, { width, height, size }).map((value) => ({ value }));
    },
    afterFit: (scale: Scale) => {
      if (id === 'y') scale.width = left;
      else Object.assign(scale, { height: bottom, paddingLeft: 0, paddingRight: 0 });
    },
  };
}

/** 轴名与参考线画在数据之上；参考线的文字带底色描边，压在线上也看得清。 */
function notePlugin(drawing: () => Drawing): Plugin<'line'> {
  return {
    id: 'notes',
    afterDatasetsDraw(chart) {
      const { ctx, chartArea, width, height } = chart;
      const { spec, palette, size } = drawing();
      ctx.save();
      ctx.font = `${size}px ${chart.options.font?.family ?? 'sans-serif'}`;
      ctx.fillStyle = palette.ink;
      ctx.fillText(spec.y.label, 2, size);
      ctx.textAlign = 'right';
      ctx.fillText(spec.x.label, width - margins(size).right, height - 4);
      for (const { x, y, label } of spec.marks ?? []) {
        const at =
          x === undefined
            ? chart.scales['y']?.getPixelForValue(y ?? 0)
            : chart.scales['x']?.getPixelForValue(x);
        if (at === undefined || !Number.isFinite(at)) continue;
        ctx.lineWidth = 1;
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
        ctx.lineWidth = 4;
        ctx.setLineDash([]);
        ctx.strokeStyle = palette.paper;
        const nearRight = x !== undefined && at > (chartArea.left + chartArea.right) / 2;
        ctx.textAlign = x === undefined || nearRight ? 'right' : 'left';
        const tx = x === undefined ? chartArea.right - 4 : at + (nearRight ? -6 : 6);
        const ty = x === undefined ? at - 6 : chartArea.top + size;
        ctx.strokeText(label, tx, ty);
        ctx.fillText(label, tx, ty);
      }
      ctx.restore();
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
  let drawing: Drawing = { spec: first, palette: readPalette(host), size: textSize(host) };

  const options = (): NonNullable<ChartConfiguration<'line'>['options']> => {
    const { right, top } = margins(drawing.size);
    return {
      animation: false,
      responsive: true,
      maintainAspectRatio: false,
      normalized: true,
      parsing: false,
      interaction: { mode: 'nearest', axis: 'x', intersect: false },
      layout: { padding: { top, right }, autoPadding: false },
      font: { family: getComputedStyle(host).fontFamily },
      scales: { x: axisOptions('x', drawing), y: axisOptions('y', drawing) },
      // 悬停或点按处的读数交给页面上的一行字：比浮窗轻，手机上也看得见
      onHover: (_event, elements) => {
        const { spec } = drawing;
        const index = elements[0]?.index;
        const at = elements[0] && spec.series[elements[0].datasetIndex]?.points[index ?? 0]?.x;
        read(at === undefined ? '' : readout(spec, at));
      },
    };
  };

  const chart = new Chart<'line'>(canvas, {
    type: 'line',
    data: { datasets: datasets(first, drawing.palette) },
    options: options(),
    plugins: [notePlugin(() => drawing)],
  });

  const redraw = (changed: Partial<Drawing>) => {
    drawing = { ...drawing, ...changed };
    chart.data.datasets = datasets(drawing.spec, drawing.palette);
    chart.options = options();
    chart.update('none');
  };
  return {
    update: (spec) => redraw({ spec }),
    restyle: () => redraw({ palette: readPalette(host), size: textSize(host) }),
    destroy: () => chart.destroy(),
  };
}
