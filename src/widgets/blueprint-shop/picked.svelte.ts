/** 正在改的是哪一步：图上点的，与控件里选的，是同一步。 */
import { getContext, setContext } from 'svelte';

const key = Symbol('blueprint-shop');

export class Picked {
  at = $state(0);
}

export const offerPicked = (): Picked => setContext(key, new Picked());
export const takePicked = (): Picked => getContext<Picked>(key);
