/** 久的测试文件先跑：留到最后，别的工作进程就只能干等它。 */
import { basename } from 'node:path';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** 由久到短；没有列在这里的排在它们后面，按 Vitest 自己的次序。 */
const longest = [
  'widgets',
  'pages',
  'layout',
  'quiz',
  'new',
  'all-models',
  'generators',
  'event-loop',
];

const rank = ({ moduleId }: TestSpecification) => {
  const place = longest.indexOf(basename(moduleId, '.test.ts'));
  return place === -1 ? longest.length : place;
};

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).toSorted((a, b) => rank(a) - rank(b));
  }
}
