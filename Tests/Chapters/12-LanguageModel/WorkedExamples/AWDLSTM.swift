// Section 12.15 with its numbers: the five dropouts, the whole model, and text that a model writes.

import Chapter12
import Layers
import Tensors
import TestSupport
import Testing

@Suite struct `12.15 Five dropouts` {
    @Test(arguments: Seeds.all)
    func `a locked mask is the same at all steps, a dropped word is gone wherever it stands`(_ seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let locked = lockedDropout(.ones(6, 5, 40), 0.25, using: &random)
        #expect(locked.scalars == locked[0..., ..<1].expanded(to: [6, 5, 40]).scalars)
        #expect(Set(locked.scalars.map { rounded($0) }) == [0, 1.3333])
        let words = embeddingDropout(.ones(40, 6), IntTensor([Array(0..<40), Array(0..<40)]), 0.5, using: &random)
        #expect(words[0].scalars == words[1].scalars && Set(words.scalars) == [0, 2])
        #expect(words[0].sum(axis: 1).scalars.allSatisfy { $0 == 0 || $0 == 12 })
    }

    @Test func `one factor scales all five`() {
        let half = 0.5 * AWDDropouts()
        #expect([half.words, half.input, half.weights, half.hidden, half.output] == [0.01, 0.125, 0.1, 0.075, 0.05])
        let none = 0 * AWDDropouts()
        #expect([none.words, none.input, none.weights, none.hidden, none.output].allSatisfy { $0 == 0 })
    }
}

@Suite struct `12.15 AWD-LSTM` {
    private func model(_ factor: Float, layers: Int = 2) -> AWDLSTMModel {
        var random = SplitMix64(seed: 1215)
        return AWDLSTMModel(vocabulary: 7, hidden: 6, layers: layers, factor * AWDDropouts(), using: &random)
    }
    private let tokens = IntTensor([[0, 1, 2, 3, 4], [6, 5, 6, 5, 0]])

    @Test func `drops in training, by chance, and not in use`() {
        let net = model(1)
        func scores() -> [Float] {
            net.reset()
            return net(tokens).scalars
        }
        #expect(scores() != scores())
        net.eval()
        #expect(scores() == scores())
        let whole = model(0)
        #expect(whole(tokens).scalars == scores())  // the same start, nothing dropped
    }

    @Test func `remembers in every layer until it is reset`() {
        let net = model(0, layers: 3)
        let whole = net(tokens)
        net.reset()
        expectClose(.cat([net(tokens[0..., ..<2]), net(tokens[0..., 2...])], axis: 1), whole)
        #expect(net(tokens).scalars != whole.scalars)
        net.reset()
        expectClose(net(tokens), whole)
    }

    @Test func `sends no gradient into the batch before`() {
        let net = model(0)
        _ = net(IntTensor([[0, 1]]))
        net(IntTensor([[2]])).gathered(axis: 2, IntTensor([[[3]]])).sum().backward()
        let gradient = net.namedParameters.first { $0.name == "words.embedding.weight" }!.parameter.grad!
        let reached = (0..<7).filter { gradient[$0].abs().max().item > 0 }
        #expect(reached == [2, 3])  // read now, and scored
    }

    @Test func `every parameter learns`() {
        let net = model(1)
        flattenedCrossEntropy(net(tokens), tokens).backward()
        #expect(net.parameters.allSatisfy { $0.grad != nil })
        #expect(net.activations!.raw.shape == [2, 5, 6] && net.activations!.dropped.shape == [2, 5, 6])
    }
}

/// A model that counts: after a word comes the next one, and after word 4 word 0.
private final class Counter: Module, WordModel {
    func forward(_ tokens: IntTensor) -> Tensor {
        let next = tokens.scalars.map { ($0 + 1) % 5 }
        return Tensor(shape: tokens.shape + [5], next.flatMap { word in (0..<5).map { $0 == word ? 1 : 0 } })
    }
}

@Suite struct `12.15 Counting on` {
    @Test func `each word is the likeliest after all before it`() {
        let model = Counter()
        #expect(greedyContinuation(model, of: [4, 1, 2], count: 6) == [3, 4, 0, 1, 2, 3])
        #expect(greedyContinuation(model, of: [0], count: 0) == [])
        #expect(!model.isTraining)
    }
}
