// What the pages about texts share. Each is made when a page first asks for it.

import Foundation
import Notebook
import Tensors
import Text
import Training

/// Reviews as numbers of tokens.
struct NumberedReviews {
    let vocabulary: TokenVocabulary
    let train: NumberedTexts, test: NumberedTexts, unlabelled: NumberedTexts
    let trainLabels: [Int], testLabels: [Int]
}

extension Architectures {
    /// The name of the reviews, for tables and charts.
    var reviewName: String { reviewSource.name }

    /// All reviews as numbers. The vocabulary is that of the unlabelled ones.
    var numberedReviews: NumberedReviews {
        get throws {
            try run.once {
                let reviews = try reviewSource.contents
                let tokenizer = Tokenizer()
                let unlabelled = tokenizer.tokenized(reviews.unlabelled)
                let vocabulary = TokenVocabulary(of: unlabelled, maximum: 3000)
                func numbered(_ texts: [String]) -> NumberedTexts { vocabulary.numbered(tokenizer.tokenized(texts)) }
                return NumberedReviews(
                    vocabulary: vocabulary, train: numbered(reviews.train.texts), test: numbered(reviews.test.texts),
                    unlabelled: vocabulary.numbered(unlabelled), trainLabels: reviews.train.labels,
                    testLabels: reviews.test.labels)
            }
        }
    }

    /// The sizes of this section's encoder: the book's has an embedding of 400, and 1152 numbers in each of three layers.
    func textPlan(layers: Int = 1) throws -> AWDPlan {
        AWDPlan(
            vocabulary: try numberedReviews.vocabulary.count, embedding: run.size(quick: 12, usual: 48),
            hidden: run.size(quick: 16, usual: 64), layers: layers)
    }

    /// A language model of the unlabelled reviews, of which the encoder is kept.
    var languageModel: LanguageModelNet {
        get throws {
            try run.once {
                var random = run.random
                let net = LanguageModelNet(try textPlan(), dropouts: 0.2 * .languageModel, using: &random)
                let texts = try numberedReviews.unlabelled
                var (count, tokens) = (0, 0)
                let most = run.size(quick: 4000, usual: 120_000, full: 2_000_000)
                for length in texts.lengths where tokens < most { (count, tokens) = (count + 1, tokens + length) }
                let cut = max(1, count * 19 / 20)
                let loaders = DataLoaders(
                    DataLoader(languageModel: texts.at(0..<cut), batchSize: 16, steps: 36, shuffledUsing: &random),
                    DataLoader(languageModel: texts.at(cut..<max(count, cut + 1)), batchSize: 1, steps: 36))
                let learner = TextLearner(languageModel: loaders, net)
                try EpochReporting.silently { try learner.fitOneCycle(run.size(quick: 1, usual: 4, full: 8), 1e-2) }
                return net
            }
        }
    }

    /// Puts what the language model has learned into another encoder.
    func pass(to encoder: AWDLSTM) throws {
        try encoder.load(languageModel.encoder.stateDictionary)
        encoder.reset()
    }
}
