/** 术语表里两个汉字的名字与别名：中文检索最容易漏的一种。 */
import { termSchema } from '../../../src/schemas/glossary.ts';
import { readMap } from '../../content/read-yaml.ts';

export const twoCharacterNames = readMap('content/glossary.yaml').flatMap(([id, value]) => {
  const { zh, aliases = [], chapter, taught } = termSchema.parse(value);
  return [zh, ...aliases]
    .filter((name) => /^\p{Script=Han}{2}$/u.test(name))
    .map((name) => ({ name, id, chapter, taught }));
});
