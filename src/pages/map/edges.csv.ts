import { toCsv } from '../../lib/csv.ts';
import { loadGraph } from './_load.ts';
import { edgeHeads, edgeRows } from './_tables.ts';

export async function GET(): Promise<Response> {
  return new Response(toCsv(edgeHeads, edgeRows(await loadGraph())), {
    headers: { 'Content-Type': 'text/csv; charset=utf-8' },
  });
}
