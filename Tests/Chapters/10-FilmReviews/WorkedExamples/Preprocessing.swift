// What the pages of section 10.1 write by hand, beside what the module Text has.

import Chapter10
import Datasets
import Tensors
import TestSupport
import Testing
import Text
import Training

/// Reviews of the stand-in.
private func generatedTexts(_ count: Int) throws -> [String] {
    try GeneratedReviews(train: 2, test: 0, unlabelled: count).reviews(.unsup).map(\.text)
}

@Suite struct `10.1 Text preprocessing` {
    @Test func `the book's sentences have nine and eleven tokens`() {
        #expect(
            WordTokenizer()("The U.S. dollar $1 is $1.00.")
                == ["The", "U.S.", "dollar", "$", "1", "is", "$", "1.00", "."])
        #expect(
            Tokenizer()("&copy;   Fast.ai www.fast.ai/INDEX")
                == ["xxbos", "©", "xxmaj", "fast.ai", "xxrep", "3", "w", ".fast.ai", "/", "xxup", "index"])
    }

    @Test func `a list in short`() {
        #expect(briefly([1, 2, 3], 2) == "(3) [1, 2, …]")
        #expect(briefly([1, 2], 2) == "(2) [1, 2]" && briefly([Int](), 2) == "(0) []")
    }

    @Test func `the rule by hand is the module's`() throws {
        #expect(repetitionsMarked("Sooo good!!!!") == "S xxrep 3 o  good xxrep 4 ! ")
        for text in try generatedTexts(100) + ["aabbb", "   ", "", "...a...", "11111"] {
            #expect(repetitionsMarked(text) == TextRule.replaceRepetitions(text))
        }
    }

    @Test func `the vocabulary by hand is the module's`() throws {
        let tokens = Tokenizer().tokenized(try generatedTexts(100))
        for (least, most) in [(1, 60_000), (3, 60_000), (5, 100), (3, 9)] {
            let theirs = TokenVocabulary(of: tokens, minFrequency: least, maximum: most, multiple: 1)
            #expect(vocabulary(of: Array(tokens), minFrequency: least, maximum: most) == theirs.tokens)
        }
        #expect(vocabulary(of: [["b", "a", "xxbos", "a", "b", "c"]], minFrequency: 2).dropFirst(9) == ["b", "a"])
    }

    @Test func `rows for another vocabulary are the module's`() {
        var random = SplitMix64(seed: 1)
        let (old, new) = (["a", "b", "c"], ["c", "d", "a", "e"])
        let table = Tensor.randn(3, 4, using: &random)
        let rows = (0..<3).map { table[$0].scalars }
        let theirs = mergedRows(table, from: TokenVocabulary(old), to: TokenVocabulary(new))
        expectClose(Tensor(rowsForNewVocabulary(rows, old: old, new: new)), theirs.table)
        #expect(theirs.shared == 2 && theirs.table[0].scalars == rows[2])
    }

    @Test func `batches by hand are the module's`() {
        for (count, rows, steps) in [(23, 4, 3), (90, 6, 5), (41, 2, 7), (8, 7, 1)] {
            let texts = NumberedTexts([Array(0..<count / 2), Array(count / 2..<count)])
            let hand = languageModelBatches(texts, rows: rows, steps: steps)
            let theirs = Array(DataLoader(languageModel: texts, batchSize: rows, steps: steps))
            #expect(hand.map(\.x) == theirs.map { batch in (0..<rows).map { batch.0[$0].scalars } })
            #expect(hand.map(\.y) == theirs.map { batch in (0..<rows).map { batch.1[$0].scalars } })
        }
    }

    @Test func `boundaries are counted without the mark of a space`() {
        #expect(boundaries(of: ["▁the", "▁end", "s"]) == [3, 6])
        #expect(boundaries(of: ["▁", "the"]) == [] && boundaries(of: ["the"]) == [])
    }
}
