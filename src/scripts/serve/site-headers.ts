/** 每个回应都带的头。public/ 里给各家静态主机的头文件写的是同一套，由测试对着。 */

export const alwaysSent = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'same-origin',
} as const;

/** 这个文件夹里的文件名带内容哈希，内容变了名字就变，可以一直留着。 */
export const hashedFolder = '/_astro/';
export const keptForever = 'public, max-age=31536000, immutable';
/** 别的随时会变：留着也行，用之前先问一声。 */
export const askedAgain = 'no-cache';

export function cacheControlFor(pathname: string): string {
  return pathname.startsWith(hashedFolder) ? keptForever : askedAgain;
}
