/**
 * A `+` and 7 to 15 digits: a calling code, of which none begins another, and no zero behind it, which is a national
 * prefix or a part of one. At the front is what the parser would rewrite: it takes away other national prefixes and carrier
 * codes, or adds an area code.
 */
const E164 =
  /^\+(?!11|78(?!\d{9}$)|261\d{7}$|29810|35215|37[05]8|378[89]|4231|44180|50619|54(?!9?\d{10}$)|5590|61183|672\d{5}$|6921|86(?!\d{7,11}$)|9938)(?=\d{7,15}$)(1|7|2([07]|1[12368]|[2-46]\d|5[0-8]|9[01789])|3([0-469]|5\d|7[0-8]|8[0-35-79])|4([013-9]|2[013])|5([1-8]|[09]\d)|6([0-6]|7[02-9]|8[0-35-9]|9[0-2])|8([1246]|0[08]|5[02356]|7[08]|8[0-368])|9([0-58]|6[0-8]|7[0-79]|9[2-68]))(?!0)/

/**
 * A phone number in E.164 with the `+`, as a browser can tell it without a parser. It is dropped where the server's
 * parser might read it in another way: whatever comes out here is what comes out there.
 * @param value the number as it came
 */
export function normaliseInternationalPhone(value: string): string | undefined {
  const number = value
    .trim()
    .replace(/^\(?\+|^00/, '+')
    .replace(/(?!^)[ ()./-]/g, '')
  return E164.test(number) ? number : undefined
}
