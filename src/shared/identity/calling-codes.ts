/** Country calling codes, as patterns. No code is a prefix of another. A test checks them against libphonenumber. */
export const CALLING_CODES = [
  '1', // North America
  '2[07]|21[12368]|2[2-46]\\d|25[0-8]|29[01789]', // Africa, Aruba, Faroe Islands, Greenland
  '3[0-469]|35\\d|37[0-8]|38[0-35-79]', // Europe
  '4[013-9]|42[013]', // Europe
  '5[1-8]|50\\d|59\\d', // Central and South America
  '6[0-6]|67[02-9]|68[0-35-9]|69[0-2]', // South-East Asia, Oceania
  '7', // Russia, Kazakhstan
  '8[1246]|80[08]|85[02356]|87[08]|88[0-368]', // East Asia, Bangladesh, satellite and other worldwide services
  '9[0-58]|96[0-8]|97[0-79]|99[2-68]' // Middle East, South and Central Asia, worldwide premium-rate numbers
]

/**
 * Prefixes of numbers that libphonenumber rewrites, as patterns: a calling code and the digits after it. Codes with a 0
 * after them are not listed: libphonenumber removes this 0 for many countries, so the browser drops every such number.
 * A test compares the list with libphonenumber.
 */
export const REWRITTEN_PREFIXES = [
  '11', // North America: 1 is the national prefix
  '261\\d{7}$', // Madagascar: seven digits get an area code
  '29810', // Faroe Islands: 10.. is a carrier code
  '35215', // Luxembourg: 15.. is a carrier code
  '3708', // Lithuania: 8 is a national prefix
  '3758', // Belarus: 8 is the national prefix
  '378[89]', // San Marino: six digits get an area code
  '4231', // Liechtenstein: 1001 is a carrier code
  '44180', // United Kingdom: 180020 calls a relay service
  '50619', // Costa Rica: 19.. is a carrier code
  '54(?!9?\\d{10}$)', // Argentina: 15 after the area code is replaced by 9 before it
  '5590', // Brazil: 90 makes a collect call
  '61183', // Australia: 1831 and 1832 show or hide the caller's number
  '672\\d{5}$', // Norfolk Island: five digits get a 3
  '6921', // Marshall Islands: 1 is the national prefix
  '78(?!\\d{9}$)', // Russia, Kazakhstan: 8 is the national prefix, unless the number has ten digits
  '86(?!\\d{7,11}$)', // China: longer numbers contain a carrier code
  '9938' // Turkmenistan: 8 is the national prefix
]
