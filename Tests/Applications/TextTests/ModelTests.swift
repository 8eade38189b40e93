// The encoder, the language model and the classifier on top of it, and what a file keeps of them.

import Foundation
import Layers
import Tensors
import TestSupport
import Testing

@testable import Text

private let plan = AWDPlan(vocabulary: 16, embedding: 6, hidden: 8, layers: 2)

private func vocabulary(_ words: String...) -> TokenVocabulary {
    TokenVocabulary(SpecialToken.allCases.map(\.rawValue) + words)
}

@Suite struct `Masked concat pooling` {
    /// Computed with PyTorch 2.13: each text alone, without its padding.
    @Test func `gives what PyTorch gives, and its gradient`() {
        let x = Tensor(shape: [2, 3, 2], [1, -2, 3, 0.5, 9, 9, 0.25, 4, -1, 2, 2, -3]).requiringGrad()
        let y = concatPooled(x, steps: [0..<2, 0..<3])
        expectClose(
            y, Tensor(shape: [2, 6], [3, 0.5, 3, 0.5, 2, -0.75, 2, -3, 2, 4, 0.41666666, 1]))
        let weights = Tensor(shape: [2, 6], (1...12).map(Float.init))
        (y * weights).sum().backward()
        expectClose(
            x.grad!,
            Tensor(
                shape: [2, 3, 2], [2.5, 3, 6.5, 9, 0, 0, 3.6666667, 14, 3.6666667, 4, 19.666666, 12]), absolute: 1e-5)
    }

    @Test func `pools the steps that it is told to`() {
        let x = Tensor(shape: [1, 4, 1], [8, 1, 2, 9])
        #expect(concatPooled(x, steps: [1..<3]).scalars == [2, 2, 1.5])
    }
}

@Suite struct `The encoder` {
    @Test func `has the book's shapes and groups`() {
        var random = SplitMix64(seed: 1)
        let net = LanguageModelNet(plan, using: &random)
        #expect(net(IntTensor([[2, 3, 4], [5, 6, 7]])).shape == [2, 3, 16])
        #expect(net.encoder.layers.map { $0.lstm.layers[0].hidden } == [8, 6])
        #expect(net.groups.count == 3)
        #expect(AWDPlan(vocabulary: 60_000) == AWDPlan(vocabulary: 60_000, embedding: 400, hidden: 1152, layers: 3))
        let halved = 0.5 * AWDDropouts.classifier
        #expect(
            [halved.words, halved.input, halved.weights, halved.hidden, halved.output] == [0.025, 0.2, 0.25, 0.15, 0.2])
    }

    @Test func `remembers from call to call, and the cuts do not matter`() {
        var random = SplitMix64(seed: 2)
        let encoder = AWDLSTM(plan, dropouts: .languageModel, using: &random)
        encoder.eval()
        let ids = IntTensor(shape: [2, 6], [2, 9, 4, 11, 7, 3, 5, 6, 12, 9, 8, 10])
        let whole = encoder(ids)
        encoder.reset()
        let parts = Tensor.cat(
            [encoder(ids[0..., ..<2]), encoder(ids[0..., 2..<5]), encoder(ids[0..., 5...])], axis: 1)
        expectClose(parts, whole, absolute: 1e-6)
        #expect(encoder(ids[0..., ..<2]).scalars != whole[0..., ..<2].scalars, "it has not forgotten")
        #expect(encoder(ids[..<1]).shape == [1, 6, 6], "another batch size begins anew")
    }

    @Test func `drops at five places while it learns, and nowhere else`() {
        var random = SplitMix64(seed: 3)
        let net = LanguageModelNet(plan, using: &random), ids = IntTensor([[2, 3, 4, 5]])
        func twice() -> Bool {
            let first = net(ids).scalars
            net.reset()
            defer { net.reset() }
            return net(ids).scalars == first
        }
        #expect(!twice())
        net.eval()
        #expect(twice())
    }
}

@Suite struct `The classifier` {
    private func classifier(steps: Int = 4, mostSteps: Int = 1440) -> TextClassifierNet {
        var random = SplitMix64(seed: 4)
        return TextClassifierNet(plan, classes: 3, steps: steps, mostSteps: mostSteps, using: &random)
    }
    private let texts = [[2, 9, 10], [2, 4, 5, 6, 7, 8, 9, 10, 11], [2], [2, 3, 4, 5, 6]]

    @Test func `says the same of a text whatever is beside it`() {
        let net = classifier()
        net.eval()
        let all = net(PaddedTexts(texts))
        #expect(all.shape == [4, 3])
        for (number, text) in texts.enumerated() {
            expectClose(net(PaddedTexts([text]))[0], all[number], absolute: 1e-5)
        }
    }

