// Training in stages, writing, and the baselines.

import Datasets
import Foundation
import Layers
import Tensors
import TestSupport
import Testing
import Training

@testable import Text

/// A little world: “a” is followed by “b” or “c” in turn, texts with many “d” are of class 1.
private struct World {
    let vocabulary = TokenVocabulary(
        SpecialToken.allCases.map(\.rawValue) + ["a", "b", "c", "d", "e", "xxfake", "xxfake"])
    let language = NumberedTexts((0..<40).map { _ in [2] + (0..<10).flatMap { $0 % 2 == 0 ? [9, 10] : [9, 11] } })
    let texts = NumberedTexts((0..<60).map { [2] + Array(repeating: $0 % 2 == 0 ? 12 : 13, count: 1 + $0 % 7) })
    let labels = (0..<60).map { $0 % 2 }
    let plan = AWDPlan(vocabulary: 16, embedding: 12, hidden: 16, layers: 2)
}

private func languageModel(_ world: World, using random: inout SplitMix64) -> TextLearner<IntTensor, LanguageModelNet> {
    let net = LanguageModelNet(world.plan, dropouts: 0.1 * .languageModel, using: &random)
    let loaders = DataLoaders(
        DataLoader(languageModel: world.language, batchSize: 8, steps: 10, shuffledUsing: &random),
        DataLoader(languageModel: world.language, batchSize: 8, steps: 10))
    return TextLearner(languageModel: loaders, net)
}

@Suite struct `A learner of texts` {
    @Test func `learns a language, and writes in it`() throws {
        let world = World()
        var random = SplitMix64(seed: 1)
        let learner = languageModel(world, using: &random)
        try EpochReporting.silently { try learner.fitOneCycle(40, 2e-2) }
        let row = try #require(learner.learner.recorder.rows.last)
        #expect(row.metrics[0] > 0.9, "accuracy \(row.metrics[0])")
        #expect(abs(row.metrics[1] / exp(row.validLoss) - 1) < 1e-4)
        let text = learner.net.continued([2, 9], by: 8, vocabulary: world.vocabulary, temperature: 0.2, using: &random)
        #expect(text.count == 10 && text.dropFirst().enumerated().allSatisfy { $0 % 2 == 1 || $1 == 9 }, "\(text)")
    }

    @Test func `never writes what stands for nothing`() {
        let world = World()
        var random = SplitMix64(seed: 2)
        let net = LanguageModelNet(world.plan, using: &random)
        for topK in [nil, 3, 100] {
            let text = net.continued(
                [2], by: 200, vocabulary: world.vocabulary, temperature: 5, topK: topK, excluding: { $0 == "e" },
                using: &random)
            #expect(Set(text.dropFirst()).isDisjoint(with: [0, 1, 13, 14, 15]))
        }
        #expect(net.isTraining)
        var (one, two) = (SplitMix64(seed: 3), SplitMix64(seed: 3))
        #expect(
            net.continued([2], by: 9, vocabulary: world.vocabulary, using: &one)
                == net.continued([2], by: 9, vocabulary: world.vocabulary, using: &two))
    }

    @Test func `unfreezes group by group, at rates of their own`() throws {
        let world = World()
        var random = SplitMix64(seed: 4)
        let net = TextClassifierNet(world.plan, classes: 2, dropouts: 0 * .classifier, using: &random)
        let loaders = DataLoaders(
            DataLoader(texts: world.texts, labels: world.labels, batchSize: 10, shuffledUsing: &random),
            DataLoader(texts: world.texts, labels: world.labels, batchSize: 10))
        let learner = TextLearner(classifier: loaders, net)
        #expect(learner.groupCount == 4)
        learner.freeze()
        #expect(net.parameters.filter(\.requiresGrad).count == net.head.parameters.count)
        let before = net.encoder.stateDictionary.mapValues(\.scalars)
        try EpochReporting.silently { try learner.fit(2, 1e-2) }
        #expect(net.encoder.stateDictionary.mapValues(\.scalars) == before, "a frozen encoder stays as it is")
        learner.freezeTo(-2)
        try EpochReporting.silently { try learner.fitOneCycle(1, .slice(1e-3, 1e-2)) }
        let after = net.encoder.stateDictionary.mapValues(\.scalars)
        #expect(before.filter { $0.value != after[$0.key] }.keys.allSatisfy { $0.hasPrefix("layers.1") })
        #expect(before != after)
        learner.unfreeze()
        try EpochReporting.silently { try learner.fitOneCycle(20, .slice(1e-2 / 2.6, 2e-2)) }
        #expect(learner.learner.recorder.rows.last!.metrics[0] > 0.95)
        let probabilities = learner.probabilities(world.texts, batchSize: 7)
        #expect(probabilities.shape == [60, 2])
        let right = zip(probabilities.argmax(axis: 1).scalars, world.labels).count { $0 == $1 }
        #expect(right > 56, "in the order of the texts")
    }

    @Test func `puts capitals and signs back`() {
        let tokens = Tokenizer()("I didn't like NASA films (at all), but Bob said: \"no no no!!!\" They're $5.")
        #expect(
            readable(tokens).hasPrefix("i didn't like NASA films (at all), but Bob said:"), "\(readable(tokens))")
        #expect(
            readable(["xxmaj", "well", "xxrep", "3", "!", "xxup", "ok", "xxwrep", "3", "no"]) == "Well!!! OK no no no")
    }
}

