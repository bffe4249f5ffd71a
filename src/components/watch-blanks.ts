/** 守着半成品例题的空格：读者碰到了，或这个标签页里填过，才取批改的脚本。空格进入视野就装上。 */

const places = document.querySelectorAll<HTMLElement>('.blanks');
const signs = ['focusin', 'pointerdown'] as const;

async function attend(): Promise<void> {
  for (const sign of signs) for (const place of places) place.removeEventListener(sign, attend);
  try {
    (await import('./blanks.ts')).attend(places);
  } catch {
    listen();
    for (const say of document.querySelectorAll('.blanks > .how-to')) {
      say.setAttribute('role', 'alert');
      say.textContent = '批改用的脚本没有取到：看看网络，再点一下空格，或刷新这一页。';
    }
  }
}

function listen(): void {
  for (const sign of signs) for (const place of places) place.addEventListener(sign, attend);
}

listen();
/** 填好了（回车、离开），批改还没有取到：取到就批。 */
const entered = (field: Element | null) => {
  if (field instanceof HTMLInputElement && field.value !== '') field.dataset['entered'] = '';
};
for (const place of places)
  place.addEventListener('change', ({ target }) => entered(target as Element));
/** 这个标签页里填过：刷新以后替读者填回去。 */
function filled(): boolean {
  try {
    return sessionStorage.getItem(`som:blanks:${location.pathname}`) !== null;
  } catch {
    // 存储被禁用：照样能填能批改，只是刷新就没有了
    return false;
  }
}
// 这一块还没到就填了的，不知道按没按过回车，当作按过
const active = document.activeElement?.closest('.blanks') ? document.activeElement : null;
entered(active);
if (filled() || active) void attend();

export {};
