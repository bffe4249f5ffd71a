/** closing.mdx 里能用的部件：讨论与延伸阅读只有那里用，别的页不必带它们的样式。 */
import Discussion from './Discussion.astro';
import { proseComponents } from './prose.ts';
import Reading from './Reading.astro';

export const closingComponents = { ...proseComponents, Discussion, Reading };
