/** 图的说明：只说画什么，不说怎么画。 */

export interface ChartAxis {
  label: string;
  min?: number;
  max?: number;
  /** 对数轴 */
  log?: boolean;
  /** 0.8 显示成 80% */
  percent?: boolean;
  /** 年份：不分节 */
  year?: boolean;
}

export interface ChartSeries {
  name: string;
  points: readonly { x: number; y: number }[];
  kind?: 'line' | 'points' | 'steps';
  /** 第几种颜色，1 到 6；默认按次序 */
  color?: 1 | 2 | 3 | 4 | 5 | 6;
  dashed?: boolean;
}

/** 参考线：横的给 y，竖的给 x。 */
export interface ChartMark {
  x?: number;
  y?: number;
  label: string;
}

export interface ChartSpec {
  x: ChartAxis;
  y: ChartAxis;
  series: readonly ChartSeries[];
  marks?: readonly ChartMark[];
}
