/** 取索引文件：各取一次；取不到的忘掉，断网恢复之后再取得到。 */
import { href } from '../../lib/url.ts';
import { shardOf, type Catalogue, type PageText, type Shard } from './index-format.ts';
import type { TermRecord } from './terms.ts';

const kept = new Map<string, Promise<unknown>>();

function getJson<T>(path: string): Promise<T> {
  const known = kept.get(path);
  if (known) return known as Promise<T>;
  const asked = fetch(href(path))
    .then((response) => {
      if (!response.ok) throw new Error(`${path}: ${response.status}`);
      return response.json() as Promise<T>;
    })
    .catch((error: unknown) => {
      kept.delete(path);
      throw error;
    });
  kept.set(path, asked);
  return asked;
}

export const loadTerms = () => getJson<TermRecord[]>('/terms.json');

export interface IndexFiles {
  catalogue: Catalogue;
  shard(token: string): Promise<Shard>;
  text(page: number): Promise<PageText>;
}

export async function openIndex(): Promise<IndexFiles> {
  const place = '/search/catalogue.json';
  const catalogue = await getJson<Catalogue>(place);
  const inFolder = <T>(name: string) =>
    getJson<T>(`${catalogue.folder}${name}.json`).catch((error: unknown) => {
      // 网站更新后旧的文件夹就没有了：下一次连总目一起重新取
      kept.delete(place);
      throw error;
    });
  return {
    catalogue,
    shard: (token) => inFolder(String(shardOf(token, catalogue.shards))),
    text: (page) => inFolder(`text/${page}`),
  };
}
