/**
 * 几个场景细算好的结果，一打开就是准数。由 evening.ts 的 fullRun 算出，test/widgets/table-mix.test.ts 重算核对；
 * 动了场景或算法，照测试报的数抄回来。淡季与平常夜的曲线就是同一家店的那一条。
 */
import type { FullRun } from './evening.ts';

export const stored: Record<string, Partial<FullRun>> = {
  hotpot: {
    now: {
      nights: 1000,
      before: {
        covers: { mean: 110.71, low: 110.13, high: 111.29 },
        occupancy: 0.587,
        served: 0.368,
        wait: 15.36,
      },
      after: {
        covers: { mean: 146.76, low: 146.26, high: 147.27 },
        occupancy: 0.775,
        served: 0.562,
        wait: 6.24,
      },
      more: { mean: 36.05, low: 35.57, high: 36.53 },
    },
    curve: [
      { rate: 6, before: 53.68, after: 51.55, more: { mean: -2.13, low: -2.4, high: -1.87 } },
      { rate: 12, before: 92.68, after: 90.34, more: { mean: -2.34, low: -3.41, high: -1.26 } },
      { rate: 18, before: 105.25, after: 118.56, more: { mean: 13.31, low: 11.87, high: 14.75 } },
      { rate: 24, before: 109.42, after: 137.85, more: { mean: 28.43, low: 27.58, high: 29.28 } },
      { rate: 30, before: 111.49, after: 146.79, more: { mean: 35.3, low: 34.02, high: 36.58 } },
      { rate: 36, before: 111.59, after: 152.88, more: { mean: 41.29, low: 40.12, high: 42.45 } },
      { rate: 42, before: 111.79, after: 154.42, more: { mean: 42.63, low: 40.81, high: 44.45 } },
      { rate: 48, before: 112.99, after: 157.65, more: { mean: 44.66, low: 43.21, high: 46.11 } },
      { rate: 54, before: 114.48, after: 159.46, more: { mean: 44.98, low: 43.84, high: 46.12 } },
      { rate: 60, before: 112.87, after: 158.4, more: { mean: 45.53, low: 43.79, high: 47.27 } },
    ],
  },
  couples: {
    now: {
      nights: 1000,
      before: {
        covers: { mean: 95.54, low: 95.07, high: 96.01 },
        occupancy: 0.508,
        served: 0.37,
        wait: 17.06,
      },
      after: {
        covers: { mean: 144.98, low: 144.41, high: 145.55 },
        occupancy: 0.768,
        served: 0.593,
        wait: 8.57,
      },
      more: { mean: 49.44, low: 49.03, high: 49.85 },
    },
    curve: [
      { rate: 6, before: 51.04, after: 51.3, more: { mean: 0.261, low: 0.111, high: 0.411 } },
      { rate: 12, before: 83.25, after: 98.36, more: { mean: 15.11, low: 14.14, high: 16.08 } },
      { rate: 18, before: 92.1, after: 127.88, more: { mean: 35.78, low: 34.93, high: 36.62 } },
      { rate: 24, before: 94.31, after: 141.18, more: { mean: 46.88, low: 46.04, high: 47.71 } },
      { rate: 30, before: 96.39, after: 146.23, more: { mean: 49.84, low: 49.15, high: 50.53 } },
      { rate: 36, before: 96.89, after: 148.13, more: { mean: 51.24, low: 50.32, high: 52.16 } },
      { rate: 42, before: 97.44, after: 149.98, more: { mean: 52.54, low: 51.38, high: 53.7 } },
      { rate: 48, before: 97.83, after: 150.98, more: { mean: 53.14, low: 51.82, high: 54.47 } },
      { rate: 54, before: 98.33, after: 151.4, more: { mean: 53.08, low: 52.1, high: 54.05 } },
      { rate: 60, before: 96.64, after: 150.63, more: { mean: 53.99, low: 52.83, high: 55.14 } },
    ],
  },
  slack: {
    now: {
      nights: 1000,
      before: {
        covers: { mean: 92.37, low: 91.87, high: 92.87 },
        occupancy: 0.485,
        served: 0.768,
        wait: 2.55,
      },
      after: {
        covers: { mean: 90.61, low: 89.98, high: 91.23 },
        occupancy: 0.475,
        served: 0.798,
        wait: 1.4,
      },
      more: { mean: -1.76, low: -2.3, high: -1.22 },
    },
  },
  'real-busy': {
    now: {
      nights: 500,
      before: {
        covers: { mean: 730.71, low: 728.6, high: 732.83 },
        occupancy: 0.557,
        served: 0.636,
        wait: 10.13,
      },
      after: {
        covers: { mean: 998.69, low: 996.29, high: 1001.1 },
        occupancy: 0.758,
        served: 0.876,
        wait: 2.69,
      },
      more: { mean: 267.98, low: 265.79, high: 270.17 },
    },
    curve: [
      { rate: 15, before: 148.92, after: 151.22, more: { mean: 2.3, low: 2, high: 2.6 } },
      { rate: 30, before: 291.66, after: 303.4, more: { mean: 11.74, low: 10.67, high: 12.81 } },
      { rate: 45, before: 426.61, after: 448.59, more: { mean: 21.97, low: 20.1, high: 23.85 } },
      { rate: 60, before: 558.48, after: 593.52, more: { mean: 35.04, low: 33.13, high: 36.95 } },
      { rate: 75, before: 658.68, after: 720.55, more: { mean: 61.88, low: 56.37, high: 67.38 } },
      { rate: 90, before: 702.6, after: 844.19, more: { mean: 141.59, low: 134.57, high: 148.61 } },
      {
        rate: 105,
        before: 724.86,
        after: 939.67,
        more: { mean: 214.81, low: 208.41, high: 221.21 },
      },
      {
        rate: 120,
        before: 733.55,
        after: 998.38,
        more: { mean: 264.82, low: 258.32, high: 271.33 },
      },
      {
        rate: 135,
        before: 735.36,
        after: 1027.66,
        more: { mean: 292.3, low: 287.72, high: 296.88 },
      },
      {
        rate: 150,
        before: 735.31,
        after: 1034.35,
        more: { mean: 299.04, low: 294.13, high: 303.94 },
      },
    ],
  },
  'real-half': {
    now: {
      nights: 500,
      before: {
        covers: { mean: 554.91, low: 551.49, high: 558.32 },
        occupancy: 0.419,
        served: 0.958,
        wait: 0.559,
      },
      after: {
        covers: { mean: 589.15, low: 585.4, high: 592.91 },
        occupancy: 0.445,
        served: 0.985,
        wait: 0.255,
      },
      more: { mean: 34.25, low: 33.32, high: 35.17 },
    },
  },
};
