// Reviews were copied from web pages, and bring along some of the language that those are written in: `<br />` for a
// new line, `&eacute;` for é. In part, it is broken.

extension TextRule {
    /// Signs that people can read in place of HTML's: what is broken first (`#39;`), then what is whole (`&eacute;`,
    /// `&#233;`). (The book's `fix_html`.)
    public static let fixHTML = TextRule(name: "fix HTML") { text in
        // Most texts have hardly any of it: a look at which signs occur at all saves most of the work.
        var (low, high): (UInt64, UInt64) = (0, 0)
        for scalar in text where scalar.value < 128 {
            if scalar.value < 64 { low |= 1 << UInt64(scalar.value) } else { high |= 1 << UInt64(scalar.value - 64) }
        }
        func occurs(_ scalar: Unicode.Scalar) -> Bool {
            (scalar.value < 64 ? low >> UInt64(scalar.value) : high >> UInt64(scalar.value - 64)) & 1 == 1
        }
        for (debris, clean) in debris where debris.allSatisfy(occurs) {
            replace(&text) { text, place in text.range(of: debris, from: place).map { ($0, clean) } }
        }
        if occurs("&") || occurs(";") { replace(&text, entity) }
    }
}

private let debris: [(Scalars, Scalars)] = [
    ("<br />", "\n"), ("...", " …"), ("#39;", "'"), ("amp;", "&"), ("quot;", "\""), ("nbsp;", " "), ("#36;", "$"),
    ("#146;", "'"), ("<unk>", SpecialToken.unknown.rawValue), (" @-@ ", "-"), (" @.@ ", "."),
].map { (Scalars(of: $0), Scalars(of: $1)) }

extension Letters {
    /// The next place where a part of a text is, found by its sign: letters are everywhere.
    fileprivate func range(of part: Scalars, from place: Int) -> Range<Int>? {
        let anchor = part.firstIndex { !$0.isLetter && $0 != " " } ?? 0
        let sign = part[anchor]
        var place = place + anchor
        while place + part.count - anchor <= count {
            if self[place] == sign, self[place - anchor..<place - anchor + part.count].elementsEqual(part) {
                return place - anchor..<place - anchor + part.count
            }
            place += 1
        }
        return nil
    }
}

// MARK: Entities

/// The next entity, and the sign that it stands for: `&#233;`, `&#xE9;`, `&eacute;`. What is none is passed over.
private func entity(in text: Letters, from place: Int) -> (part: Range<Int>, new: Scalars)? {
    var place = place
    while let start = text[place...].firstIndex(of: "&") {
        if let (sign, end) = entity(in: text, at: start + 1) { return (start..<end, [sign]) }
        place = start + 1
    }
    return nil
}

/// What stands for the entity whose name or number begins at a place, and where it ends.
private func entity(in text: Letters, at start: Int) -> (sign: Unicode.Scalar, end: Int)? {
    if start < text.count, text[start] == "#" { return numbered(text, start + 1) }
    var end = start
    while end < text.count, end - start < 32, !"\t\n\u{C} <&#;".unicodeScalars.contains(text[end]) { end += 1 }
    func name(_ end: Int) -> String { String(scalars: Array(text[start..<end])[...]) }
    if end < text.count, text[end] == ";", let sign = latin[name(end)] ?? others[name(end)] { return (sign, end + 1) }
    // The oldest entities are understood without a semicolon, also as the beginning of a longer word.
    for end in stride(from: end, through: start + 2, by: -1) {
        if let sign = latin[name(end)] { return (sign, end) }
    }
    return nil
}

private func numbered(_ text: Letters, _ start: Int) -> (sign: Unicode.Scalar, end: Int)? {
    let isHexadecimal = start < text.count && (text[start] == "x" || text[start] == "X")
    let first = isHexadecimal ? start + 1 : start
    var (value, place) = (0, first)
    while place < text.count, let digit = Character(text[place]).hexDigitValue, isHexadecimal || digit < 10,
        text[place].isASCII
    {
        value = min(value * (isHexadecimal ? 16 : 10) + digit, 0x11_0000)
        place += 1
    }
    if place == first { return nil }
    if place < text.count, text[place] == ";" { place += 1 }
    // Between 128 and 159, people mean the signs that Windows has there.
    if (0x80..<0xA0).contains(value) { return (windows[value - 0x80], place) }
    if value == 0 { return ("\u{FFFD}", place) }
    return (Unicode.Scalar(UInt32(value)) ?? "\u{FFFD}", place)
}

