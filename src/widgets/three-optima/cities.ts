/** 两座虚构的城。位置是公里，人口是千人。 */

/** 老城在西，东边隔着田有两个小镇。 */
export const oldTown = [
  { x: 3, y: 5, people: 30 },
  { x: 4, y: 5, people: 42 },
  { x: 5, y: 5, people: 48 },
  { x: 4, y: 6, people: 36 },
  { x: 5, y: 6, people: 40 },
  { x: 6, y: 5, people: 38 },
  { x: 4, y: 4, people: 28 },
  { x: 5, y: 4, people: 34 },
  { x: 6, y: 6, people: 30 },
  { x: 3, y: 6, people: 18 },
  { x: 6, y: 4, people: 22 },
  { x: 7, y: 5, people: 20 },
  { x: 5, y: 7, people: 16 },
  { x: 2, y: 4, people: 10 },
  { x: 4, y: 2, people: 8 },
  { x: 8, y: 6, people: 9 },
  { x: 1, y: 7, people: 6 },
  { x: 7, y: 2, people: 5 },
  { x: 10, y: 2, people: 7 },
  { x: 11, y: 8, people: 6 },
] as const;

/** 一条公路上的四个镇：0、2、3、10 公里处，人口 5、2、2、2 万。 */
export const fourTowns = [
  { x: 1, y: 4, people: 50 },
  { x: 3, y: 4, people: 20 },
  { x: 4, y: 4, people: 20 },
  { x: 11, y: 4, people: 20 },
] as const;
