/**
 * 接管部件的脚本：Astro 自己的那一份，全站共用一个文件，读者动手以后才取。
 * 构建时内联进各页的由 src/build/shared-runtime.ts 拿掉；开发时不用这个文件。
 */
// 先后不能换：astro-island 一定义就开始接管，那时接管的时机要已经备好
import './island-timing.ts';
import './reading.ts';
import 'astro/runtime/server/astro-island.js';
