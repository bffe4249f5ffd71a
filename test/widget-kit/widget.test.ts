/** 一次猜测属于它的设置；链接、刷新、直接看都不许说错话。 */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { toQuery } from '../../src/widget-kit/link-state.ts';
import { scenarioValues, type ParamSet, type WidgetModel } from '../../src/widget-kit/model.ts';
import { Widget } from '../../src/widget-kit/widget.svelte.ts';
import { model as kingman } from '../../src/widgets/kingman/model.ts';
import { model as pooling } from '../../src/widgets/pooling/model.ts';

const models = Object.values(
  import.meta.glob<{ model: WidgetModel<ParamSet, unknown> }>('../../src/widgets/*/model.ts', {
    eager: true,
  }),
).map(({ model }) => model);

/** 打开网址 `search` 的一页；`again` 是刷新，存着的还在。 */
function openAt(search: string, { again = false, origin = 'https://som.test' } = {}) {
  vi.stubGlobal('location', { search, origin });
  vi.stubGlobal('performance', {
    now: () => 0,
    getEntriesByType: () => [{ type: again ? 'reload' : 'navigate' }],
  });
}

beforeEach(() => {
  const kept = new Map<string, string>();
  vi.stubGlobal('sessionStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
  });
  openAt('');
});
afterEach(() => vi.unstubAllGlobals());

const start = async <P extends ParamSet, R>(model: WidgetModel<P, R>, scenario?: string) => {
  const widget = new Widget(model, () => ({ place: 'page', ...(scenario ? { scenario } : {}) }));
  await widget.start();
  return widget;
};

test('a reset begins this scenario again: its own setting, nothing made by hand, the guess kept', async () => {
  const widget = await start(kingman);
  widget.choose('driving');
  widget.commit(40);
  widget.set('servers', 5);
  widget.reset();
  expect(widget.scenario, '重置不换场景').toBe('driving');
  expect(widget.values).toEqual(scenarioValues(kingman, 'driving'));
  expect(widget.verdict?.comparison, '评的还是这个场景里猜的').toContain('你猜 40%');
  widget.undo();
  expect(widget.values.servers).toBe(5);
});

describe('a guess', () => {
  test('is judged in the setting it was made in, whatever is changed later', async () => {
    const widget = await start(kingman);
    widget.commit(100);
    const then = widget.verdict;
    widget.set('utilization', 0.5);
    expect(widget.verdict).toEqual(then);
    expect(widget.betSetting).toContain('利用率 90%');
    widget.choose('ct-room');
    expect(widget.betSetting).toBe('');
    expect(widget.guess).toBe(100);
  });

  test('is not said again under another question: what was shown unguessed says its question and answer', async () => {
    const widget = await start(kingman);
    widget.commit(100);
    widget.choose('night-pharmacy');
    expect([widget.locked, widget.bet, widget.answer]).toEqual([true, null, null]);
    widget.reveal();
    expect([widget.bet, widget.verdict]).toEqual([null, null]);
    expect(widget.answer).toContain(widget.question);
    expect(widget.answer).toMatch(/答案是 \d/);
    widget.set('utilization', 0.5);
    expect(widget.answer, '改过设置，问话未必成立').toBeNull();
    expect(widget.guess).toBeNull();
    widget.choose('ct-room');
    expect(widget.guess).toBe(100);
  });

  test('is asked for anew where the question is another one, and not where it is the same', async () => {
    const widget = await start(kingman);
    expect(widget.locked).toBe(true);
    widget.commit(50);
    expect(widget.locked).toBe(false);
    widget.set('arrivalVariation', 0.7);
    expect(widget.locked, '调参数不再盖上').toBe(false);
    widget.choose('station-shop');
    expect(widget.locked, '地铁站的便利店问的是 1.5').toBe(true);
    widget.choose('ct-room');
    expect(widget.locked).toBe(false);
    widget.choose('station-shop');
    widget.skipAll();
    widget.choose('driving');
    expect(widget.locked).toBe(false);
  });

  test('typed but not submitted is committed by the reveal', async () => {
    const widget = await start(kingman);
    widget.draft = 42;
    widget.reveal();
    expect(widget.bet?.guess).toBe(42);
    const other = await start(pooling);
    other.reveal();
    expect(other.bet).toBeNull();
    expect(other.locked).toBe(false);
  });

  test('survives a reload with its setting, and a link wins over it', async () => {
    const widget = await start(kingman);
    widget.commit(42);
    widget.set('serviceMinutes', 47);
    widget.save();
    openAt('', { again: true });
    const again = await start(kingman);
    expect(again.bet?.guess).toBe(42);
    expect(again.values.serviceMinutes).toBe(47);
    expect(again.locked).toBe(false);
    openAt('?s=night-pharmacy');
    const linked = await start(kingman);
    expect([linked.scenario, linked.bet, linked.locked]).toEqual(['night-pharmacy', null, true]);
  });

  test('made on a linked page survives the reload of that page, not the same link opened anew', async () => {
    openAt('?s=night-pharmacy');
    const widget = await start(kingman);
    widget.commit(42);
    widget.save();
    openAt('?s=night-pharmacy', { again: true });
    expect((await start(kingman)).bet?.guess).toBe(42);
    openAt('?s=night-pharmacy');
    expect((await start(kingman)).bet).toBeNull();
  });

  test('goes along when the full page is opened from the section', async () => {
    const widget = await start(kingman);
    widget.commit(42);
    widget.save(widget.query);
    openAt(widget.query);
    expect((await start(kingman)).bet?.guess).toBe(42);
  });

  test.each([
    '{',
    '3',
    '{"search":"","setting":"?v=9","bets":[{"setting":"","guess":{}}],"opened":[],"skipsAll":false}',
  ])('kept as %s harms nothing', async (text) => {
    sessionStorage.setItem('som:widget:kingman', text);
    const widget = await start(kingman);
    expect([widget.locked, widget.bet, widget.ready]).toEqual([true, null, true]);
  });
});

describe.each(models)('experiment $id', (model) => {
  test('opens from its links with the setting and the scenario they were made from', async () => {
    for (const { id } of model.scenarios) {
      const values = scenarioValues(model, id);
      openAt(toQuery(model, values, id));
      const widget = await start(model);
      expect([widget.scenario, widget.values, widget.changed]).toEqual([id, values, []]);
      expect(widget.link).toBe(`https://som.test/widgets/${model.id}/?s=${id}`);
      openAt(`?s=${id}&utm_source=wechat`);
      expect((await start(model)).values).toEqual(values);
    }
  });

  test('has no link that only this machine can open', async () => {
    for (const origin of ['http://localhost:4321', 'http://127.0.0.1:8080', 'http://[::1]:4321']) {
      openAt('', { origin });
      expect((await start(model)).link).toBeNull();
    }
  });
});
