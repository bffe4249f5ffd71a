/** 作者在 MDX 里不必 import 就能用的静态部件。实验（widgets）不在此列：它们必须在用到的那个文件里导入。 */
import Blank from './Blank.astro';
import Callout from './Callout.astro';
import Cite from './Cite.astro';
import Claim from './Claim.astro';
import Definition from './Definition.astro';
import Figure from './Figure.astro';
import FigureRef from './FigureRef.astro';
import Formula from './Formula.astro';
import Term from './Term.astro';
import WorkedExample from './WorkedExample.astro';

export const proseComponents = {
  Blank,
  Callout,
  Cite,
  Claim,
  Definition,
  Figure,
  FigureRef,
  Formula,
  Term,
  WorkedExample,
};
