// The language models of section 10.2, which several pages use. Each is trained when a page first asks for it.

import Common
import Foundation
import Notebook
import Tensors
import Text
import Training

/// Texts for a language model: a vocabulary, texts for training, and a tenth of all for validation.
struct LanguageTexts {
    let vocabulary: TokenVocabulary
    let train: NumberedTexts, valid: NumberedTexts

    /// The first texts, as many as it takes for about `limit` tokens. A text that is longer than `longest` is cut off
    /// there. The vocabulary is that of the training texts.
    init(_ tokens: TokenizedTexts, atMost limit: Int, longest: Int = 20_000) {
        var (count, sum) = (0, 0)
        for length in tokens.lengths where sum < limit { (count, sum) = (count + 1, sum + min(length, longest)) }
        let cut = max(1, count * 9 / 10)
        let vocabulary = TokenVocabulary(of: tokens.at(0..<cut), maximum: 4000)
        func numbered(_ places: Range<Int>) -> NumberedTexts {
            NumberedTexts(vocabulary.numbered(tokens.at(places)).map { Array($0.prefix(longest)) })
        }
        (self.vocabulary, train, valid) = (vocabulary, numbered(0..<cut), numbered(cut..<count))
    }
}

/// A trained language model, and what belongs to it.
struct TrainedLanguage {
    let net: LanguageModelNet
    let texts: LanguageTexts
    let rows: [Recorder.Row]

    var vocabulary: TokenVocabulary { texts.vocabulary }
    var train: NumberedTexts { texts.train }
    var valid: NumberedTexts { texts.valid }

    /// Gives what it has learned to another encoder, through a file as in section 10.2.
    /// - Returns: how many tokens of the other vocabulary it knows.
    @discardableResult
    func pass(to encoder: AWDLSTM, vocabulary other: TokenVocabulary) throws -> Int {
        try inTemporaryFolder { folder in
            let file = folder.appending(path: "encoder.safetensors")
            try net.encoder.save(to: file, vocabulary: vocabulary)
            return try encoder.load(from: file, vocabulary: other)
        }
    }
}

extension FilmReviews {
    /// Sizes of the small AWD-LSTM of this chapter. The book's has an embedding of 400 and 3 layers of 1152 numbers, of
    /// which the last is as wide as the embedding; so a single layer is as wide as the embedding, too.
    func smallPlan(_ vocabulary: TokenVocabulary) -> AWDPlan {
        let width = run.size(quick: 16, usual: 64)
        return AWDPlan(vocabulary: vocabulary.count, embedding: width, hidden: width, layers: 1)
    }

    /// Reviews for a language model.
    var languageTexts: LanguageTexts {
        get throws {
            try run.once {
                // Under --full, also those for training; never those that the classifier will be tested with.
                let (reviews, most) = (try reviews, run.size(quick: 100, usual: 6000, full: 50_000))
                var texts = try reviews.unlabelled.first(most)
                if texts.isEmpty || most > 6000 { texts += try reviews.train.first(most - texts.count) }
                let tokens = Tokenizer().tokenized(texts)
                return LanguageTexts(tokens, atMost: run.size(quick: 9000, usual: 400_000, full: 3_000_000))
            }
        }
    }

    /// Trains a language model, which may go on from where another one has ended.
    private func trained(
        on texts: LanguageTexts, after earlier: TrainedLanguage? = nil, epochs: Int
    ) throws -> TrainedLanguage {
        var random = run.random
        let net = LanguageModelNet(smallPlan(texts.vocabulary), dropouts: 0.3 * .languageModel, using: &random)
        try earlier?.pass(to: net.encoder, vocabulary: texts.vocabulary)
        let loaders = DataLoaders(
            DataLoader(languageModel: texts.train, batchSize: 16, steps: 40, shuffledUsing: &random),
            DataLoader(languageModel: texts.valid, batchSize: 16, steps: 40))
        let learner = TextLearner(languageModel: loaders, net)
        // Their own page shows the epochs. But another page may be the first that asks for the model.
        try EpochReporting.silently { try learner.fitOneCycle(epochs, 1e-2) }
        return TrainedLanguage(net: net, texts: texts, rows: learner.learner.recorder.rows)
    }

    /// The first stage: a language model of articles.
    var generalModel: TrainedLanguage {
        get throws {
            try run.once {
                let tokens = Tokenizer().tokenized(try articles.contents)
                let texts = LanguageTexts(tokens, atMost: run.size(quick: 6000, usual: 250_000, full: 1_000_000))
                return try trained(on: texts, epochs: run.size(quick: 1, usual: 3, full: 6))
            }
        }
    }

    private var epochsOfReviews: Int { run.size(quick: 2, usual: 7, full: 6) }

    /// The second stage: the same net goes on with reviews.
    var languageModel: TrainedLanguage {
        get throws {
            try run.once { try trained(on: languageTexts, after: generalModel, epochs: epochsOfReviews) }
        }
    }

    /// The second stage without the first.
    var modelOfReviewsAlone: TrainedLanguage {
        get throws { try run.once { try trained(on: languageTexts, epochs: epochsOfReviews) } }
    }
}