private let windows = Scalars(
    of: "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ")

/// Those that need no semicolon: Latin letters and signs from number 160 on, and six of ASCII.
private let latin: [String: Unicode.Scalar] = {
    let names = """
        nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute
        micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring
        AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml
        times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil
        egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash
        ugrave uacute ucirc uuml yacute thorn yuml
        """
    var signs: [String: Unicode.Scalar] = [
        "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "AMP": "&", "LT": "<", "GT": ">",
    ]
    (signs["QUOT"], signs["COPY"], signs["REG"]) = ("\"", "©", "®")
    for (number, name) in names.split(whereSeparator: \.isWhitespace).enumerated() {
        signs[String(name)] = Unicode.Scalar(UInt8(160 + number))
    }
    return signs
}()

/// The others of HTML 4, each with its sign in hexadecimal.
private let others: [String: Unicode.Scalar] = {
    let names = """
        OElig=152 oelig=153 Scaron=160 scaron=161 Yuml=178 fnof=192 circ=2C6 tilde=2DC Alpha=391 Beta=392 Gamma=393
        Delta=394 Epsilon=395 Zeta=396 Eta=397 Theta=398 Iota=399 Kappa=39A Lambda=39B Mu=39C Nu=39D Xi=39E
        Omicron=39F Pi=3A0 Rho=3A1 Sigma=3A3 Tau=3A4 Upsilon=3A5 Phi=3A6 Chi=3A7 Psi=3A8 Omega=3A9 alpha=3B1 beta=3B2
        gamma=3B3 delta=3B4 epsilon=3B5 zeta=3B6 eta=3B7 theta=3B8 iota=3B9 kappa=3BA lambda=3BB mu=3BC nu=3BD xi=3BE
        omicron=3BF pi=3C0 rho=3C1 sigmaf=3C2 sigma=3C3 tau=3C4 upsilon=3C5 phi=3C6 chi=3C7 psi=3C8 omega=3C9
        thetasym=3D1 upsih=3D2 piv=3D6 ensp=2002 emsp=2003 thinsp=2009 zwnj=200C zwj=200D lrm=200E rlm=200F
        ndash=2013 mdash=2014 lsquo=2018 rsquo=2019 sbquo=201A ldquo=201C rdquo=201D bdquo=201E dagger=2020
        Dagger=2021 bull=2022 hellip=2026 permil=2030 prime=2032 Prime=2033 lsaquo=2039 rsaquo=203A oline=203E
        frasl=2044 euro=20AC image=2111 weierp=2118 real=211C trade=2122 alefsym=2135 larr=2190 uarr=2191 rarr=2192
        darr=2193 harr=2194 crarr=21B5 lArr=21D0 uArr=21D1 rArr=21D2 dArr=21D3 hArr=21D4 forall=2200 part=2202
        exist=2203 empty=2205 nabla=2207 isin=2208 notin=2209 ni=220B prod=220F sum=2211 minus=2212 lowast=2217
        radic=221A prop=221D infin=221E ang=2220 and=2227 or=2228 cap=2229 cup=222A int=222B there4=2234 sim=223C
        cong=2245 asymp=2248 ne=2260 equiv=2261 le=2264 ge=2265 sub=2282 sup=2283 nsub=2284 sube=2286 supe=2287
        oplus=2295 otimes=2297 perp=22A5 sdot=22C5 lceil=2308 rceil=2309 lfloor=230A rfloor=230B lang=2329 rang=232A
        loz=25CA spades=2660 clubs=2663 hearts=2665 diams=2666
        """
    let pairs = names.split(whereSeparator: \.isWhitespace).map { $0.split(separator: "=") }
    return Dictionary(
        uniqueKeysWithValues: pairs.map { (String($0[0]), Unicode.Scalar(UInt32($0[1], radix: 16)!)!) })
}()
