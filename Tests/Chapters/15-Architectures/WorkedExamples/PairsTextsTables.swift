// What the pages of sections 15.3 to 15.5 write by hand, beside what the engine has, and the book's small examples.

import Foundation
import Layers
import Tabular
import Tensors
import TestSupport
import Testing
import Text
import Training
import Vision

@testable import Chapter15

@Suite struct `15.3 A Siamese network` {
    @Test func `partners are of the own set, never oneself, and half of them alike`() {
        let classes = (0..<60).map { $0 % 4 } + [9]
        let photos = Array(classes.indices.filter { $0 % 3 != 0 }) + [60]
        let partners = Partners(classes, among: photos)
        let pairs = fixedPairs(photos, partners, times: 40, seed: 1)
        #expect(pairs == fixedPairs(photos, partners, times: 40, seed: 1))
        #expect(pairs.allSatisfy { photos.contains($0.second) && $0.first != $0.second })
        #expect(pairs.allSatisfy { $0.isSame == (classes[$0.first] == classes[$0.second]) })
        #expect(pairs.filter { $0.first == 60 }.allSatisfy { !$0.isSame })  // alone in its class
        #expect(abs(share(of: pairs.map(\.isSame)) - 0.5) < 0.05)
    }

    @Test func `a judge of one side is a coin where partners are drawn evenly`() {
        let pairs = [
            PhotoPair(0, 1, isSame: true), PhotoPair(1, 0, isSame: false), PhotoPair(2, 1, isSame: true),
            PhotoPair(3, 1, isSame: false),
        ]
        #expect(bestOfOneSide(pairs, [0, 1, 2, 3]) == 0.75)
        #expect(bestOfOneSide(pairs, [0, 0, 0, 0]) == 0.5)
    }

    @Test func `both photos go through the same encoder, and the head of the book has 1,054,720 numbers`() {
        var random = SplitMix64(seed: 2)
        let net = tinySiameseNet(using: &random)
        net.eval()
        let (a, b) = (Tensor.randn(2, 3, 32, 32, using: &random), Tensor.randn(2, 3, 32, 32, using: &random))
        let maps = Tensor.cat([net.encoder(a), net.encoder(b)], axis: 1)
        #expect(net(PairBatch(a, b)).scalars == net.head(maps).scalars)
        #expect(net.parameters.count == net.encoder.parameters.count + net.head.parameters.count)
        let books = HeadPlan().layers(2 * 512, outputs: 2, using: &random)
        #expect(books.parameters.map(\.count).reduce(0, +) == 1_054_720)
    }

    @Test func `true is class 1`() {
        let scores = Tensor([[2, 0], [0, 3]])
        let right = lossOfPairs(scores, BoolTensor([false, true])).item
        #expect(abs(right - (log(1 + exp(-2)) + log(1 + exp(-3))) / 2) < 1e-6)
        #expect(lossOfPairs(scores, BoolTensor([true, false])).item > 2)
    }

    @Test func `frozen by hand and by the engine, the same parameters learn`() {
        var random = SplitMix64(seed: 3)
        let net = tinySiameseNet(using: &random)
        for normsLearn in [true, false] {
            freeze(net, siameseSplitter, normsLearn: normsLearn)
            let byHand = net.parameters.map(\.requiresGrad)
            net.freeze(to: -1, normsLearn: normsLearn)
            #expect(net.parameters.map(\.requiresGrad) == byHand)
            #expect(!params(net.head).contains { !$0.requiresGrad })
            #expect(params(net.encoder).contains { $0.requiresGrad } == normsLearn)
        }
    }

    @Test func `the best threshold is right most often`() {
        #expect(bestThreshold([1, 2, 3, 4], [true, true, false, false]) == 2.5)
        #expect(bestThreshold([1, 2], [false, false]) == -.infinity)
        #expect(bestThreshold([1, 2], [true, true]) > 2)
        #expect(bestThreshold([1, 1, 1, 5], [true, true, false, false]) == 3)  // equal ones are not parted
        #expect(
            cosineDistance(Tensor([[1, 0], [0, 2]]), Tensor([[3, 0], [5, 0]])).map { ($0 * 1000).rounded() } == [
                0, 1000,
            ])
    }
}

@Suite struct `15.4 Natural language processing` {
    @Test func `masked pooling by hand is the engine's, and so are its gradients`() {
        var random = SplitMix64(seed: 4)
        let x = Tensor.randn(3, 6, 4, using: &random)
        let (lengths, ends) = ([6, 1, 4], [0..<6, 0..<1, 0..<4])
        let (a, b) = (x.requiringGrad(), x.requiringGrad())
        let (byHand, engines) = (maskedConcatPool(a, lengths: lengths), concatPooled(b, steps: ends))
        expectClose(byHand, engines)
        byHand.squared().sum().backward()
        engines.squared().sum().backward()
        expectClose(a.grad!, b.grad!)
        #expect(a.grad![1, 1...].abs().max().item == 0)
    }

    @Test func `the book's text of 2,000 tokens among 63 of 10`() {
        let count = PaddingCount([[2000] + Array(repeating: 10, count: 63)])
        #expect(count.tokens == 2630 && count.padding == 64 * 2000 - 2630)
        #expect(PaddingCount([]).share == 0 && PaddingCount([[3, 3], [7]]).padding == 0)
    }

    @Test func `scores by hand are the net's`() {
        var random = SplitMix64(seed: 5)
        let plan = AWDPlan(vocabulary: 30, embedding: 6, hidden: 9, layers: 2)
        let net = TextClassifierNet(plan, classes: 3, steps: 4, using: &random)
        net.eval()
        let texts = PaddedTexts([[9, 10, 11, 12, 13, 14, 15, 16, 17], [20, 21], [9]])
        expectClose(noGrad { scoresByHand(net, texts) }, noGrad { net(texts) })
    }
}

@Suite struct `15.5 Tabular` {
    @Test func `by hand and by the engine, the same answers and gradients`() throws {
        var random = SplitMix64(seed: 6)
        let plan = TabularPlan(levels: [4, 9], numbers: 3, outputs: 2, layers: [8, 5])
        let (engines, byHand) = (TabularModel(plan, using: &random), HandMadeTabularModel(plan, using: &random))
        try byHand.load(engines.stateDictionary)
        let x = TabularBatch(IntTensor([[0, 8], [3, 1], [2, 2]]), .randn(3, 3, using: &random))
        let (a, b) = (engines(x), byHand(x.categories, x.numbers))
        #expect(a.scalars == b.scalars)
        crossEntropy(a, IntTensor([0, 1, 1])).backward()
        crossEntropy(b, IntTensor([0, 1, 1])).backward()
        for (one, other) in zip(engines.namedParameters, byHand.namedParameters) {
            #expect(one.name == other.name && one.parameter.grad!.scalars == other.parameter.grad!.scalars)
        }
    }

    @Test func `widths by the rule of thumb`() {
        #expect([2, 10, 100, 1000].map(ruleOfThumb) == [2, 6, 21, 77])
        #expect((1...3000).allSatisfy { ruleOfThumb($0) == embeddingWidth($0) } && ruleOfThumb(1_000_000) == 600)
    }
}
