// The book's questions 10.10 to 10.17.

import Chapter10
import Tensors
import TestSupport
import Testing
import Text
import Training

extension `10 Questionnaire` {
    /// 10.10 · Name three ways to tokenize.
    ///
    /// By words, cut at spaces and by rules of the language; by subwords, which are groups of letters that occur often;
    /// and by characters.
    ///
    /// - Shown by: `wordsAndSigns` in Chapters/10-FilmReviews/01d-WordTokens.swift
    /// - Shown by: `fewerTokens` in Chapters/10-FilmReviews/01g-Subwords.swift
    @Test func `10.10 words, subwords and characters`() {
        let text = "he didn't play"
        #expect(WordTokenizer()(text) == ["he", "did", "n't", "play"])
        #expect(CharacterTokenizer()(text).count == text.count)
        let parts = SubwordTokenizer(
            training: Array(repeating: "plays player played playing replay", count: 20), size: 30)
        let pieces = parts("replayed")
        #expect(pieces.count > 1 && pieces.count < 8 && parts.decode(pieces) == "replayed")
    }

    /// 10.11 · What is `xxbos`?
    ///
    /// A special token that marks where a text begins. In a stream of many texts, a net learns from it that what was
    /// before does not matter any more.
    ///
    /// - Shown by: `oneRuleAfterTheOther` in Chapters/10-FilmReviews/01e-Rules.swift
    @Test func `10.11 it is the first token of every text, and of nothing else`() {
        let tokens = Tokenizer().tokenized(["Good. Bad.", "A second text", ""])
        for text in tokens { #expect(text.first == "xxbos" && text.count { $0 == "xxbos" } == 1) }
        #expect(TokenVocabulary(of: tokens)["xxbos"] == 2)
    }

    /// 10.12 · Name four of the rules that texts go through.
    ///
    /// Any four of the eight: HTML becomes readable; repeated signs become `xxrep` with count and sign; repeated words
    /// become `xxwrep`; spaces are put around `/` and `#`; several spaces become one; words in capitals become `xxup`
    /// and the word in small letters; words with a capital become `xxmaj` and the word; all letters are made small,
    /// with `xxbos` in front.
    ///
    /// - Shown by: `oneRuleAfterTheOther` in Chapters/10-FilmReviews/01e-Rules.swift
    @Test func `10.12 eight rules, each with its change`() {
        let changes = [
            ("a<br />b", "a\nb"), ("wow!!!!", "wow xxrep 4 ! "), ("so so so bad", " xxwrep 3 so  bad"),
            ("1/2", "1 / 2"),
            ("a   b", "a b"), ("BAD film", "xxup bad film"), ("Bad film", "xxmaj bad film"), ("bad É", "xxbos bad é"),
        ]
        #expect(TextRule.defaults.count == changes.count)
        for (rule, (before, after)) in zip(TextRule.defaults, changes) {
            #expect(rule(before) == after, "\(rule.name)")
        }
    }

    /// 10.13 · Why are repeated signs replaced by a token, how many there are, and the sign?
    ///
    /// So that there is one token for repetition, whose row is learned from all of them. Otherwise "!!!", "!!!!" and
    /// "!!!!!" would be tokens of their own, each of them rare, and nothing would say that they are much the same.
    ///
    /// - Shown by: `repeatedSigns` in Chapters/10-FilmReviews/01f-RuleByHand.swift
    @Test func `10.13 a run of any length needs no new token but its number`() {
        let runs = (3...12).map { "good" + String(repeating: "!", count: $0) }
        let tokens = Tokenizer().tokenized(runs)
        #expect(tokens.allSatisfy { $0.contains("xxrep") && $0.last == "!" })
        #expect(Set(tokens.tokens) == Set(["xxbos", "good", "xxrep", "!"] + (3...12).map { "\($0)" }))
        #expect(Set(runs.flatMap(cutAtWhiteSpace)).count == 10, "without the rule, all are different")
    }

    /// 10.14 · What is numericalization?
    ///
    /// Replacing each token by its number: its place in the vocabulary, which is the list of all tokens that the net
    /// knows.
    ///
    /// - Shown by: `numbersForTokens` in Chapters/10-FilmReviews/01h-Numbers.swift
    @Test func `10.14 a number is the place in the vocabulary`() {
        let words = TokenVocabulary(["xxunk", "bad", "good", "film"])
        let numbers = words(["good", "film", "bad", "good"])
        #expect(numbers == [2, 3, 1, 2] && numbers.map { words.tokens[$0] } == ["good", "film", "bad", "good"])
    }

    /// 10.15 · Why may a word be replaced by the token for the unknown?
    ///
    /// It is rarer than the limit, or not among the most frequent that are taken, or was never seen when the vocabulary
    /// was made. A net could learn little from the few places where it occurs, and each row of the embedding matrix
    /// costs memory.
    ///
    /// - Shown by: `whatIsLost` in Chapters/10-FilmReviews/01h-Numbers.swift
    @Test func `10.15 too rare, too many, or never seen`() {
        let texts = TokenizedTexts([["a", "a", "a", "b", "b", "c"]])
        let three = TokenVocabulary(of: texts, multiple: 1)
        #expect(three(["a", "b", "c", "d"]) == [9, 0, 0, 0])
        let ten = TokenVocabulary(of: texts, minFrequency: 1, maximum: 10, multiple: 1)
        #expect(ten(["a", "b"]) == [9, 0])
        #expect(TokenVocabulary(of: texts, minFrequency: 1, multiple: 1)(["c", "d"]) == [11, 0])
    }

    /// 10.16 · With batches of 64 rows, the first row of the first batch has the first tokens of the data. What has the
    /// second row of this batch, and what has the first row of the second batch?
    ///
    /// The second row begins where the first of 64 equal pieces of the stream has ended: at token (n - 1) / 64, rounded
    /// down, of n. The first row of the second batch goes on where that of the first batch has ended. (It has the first
    /// 64 tokens only if there are 64 steps: what counts is the number of steps.)
    ///
    /// - Shown by: `ninetyTokens` in Chapters/10-FilmReviews/01i-NinetyTokens.swift
    /// - Shown by: `oneStream` in Chapters/10-FilmReviews/01j-Streams.swift
    @Test func `10.16 another piece of the stream, and the same piece further on`() {
        let texts = NumberedTexts([Array(0..<64_064)])
        let batches = Array(DataLoader(languageModel: texts, batchSize: 64, steps: 72))
        #expect(batches[0].0[0].scalars == Array(0..<72))
        #expect(batches[0].0[1].scalars == Array(1000..<1072) && batches[1].0[0].scalars == Array(72..<144))
    }

    /// 10.17 · Why does a classifier need padding, and a language model not?
    ///
    /// The texts of a classifier have different lengths, and must all be of one length to be in one tensor. A language
    /// model reads one stream, which is cut into equal pieces.
    ///
    /// - Shown by: `paddedBatch` in Chapters/10-FilmReviews/02e-Padding.swift
    /// - Shown by: `oneStream` in Chapters/10-FilmReviews/01j-Streams.swift
    @Test func `10.17 only the classifier's batches hold padding`() {
        let texts = NumberedTexts([[2, 9], [2, 9, 10, 11], [2, 9, 10]])
        let padded = DataLoader(texts: texts, labels: [0, 1, 0], batchSize: 3).first!.0
        #expect(
            padded.ids == IntTensor([[2, 9, 10, 11], [2, 9, 10, 1], [2, 9, 1, 1]]) && padded.lengths == [4, 3, 2])
        let stream = DataLoader(languageModel: texts, batchSize: 2, steps: 2)
        #expect(stream.allSatisfy { !$0.0.scalars.contains(SpecialToken.padding.id) })
    }
}
