// What sections 12.5 and 12.6 rest on: rows continue, the state goes on, the gradient stops, the memory is emptied.

import Chapter12
import Layers
import Tensors
import TestSupport
import Testing
import Training

@Suite struct `12 State and order` {
    @Test(arguments: [(12, 3), (14, 3), (7, 7), (6, 7), (0, 2), (10, 1)])
    func `chunks are as the formula says`(_ count: Int, _ size: Int) {
        let grouped = groupChunks(Array(0..<count), batchSize: size)
        let m = count / size
        #expect(grouped.count == m * size)
        for i in 0..<m { for j in 0..<size { #expect(grouped[i * size + j] == i + m * j) } }
    }

    @Test(arguments: [1, 4, 16])
    func `every row reads one stretch of the text`(_ length: Int) {
        let stream = (0..<1000).map { $0 }
        let samples = groupChunks(sequenceSamples(stream, length: length), batchSize: 8)
        let rows = (0..<8).map { row in stride(from: row, to: samples.count, by: 8).flatMap { samples[$0].words } }
        for row in rows { #expect(row == Array(row[0]..<row[0] + row.count)) }
        #expect(Set(rows.flatMap(\.self)).count == samples.count * length, "no word is read twice")
    }

    @Test(arguments: [1, 5, 16, 31])
    func `wherever the text is cut, the state and the scores are the same`(_ cut: Int) {
        var random = SplitMix64(seed: 1216)
        let model = EveryTokenModel(vocabulary: 9, hidden: 8, using: &random)
        let x = IntTensor(shape: [4, 32], (0..<128).map { $0 * 5 % 9 })
        let whole = model(x)
        let state = model.state
        model.reset()
        #expect(model.state.scalars == [0])
        let parts = [model(x[0..., ..<cut]), model(x[0..., cut...])]
        #expect(Tensor.cat(parts, axis: 1).scalars == whole.scalars && model.state.scalars == state.scalars)
        #expect(!model.state.requiresGrad)
    }

    @Test func `two epochs of the same text are the same after a reset, and not without`() {
        var random = SplitMix64(seed: 1217)
        let model = StatefulModel(vocabulary: 9, hidden: 8, using: &random)
        let x = IntTensor([[0, 4, 2], [7, 7, 1]])
        let first = model(x).scalars
        let without = model(x).scalars
        model.reset()
        #expect(model(x).scalars == first && without != first)
    }

    @Test func `a graph that is kept stops at the second step of the optimizer`() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            var random = SplitMix64(seed: 1218)
            let model = StatefulModel(vocabulary: 9, hidden: 8, using: &random)
            model.detaches = false
            for _ in 0..<2 { crossEntropy(model(IntTensor([[0, 4, 2]])), IntTensor([1])).backward() }
        }
        #expect(
            message(of: result).contains("backward through relu [1, 8]: its graph was freed by an earlier backward"))
    }

    @Test func `a validation batch of another size is refused by the state`() async {
        await #expect(processExitsWith: .failure) {
            var random = SplitMix64(seed: 1219)
            let model = StatefulModel(vocabulary: 9, hidden: 8, using: &random)
            _ = model(IntTensor(repeating: 1, shape: [4, 3]))
            _ = model(IntTensor(repeating: 1, shape: [3, 3]))
        }
    }

    @Test func `a model that remembers learns what a model of three words cannot`() throws {
        // Of every two samples the second has to repeat what the first has read, and reads only fives itself.
        var random = SplitMix64(seed: 1220)
        var samples: [WordSample] = []
        for _ in 0..<2400 {
            let word = Int.random(in: 0...1, using: &random)
            samples.append((words: [word, 5], next: 5))
            samples.append((words: [5, 5], next: word))
        }
        func accuracy(_ model: some WordModel) throws -> Float {
            try train(
                model, on: groupedBatches(samples, batchSize: 16), epochs: 4, rate: 0.01,
                loss: { crossEntropy($0, $1) }, callbacks: [ModelReset()]
            ).accuracy
        }
        let with = try accuracy(StatefulModel(vocabulary: 6, hidden: 16, using: &random))
        let without = try accuracy(LoopedModel(vocabulary: 6, hidden: 16, using: &random))
        #expect(without < 0.8, "half of the samples are certain, the others a coin toss")
        #expect(with > 0.95)
    }

    @Test func `weight decay leaves the biases of layers alone`() throws {
        var random = SplitMix64(seed: 1221)
        let model = LoopedModel(vocabulary: 6, hidden: 4, using: &random)
        let before = model.parameters.map { $0.value.scalars }
        let batches = groupedBatches(threeWordSamples((0..<200).map { $0 % 6 }), batchSize: 8)
        // A loss without a gradient: only the decay is left.
        try train(
            model, on: batches, epochs: 1, rate: 0.1, decay: 0.5, loss: { scores, _ in (scores * 0).sum() })
        for ((name, parameter), start) in zip(model.namedParameters, before) {
            let isSmaller = zip(parameter.value.scalars, start).allSatisfy { abs($0) < abs($1) || $1 == 0 }
            #expect(name.hasSuffix("bias") ? parameter.value.scalars == start : isSmaller, "\(name)")
        }
    }
}
