/**
 * The countries of ISO 3166-1 in the order of their alpha-2 codes, as small as they get. The codes are counted like
 * numbers of base 36, and a character from `(` to `?` skips 1 to 24 of them. Everything else is the next country, by what
 * makes it its alpha-3 code: a small letter comes behind the alpha-2 code (af: afg), a capital one between its letters
 * (ad: and), and behind `_` stands an alpha-3 code that has nothing to do with it.
 */
export const COUNTRIES =
  '*NRgT(a)bR(G(_atagmUs(B_ala(e1_bihR(GlarrD_ben(muRl(_besaHn(ta(_blrL1n(kO(AOev(OHrHl)i)bPUrpe5u+iN(a(m1a3u' +
  '(_est(yS0iph?niL(S(R)a9br(RoUyab)RbI(LNc_sgsmm(_gnb(U<g(dd*v(in9n_irl-_isrndt(Rnla;y.A(rn?n(zmr*_coma(_prk(O' +
  '+t(_cymA1ona,e(a-Bouxa)B2r(oaNADl)dirg_macNTtrLsDiEsO1m(l(rka(c)d)rl(u)I+l=n>n*rYNl)AO_spmC*ieR)L(R2t?6u0u*' +
  '_srb(s(a4uLYnW(pn_svnmVerEm)Udp(L(mrW3aC(_atfoa(klsKUn)U(o(Un)a1_ukr,a,i,a,Rb1t(t(n(b(r+m-t;L3m?*k?,m5_myt7f2b0e'

/**
 * A country's ISO 3166-1 code, alpha-2 or alpha-3, as alpha-2 in lower case; anything else is dropped. For the browser:
 * its table is small, not fast.
 */
export function normaliseCountryCode(value: string): string | undefined {
  const code = value.trim().toLowerCase()
  // In base 36, one before `aa`.
  let place = 369
  for (const token of COUNTRIES.match(/_...|./g) ?? []) {
    if (token < 'A') place += token.charCodeAt(0) - 39
    else {
      const alpha2 = (++place).toString(36)
      const alpha3 =
        token < '_'
          ? alpha2.charAt(0) + token.toLowerCase() + alpha2.charAt(1)
          : token < 'a'
            ? token.slice(1)
            : alpha2 + token
      if (code === alpha2 || code === alpha3) return alpha2
    }
  }
  return undefined
}
