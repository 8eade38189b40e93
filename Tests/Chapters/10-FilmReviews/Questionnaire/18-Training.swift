// The book's questions 10.18 to 10.22.

import Chapter10
import Foundation
import Layers
import Tensors
import TestSupport
import Testing
import Text
import Training

extension `10 Questionnaire` {
    /// 10.18 · What is in the embedding matrix of a text model, and what is its shape?
    ///
    /// A row of learned numbers for each token of the vocabulary: [tokens of the vocabulary, size of the embedding].
    ///
    /// - Shown by: `rowsForWords` in Chapters/10-FilmReviews/01b-WordsAsCategories.swift
    @Test func `10.18 one row for each token`() {
        var random = SplitMix64(seed: 1)
        let net = AWDLSTM(
            AWDPlan(vocabulary: 30, embedding: 8, hidden: 5, layers: 1), dropouts: .languageModel, using: &random)
        #expect(net.embedding.embedding.weight.value.shape == [30, 8])
    }

    /// 10.19 · What is perplexity?
    ///
    /// e to the cross-entropy. A model that always hesitates between n equally probable tokens has perplexity n.
    ///
    /// - Shown by: `hesitation` in Chapters/10-FilmReviews/02-Perplexity.swift
    @Test func `10.19 e to the loss: undecided between n tokens, it is n`() {
        let (scores, next) = (Tensor.zeros(7, 50), IntTensor(Array(0..<7)))
        let loss = crossEntropy(scores, next).item
        #expect(abs(exp(loss) - 50) < 1e-3)
        let rows: [(loss: Double, perplexity: Double)] = [(3.912788, 50.038246), (3.772820, 43.502548)]  // the book's
        for row in rows { #expect(abs(exp(row.loss) - row.perplexity) < 1e-4) }
    }

    /// 10.20 · Why does the classifier get the vocabulary of the language model?
    ///
    /// Its encoder has learned what number 812 means. With another vocabulary, 812 would be another word, and all that
    /// was learned would be worth nothing.
    ///
    /// - Shown by: `anotherVocabulary` in Chapters/10-FilmReviews/01b-WordsAsCategories.swift
    /// - Shown by: `savedAndLoaded` in Chapters/10-FilmReviews/02c-EncoderFile.swift
    /// - Shown by: `classifierBatches` in Chapters/10-FilmReviews/02e-Padding.swift
    @Test func `10.20 with another vocabulary, the same word has another row`() {
        let language = TokenVocabulary(["xxunk", "good", "bad"]), other = TokenVocabulary(["xxunk", "bad", "good"])
        let table = Tensor([[0, 0], [1, 0], [-1, 0]])  // rows that the language model has learned
        func row(_ word: String, _ words: TokenVocabulary) -> [Float] { table[words(["\(word)"])[0]].scalars }
        #expect(row("good", language) == [1, 0] && row("good", other) == row("bad", language))
    }

    /// 10.21 · What is gradual unfreezing?
    ///
    /// Training first the last group of layers alone, then the last two, and so on until all are trained, so that what
    /// the encoder knows is not lost while the head is still random.
    ///
    /// - Shown by: `whoLearns` in Chapters/10-FilmReviews/02g-GradualUnfreezing.swift
    @Test func `10.21 one group more from the end each time`() {
        var random = SplitMix64(seed: 2)
        let net = TextClassifierNet(
            AWDPlan(vocabulary: 12, embedding: 4, hidden: 6, layers: 2), classes: 2, using: &random)
        let texts = NumberedTexts((0..<8).map { [2, 9, 9 + $0 % 3] })
        func loader() -> DataLoader<(PaddedTexts, IntTensor)> {
            DataLoader(texts: texts, labels: (0..<8).map { $0 % 2 }, batchSize: 4)
        }
        let learner = TextLearner(classifier: DataLoaders(loader(), loader()), net)
        for count in 1...4 {
            learner.freezeTo(-count)
            let learning = net.groups.map { group in
                group.contains { $0.parameters.contains { $0.value.requiresGrad } }
            }
            #expect(learning == (0..<4).map { $0 >= 4 - count })
        }
    }

    /// 10.22 · Why will the generation of text probably stay ahead of its detection?
    ///
    /// Whatever detects generated text can be used to train a better generator, one that this detector does not find.
    ///
    /// - Shown by: `detectorAndWriter` in Chapters/10-FilmReviews/03d-ArmsRace.swift
    @Test func `10.22 a writer that asks the detector is not found by it`() {
        // A detector that knows how the generator's texts look: too few different words.
        func isDetected(_ text: [Int]) -> Bool { Set(text).count < 4 }
        var random = SplitMix64(seed: 3)
        func written() -> [Int] { (0..<6).map { _ in Int(random.next() % 5) } }
        let before = (0..<300).map { _ in written() }
        let after = before.map { text in
            var text = text
            for _ in 0..<99 where isDetected(text) { text = written() }
            return text
        }
        #expect(before.count(where: isDetected) > 50 && after.count(where: isDetected) < 5)
    }
}
