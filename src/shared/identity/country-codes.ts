/**
 * Every country of ISO 3166-1 by its alpha-3 code, in the three groups that say its alpha-2 code, since a browser has to
 * load them. A test compares them with i18n-iso-countries.
 */

/** Alpha-2 is the first and second letter. */
const FIRST_SECOND =
  'afgaiaalbargasmausazebelbfabgrbhrblmbmubolbrabtnbvtbwacancckchecivcmrcolcricubcxrcypczedeudjidmadomdzaecuegyeri' +
  'espethfinfjifragabgbrgeoggyghagibgmbgrcgtmgumhkghmdhndhrvhtihunidnimnindiotirnislitajeyjorjpnkenkgzkhmkirknakwt' +
  'laolbnlcalielkalsoltuluxlvamarmcomdamhlmkdmlimmrmngmrtmsrmusmwimysnamnclnernfknganicnldnornplnrunzlomnpanperphl' +
  'pripseqatreurourusrwasausdnsgpshnsjmslesmrsomssdstpsxmsyrtcatgothatjktkltlstonttotwntzaugaumiusauzbvatvctvenvgb' +
  'virvnmvutwsmxkkyemzafzmbzwe'

/** Alpha-2 is the first and third letter. */
const FIRST_THIRD =
  'abwagoandarearmatgautbdibgdbhsblzbrbbrncafchlchncodcogcokcpvcuwdnkeshflkfrofsmginglpgnqgrdgrlgufguyirqjamkazkor' +
  'lbrlbymafmdgmdvmexmltmnemnpmozmtqniupakpcnplwpngpolprtprypyfsenslbslvsursvksweswzsyctcdtkmtunturtuvurywlf'

/** Alpha-2 follows. */
const OTHERS =
  'alaaxataaqatftfbenbjbesbqbihbablrbycomkmcymkyesteegnbgwirlieisrilmacmomytytprkkpsgsgsspmpmsrbrssvnsiukrua'

const pairs = [
  ...chunks(FIRST_SECOND, 3).map((code) => [code, code.slice(0, 2)] as const),
  ...chunks(FIRST_THIRD, 3).map((code) => [code, code.charAt(0) + code.charAt(2)] as const),
  ...chunks(OTHERS, 5).map((code) => [code.slice(0, 3), code.slice(3)] as const)
]

/** The alpha-2 code of every alpha-2 and every alpha-3 code, all in lower case. */
export const ALPHA2: ReadonlyMap<string, string> = new Map(
  pairs.flatMap(([alpha3, alpha2]) => [
    [alpha3, alpha2],
    [alpha2, alpha2]
  ])
)

function chunks(text: string, size: number): string[] {
  return text.match(new RegExp(`.{${size}}`, 'g')) ?? []
}