@Suite struct `What has to be beaten` {
    @Test func `is a model of triples whose probabilities add up to 1`() {
        let world = World()
        let model = NGramModel(world.language, vocabulary: 16)
        for (first, second) in [(9, 10), (2, 9), (13, 13)] {
            let sum = (0..<16).reduce(0.0) { $0 + model.probability(of: $1, after: first, second) }
            #expect(abs(sum - 1) < 1e-9)
        }
        #expect(model.probability(of: 9, after: 9, 10) > 0.9)
        #expect(model.perplexity(world.language) < 2)
        #expect(
            abs(NGramModel(NumberedTexts([[Int]]()), vocabulary: 16).probability(of: 3, after: 1, 2) - 1 / 16.0) < 1e-9)
    }

    @Test func `is a bag of words`() {
        let world = World()
        let bag = BagOfWords(world.texts, labels: world.labels, classes: 2, vocabulary: 16)
        #expect(bag.accuracy(world.texts, labels: world.labels) == 1)
        #expect(bag.weight(of: 13, for: 1) > 0 && bag.weight(of: 12, for: 1) < 0)
        #expect(bag([]).count == 2)
    }
}

@Suite struct `Generated reviews and the floor` {
    @Test func `fit together`() throws {
        let reviews = try GeneratedReviews(train: 400, test: 200, unlabelled: 0)
        let tokenizer = Tokenizer()
        let train = tokenizer.tokenized(reviews.reviews(.train).map(\.text))
        let vocabulary = TokenVocabulary(of: train)
        let (texts, test) = (
            vocabulary.numbered(train), vocabulary.numbered(tokenizer.tokenized(reviews.reviews(.test).map(\.text)))
        )
        func labels(_ part: GeneratedReviews.Part) -> [Int] { reviews.reviews(part).map { $0.isPositive ? 1 : 0 } }
        #expect(test.unknownShare > 0 && test.unknownShare < 0.05, "\(test.unknownShare): rare names")
        let bag = BagOfWords(texts, labels: labels(.train), classes: 2, vocabulary: vocabulary.count)
        let accuracy = bag.accuracy(test, labels: labels(.test))
        #expect(accuracy > 0.75 && accuracy < 1, "\(accuracy): words alone say much, but not all")
        #expect(NGramModel(texts, vocabulary: vocabulary.count).perplexity(test) < Double(vocabulary.count) / 10)
    }
}
