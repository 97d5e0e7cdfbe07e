import {
  isHashed,
  normaliseEmail,
  normaliseExternalId,
  normaliseName,
  normalisePlace,
  normaliseZipCode
} from '../../../src/shared/identity/normalise'

interface Case {
  value: string
  becomes: string | undefined
}

/** Unicode's white space and the byte order mark. */
const WHITE_SPACE = '\t\n\v\f\r\u0085 \u00a0\u1680\u2000\u2003\u2009\u2028\u2029\u202f\u205f\u3000\ufeff'

describe('isHashed', () => {
  const hash = '0123456789abcdef'.repeat(4)
  test.each([
    { value: hash, is: true },
    { value: hash.toUpperCase(), is: true },
    { value: hash.slice(1), is: false },
    { value: `${hash}0`, is: false },
    { value: ` ${hash.slice(1)}`, is: false },
    { value: `${hash.slice(1)}g`, is: false },
    { value: `${hash}\n`, is: false },
    { value: '', is: false }
  ])('$value: $is', ({ value, is }) => {
    expect(isHashed(value)).toBe(is)
  })
})

describe('normaliseEmail', () => {
  test.each<Case>([
    { value: `${WHITE_SPACE}Ann@Example.com${WHITE_SPACE}`, becomes: 'ann@example.com' },
    { value: 'ÄNN@EXAMPLE.COM', becomes: 'änn@example.com' },
    { value: 'a.n.n+shop@gmail.com', becomes: 'a.n.n+shop@gmail.com' },
    { value: '@example.com', becomes: undefined },
    { value: 'ann@', becomes: undefined },
    { value: '@', becomes: undefined },
    { value: 'ann@@example.com', becomes: undefined },
    { value: 'ann\u00a0lee@example.com', becomes: undefined },
    { value: 'ann@exam\nple.com', becomes: undefined },
    { value: WHITE_SPACE, becomes: undefined }
  ])('$value is $becomes', ({ value, becomes }) => {
    expect(normaliseEmail(value)).toBe(becomes)
  })
})

describe('normaliseExternalId', () => {
  test.each<Case>([
    { value: `${WHITE_SPACE}User 1${WHITE_SPACE}`, becomes: 'User 1' },
    { value: 'USER-1', becomes: 'USER-1' },
    { value: 'user-1', becomes: 'user-1' },
    { value: '0', becomes: '0' },
    { value: WHITE_SPACE, becomes: undefined }
  ])('$value is $becomes', ({ value, becomes }) => {
    expect(normaliseExternalId(value)).toBe(becomes)
  })
})

describe('normaliseName', () => {
  test.each<Case>([
    { value: `Ann${WHITE_SPACE}Lee`, becomes: 'annlee' },
    { value: 'Dr. Ann-Marie O’Neil, Jr.', becomes: 'drannmarieoneiljr' },
    { value: 'ÅSE', becomes: 'åse' },
    { value: 'A\u030aSE', becomes: 'åse' },
    { value: 'Søren', becomes: 'søren' },
    { value: 'Владимир', becomes: 'владимир' },
    { value: '김철수', becomes: '김철수' },
    { value: '김철수'.normalize('NFD'), becomes: '김철수' },
    { value: 'がく', becomes: 'がく' },
    { value: 'محمد', becomes: 'محمد' },
    { value: 'राम', becomes: 'राम' },
    { value: 'Alice \u2764\ufe0f', becomes: 'alice' },
    { value: 'Al\u200bice\u0007', becomes: 'alice' },
    { value: '\u2764\ufe0f', becomes: undefined },
    { value: '...', becomes: undefined },
    { value: `\u0085${'a'.repeat(500)}\u0085`, becomes: 'a'.repeat(500) },
    { value: 'a'.repeat(501), becomes: undefined },
    { value: WHITE_SPACE, becomes: undefined },
    { value: 'Re\u00adne\u200d\u0301', becomes: 'rené' }
  ])('$value is $becomes', ({ value, becomes }) => {
    expect(normaliseName(value)).toBe(becomes)
  })
})

describe('normaliseZipCode', () => {
  test.each<Case & { country?: string }>([
    { value: ' 10001\u20131234 ', country: 'us', becomes: '10001' },
    { value: '10001 1234', country: 'us', becomes: '10001' },
    { value: '100011234', country: 'us', becomes: '10001' },
    { value: '9511', country: 'us', becomes: '9511' },
    { value: '100011234', becomes: '100011234' },
    { value: '10001-1234', country: 'br', becomes: '100011234' },
    { value: '01310-100', country: 'br', becomes: '01310100' },
    { value: '10001-1234', becomes: '10001' },
    { value: 'a10001-1234', becomes: 'a100011234' },
    { value: '10001-12345', becomes: '1000112345' },
    { value: 'a10001', country: 'us', becomes: 'a10001' },
    { value: '150-0001', country: 'jp', becomes: '1500001' },
    { value: 'K1A\u00a00B1', country: 'ca', becomes: 'k1a0b1' },
    { value: ' - ', becomes: undefined },
    { value: WHITE_SPACE, becomes: undefined }
  ])('$value in $country is $becomes', ({ value, country, becomes }) => {
    expect(normaliseZipCode(value, country)).toBe(becomes)
  })
})

describe('normalisePlace', () => {
  test.each<Case>([
    { value: '서울', becomes: '서울' },
    { value: '서울'.normalize('NFD'), becomes: '서울' },
    { value: 'ながさき', becomes: 'ながさき' },
    { value: 'ガンビア'.normalize('NFD'), becomes: 'ガンビア' },
    { value: 'İstanbul', becomes: 'istanbul' },
    { value: 'Iğdır', becomes: 'igdır' },
    { value: 'ŞIRNAK', becomes: 'sirnak' },
    { value: 'Łódź', becomes: 'łodz' },
    { value: 'Москва', becomes: 'москва' },
    { value: 'Ciudad Juárez, Chih.', becomes: 'ciudadjuarezchih' },
    { value: 'St. John’s', becomes: 'stjohns' },
    { value: 'Paris 16ᵉ', becomes: 'paris16ᵉ' },
    { value: 'मुंबई'.normalize('NFD'), becomes: 'मुंबई' },
    { value: 'ကော့သောင်း', becomes: 'ကော့သောင်း' },
    { value: 'ភ្នំពេញ', becomes: 'ភ្នំពេញ' },
    { value: 'מֹשָׁב', becomes: 'מֹשָׁב' },
    { value: 'ΑΘΉΝΑ', becomes: 'αθηνα' },
    { value: 'Йошкар-Ола\u0484', becomes: 'ио\u0448карола' },
    { value: 'Zone 1\ufe0f\u20e3', becomes: 'zone1' },
    { value: '\u3164', becomes: undefined },
    { value: `\u0085${'a'.repeat(500)}\u0085`, becomes: 'a'.repeat(500) },
    { value: 'a'.repeat(501), becomes: undefined },
    { value: '—', becomes: undefined },
    { value: WHITE_SPACE, becomes: undefined }
  ])('$value is $becomes', ({ value, becomes }) => {
    expect(normalisePlace(value)).toBe(becomes)
  })
})
