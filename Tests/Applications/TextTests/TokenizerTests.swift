// Rules and tokenizers: the book's examples to the letter, and texts of any kind.

import Tensors
import TestSupport
import Testing

@testable import Text

@Suite struct `The word tokenizer` {
    @Test func `finds the nine tokens of the book's sentence`() {
        #expect(
            WordTokenizer()("The U.S. dollar $1 is $1.00.")
                == ["The", "U.S.", "dollar", "$", "1", "is", "$", "1.00", "."])
    }

    @Test(
        arguments: [
            ("don't it's they'll I'd we've you're I'm", "do n't it 's they 'll I 'd we 've you 're I 'm"),
            ("can't won't WON'T don’t it’s", "ca n't wo n't WO N'T do n’t it ’s"),
            ("cannot gonna dont whats", "can not gon na do nt what s"),
            ("Anna's dogs' 'quoted' \"both\"", "Anna 's dogs ' ' quoted ' \" both \""),
            ("$5 £1,000.50 5% 7:30 10/10", "$ 5 £ 1,000.50 5 % 7:30 10/10"),
            ("U.S. J.K. u.s.a. e.g. Mr. mr. I.", "U.S. J.K. u.s.a. e.g. Mr. mr . I ."),
            (
                "www.fast.ai/INDEX http://a.b/c?d=1 fast.ai .fast.ai a@b.com",
                "www.fast.ai/INDEX http://a.b/c?d=1 fast.ai .fast.ai a@b.com"
            ),
            (
                "well-known rock'n'roll and/or end.Start 1980-1990",
                "well - known rock'n'roll and / or end . Start 1980 - 1990"
            ),
            ("wait... ...what .. (really?!)", "wait ... ... what .. ( really ? ! )"),
            (":) ;-) <3 8)", ":) ;-) <3 8)"),
            ("naïve café Übergröße ДОМ дом", "naïve café Übergröße ДОМ дом"),
            ("שלום, עולם! مرحبا بالعالم؟", "שלום , עולם ! مرحبا بالعالم ؟"),
            ("नमस्ते 你好，世界。", "नमस्ते 你好 ， 世界 。"),
            ("👍🏽!! 👩‍👩‍👧 🇩🇪🇫🇷", "👍🏽 ! ! 👩‍👩‍👧 🇩🇪 🇫🇷"),
            ("", ""), (" \n\t ", ""), (".", "."), ("'", "'"),
        ])
    func `knows`(_ text: String, _ expected: String) {
        #expect(WordTokenizer()(text) == expected.split(separator: " ").map(String.init))
    }

    /// Texts of signs of all kinds, among them those that rules look for.
    static func anyText(seed: UInt64) -> String {
        var random = SplitMix64(seed: seed)
        let special = Array(
            "aAzZ.,'’\"-/&;#<>xx!?()$€%1290 \n\t\u{0}\u{1F}\u{7F}\u{85}\u{A0}é́ßΣ你好אب👍🏽👩‍👧🇩🇪\u{200D}\u{FEFF}".unicodeScalars)
        var text = String.UnicodeScalarView()
        for _ in 0..<Int(random.next() % 60) {
            let any = Unicode.Scalar(UInt32(random.next() % 0x11_0000)) ?? "x"
            text.append(random.next() % 8 == 0 ? any : special[Int(random.next() % UInt64(special.count))])
        }
        return String(text)
    }

    @Test(arguments: 0..<300 as Range<UInt64>)
    func `loses nothing but white space`(_ seed: UInt64) {
        let text = Self.anyText(seed: seed)
        let signs = Scalars(of: text).filter { !$0.isSpace }
        #expect(WordTokenizer()(text).flatMap { Scalars(of: $0) } == signs, "seed \(seed)")
        #expect(CharacterTokenizer()(text).joined() == text, "seed \(seed)")
        _ = Tokenizer()(text)
    }
}

@Suite struct `The rules` {
    @Test func `make the book's eleven tokens`() {
        #expect(
            Tokenizer()("&copy;   Fast.ai www.fast.ai/INDEX")
                == ["xxbos", "©", "xxmaj", "fast.ai", "xxrep", "3", "w", ".fast.ai", "/", "xxup", "index"])
    }

    @Test(
        arguments: [
            (
                TextRule.fixHTML, "a<br />b &eacute;&#233;&#xE9; &amp; #39;s &copy2 &zzz; &#128; wait...",
                "a\nb ééé && 's ©2 &zzz; € wait …"
            ),
            (.replaceRepetitions, "soooo good!!!!", "s xxrep 4 o  good xxrep 4 ! "),
            (.replaceRepetitions, "aa bb  ... ", "aa bb   xxrep 3 .  "),
            (.replaceRepetitions, "aaabbb", " xxrep 3 a  xxrep 3 b "),
            (.replaceWordRepetitions, "it is very very very good", "it is xxwrep 3 very  good"),
            (.replaceWordRepetitions, "no no no no! yes yes yesterday", " xxwrep 4 no ! yes yes yesterday"),
            (.replaceWordRepetitions, "a  b\nb b bb", "a  xxwrep 3 b  bb"),
            (.addSpaces, "and/or #1 a\\b", "and / or  # 1 a \\ b"),
            (.removeUselessSpaces, "  a   b \n c", " a b \n c"),
            (.replaceAllCapitals, "WOW I SAW It NASA's A1 É", "xxup wow i xxup saw It NASA's xxup a1 É"),
            (
                .replaceCapitals, "This Is iPhone McDonald A. \"The",
                "xxmaj this xxmaj is iPhone McDonald xxmaj a. \"The"
            ),
            (.lowercase(), "  ÀB ß İ\n", "xxbos àb ß i̇"),
            (.lowercase(addsBeginning: false, addsEnd: true), "A", "a xxeos"),
        ])
    func `do what they say`(_ rule: TextRule, _ text: String, _ expected: String) {
        #expect(rule(text) == expected, "\(rule.name)")
    }

    @Test func `are eight, in the book's order, and a reader's own fits in`() {
        #expect(TextRule.defaults.count == 8)
        let shout = TextRule("shout") { $0.uppercased() }
        #expect(shout("ab") == "AB")
        #expect(Tokenizer(rules: [shout])("it's") == ["IT", "'S"])
    }
}

@Suite struct `Many texts` {
    @Test func `have the tokens that each has alone`() {
        let texts = (0..<500).map { `The word tokenizer`.anyText(seed: UInt64($0)) + " The film was great, wasn't it?" }
        let tokenizer = Tokenizer()
        let all = tokenizer.tokenized(texts)
        #expect(Array(all) == texts.map { tokenizer($0) })
        #expect(all == TokenizedTexts(texts.map { tokenizer($0) }), "numbered by first occurrence, whoever was first")
        #expect(all.lengths.reduce(0, +) == all.tokenCount && all.counts.reduce(0, +) == all.tokenCount)
        #expect(Array(all.at([3, 1])) == [all[3], all[1]])
    }

    @Test func `may be none, empty, or five million signs on a line`() {
        #expect(Tokenizer().tokenized([]).isEmpty)
        #expect(Array(Tokenizer().tokenized(["", " "])) == [["xxbos"], ["xxbos"]])
        let long = String(repeating: "word, ", count: 850_000)
        #expect(Tokenizer().tokenized([long]).tokenCount == 1 + 2 * 850_000)
        #expect(Tokenizer()(String(repeating: "ab", count: 2_500_000)).count == 2)
    }
}
