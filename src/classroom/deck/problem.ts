/** 作者写得对不上的地方：信息是对他说的话，接在那一步的标签后面。 */
export class Problem extends Error {}