    @Test func `reads in pieces what it could read at once`() {
        let (short, long) = (classifier(steps: 2), classifier(steps: 100))
        (short.eval(), long.eval())
        expectClose(short(PaddedTexts(texts)), long(PaddedTexts(texts)), absolute: 1e-5)
    }

    @Test func `traces back no farther than a piece`() {
        let net = classifier(steps: 4, mostSteps: 4)
        net.head.eval()
        // Of 9 tokens the last four are pooled; they are in the pieces 4..<8 and 8..<9, so 2, 3, 4, 5 get no gradient.
        net(PaddedTexts([[2, 3, 4, 5, 6, 7, 8, 9, 10]])).sum().backward()
        let grad = net.encoder.embedding.embedding.weight.grad!
        for id in [2, 3, 4, 5] { #expect(grad[id].scalars.allSatisfy { $0 == 0 }) }
        for id in [7, 8, 9, 10] { #expect(grad[id].scalars.contains { $0 != 0 }) }
    }

    @Test func `takes an empty text for one token of padding`() {
        let net = classifier()
        net.eval()
        #expect(net(PaddedTexts([[], [2, 3]])).scalars.allSatisfy { $0.isFinite })
    }
}

@Suite struct `Rows for another vocabulary` {
    @Test func `are copied where both have the token, else the mean`() {
        let old = TokenVocabulary(["a", "b", "c"]), new = TokenVocabulary(["c", "x", "a", "xxfake"])
        let (rows, shared) = mergedRows(Tensor([[1, 2], [3, 4], [8, 0]]), from: old, to: new)
        #expect(shared == 2 && rows.scalars == [8, 0, 4, 2, 1, 2, 4, 2])
    }

    @Test func `come with the encoder's file`() throws {
        var random = SplitMix64(seed: 6)
        let (old, new) = (vocabulary("a", "b", "c"), vocabulary("c", "d"))
        let first = AWDLSTM(
            AWDPlan(vocabulary: 12, embedding: 4, hidden: 5, layers: 2), dropouts: .languageModel, using: &random)
        let second = AWDLSTM(
            AWDPlan(vocabulary: 11, embedding: 4, hidden: 5, layers: 2), dropouts: .classifier, using: &random)
        try withFolder { folder in
            let file = folder.appending(path: "encoder.safetensors")
            try first.save(to: file, vocabulary: old)
            #expect(try second.load(from: file, vocabulary: new) == 10)
            let rows = second.embedding.embedding.weight.value, before = first.embedding.embedding.weight.value
            #expect(rows[9].scalars == before[11].scalars)
            #expect(rows[0].scalars == before[0].scalars)
            #expect(
                second.layers[1].lstm.layers[0].hiddenWeight.value.scalars
                    == first.layers[1].lstm.layers[0].hiddenWeight.value.scalars)
        }
    }

    @Test func `are refused with names where the encoder is another`() throws {
        var random = SplitMix64(seed: 7)
        let words = vocabulary("a")
        let small = AWDLSTM(
            AWDPlan(vocabulary: 10, embedding: 4, hidden: 5, layers: 2), dropouts: .languageModel, using: &random)
        let wide = AWDLSTM(
            AWDPlan(vocabulary: 10, embedding: 4, hidden: 6, layers: 2), dropouts: .languageModel, using: &random)
        let deep = AWDLSTM(
            AWDPlan(vocabulary: 10, embedding: 4, hidden: 5, layers: 3), dropouts: .languageModel, using: &random)
        try withFolder { folder in
            let file = folder.appending(path: "encoder.safetensors")
            try small.save(to: file, vocabulary: words)
            for (other, name) in [
                (wide, "layers.0.lstm.layers.0.inputWeight"), (deep, "layers.2.lstm.layers.0.hiddenWeight"),
            ] {
                let before = other.stateDictionary.mapValues(\.scalars)
                let problem = try #require(throws: TextProblem.self) { try other.load(from: file, vocabulary: words) }
                #expect(
                    problem.description.contains(name) && problem.file.hasSuffix("encoder.safetensors"), "\(problem)")
                #expect(other.stateDictionary.mapValues(\.scalars) == before)
            }
            try small.save(to: file)
            #expect(throws: TextProblem.self, "without a vocabulary") { try small.load(from: file, vocabulary: words) }
            #expect(throws: TextProblem.self) { try small.load(from: folder, vocabulary: words) }
        }
    }
}
