/**
 * Every country of ISO 3166-1, as small as it gets, since a browser has to load it. A test compares it with
 * i18n-iso-countries.
 */

/**
 * A row for each first letter of an alpha-2 code, a column for each second. There stands the letter that makes it the
 * alpha-3 code: a small one comes behind (af: afg), a capital one between (ad: and).
 */
const TABLE =
  '...NRgT.a..bR.G..gmUs.B..e' +
  '.R.GlarrD..muRl..aHn.ta..L' +
  'n.kO.AOev.OHrHl..i..bPUrpe' +
  '....u....iN.a.m..........a' +
  '..u...yS.........iph......' +
  '........niL.S.R..a........' +
  'br.RoUyab..RbI.LNc.mm...U.' +
  '..........g.dd...v.in.....' +
  '...n........ndt.Rnla......' +
  '....y.......A.rn..........' +
  '....n.zmr....a...O....t..A' +
  'ona.....e.a......Bouxa..B.' +
  'r.oaNADl..dirg.NTtrLsDiEsO' +
  'm.l.rka.c..d..rl.u..I....l' +
  '............n.............' +
  'n...rYNl..AO.C...ieR..L.R.' +
  't.........................' +
  '....u.........u.....s.a...' +
  'uLYnW.pn.mVerEm..Udp.L.mrW' +
  '..aC..oa.klsKUn..U.o.Un..a' +
  '......a.....i.....a.....Rb' +
  't.t.n.b.r....m......t.....' +
  '.....L............m.......' +
  '..........k...............' +
  '....m.....................' +
  'f...........b.........e...'

/** The others: alpha-3, then alpha-2. */
const OTHERS =
  'alaaxataaqatftfbenbjbesbqbihbablrbycomkmcymkyesteegnbgwirlieisrilmacmomytytprkkpsgsgsspmpmsrbrssvnsiukrua'

let codes: Map<string, string> | undefined

/** The alpha-2 code of an alpha-2 or alpha-3 code, all in lower case. The table is read for the first country. */
export function alpha2Of(code: string): string | undefined {
  return (codes ??= readCountryCodes()).get(code)
}

/** Reads the table: the alpha-2 code of every alpha-2 and every alpha-3 code. */
export function readCountryCodes(): Map<string, string> {
  const all = new Map<string, string>()
  const add = (alpha3: string, alpha2: string) => all.set(alpha3, alpha2).set(alpha2, alpha2)

  Array.from(TABLE).forEach((letter, place) => {
    if (letter === '.') return
    const alpha2 = String.fromCharCode(97 + place / 26, 97 + (place % 26))
    const added = letter.toLowerCase()
    add(letter === added ? alpha2 + added : alpha2.charAt(0) + added + alpha2.charAt(1), alpha2)
  })
  OTHERS.match(/.{5}/g)?.forEach((both) => add(both.slice(0, 3), both.slice(3)))
  return all
}
