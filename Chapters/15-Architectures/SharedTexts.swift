// What the pages about texts share. Each is made when a page first asks for it.

import Figures
import Foundation
import Layers
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

    /// The sizes of this section's encoder: the book's has an embedding of 400, and 1152 numbers in each of three
    /// layers.
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

// MARK: Trainings of section 15.4

extension Architectures {
    /// What the language model's encoder makes of each text, pooled: [texts, 3 · width].
    func pooledReviews(_ texts: NumberedTexts) throws -> Tensor {
        let encoder = try languageModel.encoder
        encoder.eval()
        let order = sortedByLength(texts.lengths)
        let rows = noGrad {
            cut(order, into: 32).map { places in
                let batch = PaddedTexts(places.map { texts[$0] })
                return maskedConcatPool(readInPieces(batch.ids, of: 72, by: encoder), lengths: batch.lengths)
            }
        }
        var places = [Int](repeating: 0, count: order.count)
        for (row, text) in order.enumerated() { places[text] = row }
        return Tensor.cat(rows).rows(places)
    }

    /// The accuracy of a norm and a linear layer that learned from rows of numbers.
    func headAccuracy(_ train: Tensor, _ test: Tensor, using random: inout SplitMix64) throws -> Double {
        let all = try numberedReviews
        let head = Sequential(BatchNorm1d(train.shape[1]), Linear(train.shape[1], 2, using: &random))
        let loader = DataLoader(
            TensorDataset(train, IntTensor(all.trainLabels)), batchSize: min(32, train.shape[0]), dropsLast: true,
            shuffledUsing: &random)
        let judged = DataLoader(TensorDataset(test, IntTensor(all.testLabels)), batchSize: 256)
        let learner = Learner(
            DataLoaders(loader, judged), head, loss: { crossEntropy($0, $1) },
            optimizer: { AdamW($0, learningRate: $1, weightDecay: 0.1) }, metrics: [.accuracy])
        try EpochReporting.silently { try learner.fitOneCycle(run.size(quick: 1, usual: 6), learningRate: 1e-2) }
        return Double(learner.recorder.rows.last!.metrics[0])
    }

    func netAccuracy(_ texts: NumberedTexts, _ labels: [Int], hasRead: Bool, seed: UInt64) throws -> Double {
        let all = try numberedReviews
        var random = SplitMix64(seed: seed)
        let net = TextClassifierNet(try textPlan(), classes: 2, dropouts: 0.3 * .classifier, using: &random)
        if hasRead { try pass(to: net.encoder) }
        let loaders = DataLoaders(
            DataLoader(texts: texts, labels: labels, batchSize: 8, shuffledUsing: &random),
            DataLoader(texts: all.test.at(0..<4), labels: Array(all.testLabels[..<4])))
        let learner = TextLearner(classifier: loaders, net)
        try EpochReporting.silently { try learner.fitOneCycle(run.size(quick: 1, usual: 6), 5e-3) }
        let said = learner.probabilities(all.test).argmax(axis: 1).scalars
        return share(of: zip(said, all.testLabels).map { Int($0) == $1 })
    }
}

// MARK: For section 15.4

/// The share of pairs of texts in one batch that are in one batch again.
func neighboursKept(_ first: [[Int]], _ second: [[Int]]) -> Double {
    var place: [Int: Int] = [:]
    for (number, batch) in second.enumerated() { for text in batch { place[text] = number } }
    var (kept, all) = (0, 0)
    for batch in first {
        for i in batch.indices {
            for j in batch.indices[(i + 1)...] {
                (kept, all) = (kept + (place[batch[i]] == place[batch[j]] ? 1 : 0), all + 1)
            }
        }
    }
    return Double(kept) / Double(max(all, 1))
}

/// Batches below each other: a line for each text.
func paddingPicture(_ batches: [[Int]]) -> Raster {
    let longest = batches.joined().max() ?? 1
    let (width, line, gap) = (400, 4, 12)
    let height = batches.reduce(0) { $0 + $1.count * line + gap }
    var page = Raster(width: width, height: height, fill: .white)
    var y = 0
    for batch in batches {
        let end = max(1, batch.max()! * width / longest)
        for length in batch {
            page.fill(x: 0..<end, y: y..<y + line - 1, Colour(grey: 215))
            page.fill(x: 0..<max(1, length * width / longest), y: y..<y + line - 1, .blue)
            y += line
        }
        y += gap
    }
    return page
}
