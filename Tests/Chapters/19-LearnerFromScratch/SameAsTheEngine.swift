// This chapter's parts beside the engine's: they do the same. And what the chapter promises: it needs none of them.

import Chapter19
import Foundation
import Layers
import Tensors
import TestSupport
import Testing
import Training

@Suite struct `19 Same as the engine` {
    /// Ten batches of eight points, for both.
    private static func points() -> (x: Tensor, y: [Int]) {
        var random = SplitMix64(seed: 1920)
        let pairs = twoClouds(80, using: &random).pairs
        return (.stack(pairs.map(\.x)), pairs.map(\.y))
    }

    @Test func `its Learner learns what ours learns`() throws {
        let (x, y) = Self.points()
        var random = SplitMix64(seed: 1921)
        let (mine, its) = (Chapter19.Linear(2, 2, using: &random), Layers.Linear(2, 2, using: &random))
        for (ours, engines) in zip(mine.parameters, its.parameters) { engines.assign(ours.value) }

        let items = y.indices.map { (x: x[$0], y: y[$0]) }
        let loader = Chapter19.DataLoader(Pairs(items), batchSize: 8)
        let results = TrackResults()
        try Chapter19.Learner(
            mine, Chapter19.DataLoaders(train: loader, valid: loader), learningRate: 0.1, callbacks: [results]
        ).fit(3)

        let engines = Training.DataLoader(TensorDataset(x, IntTensor(y)), batchSize: 8)
        let learner = Training.Learner(
            Training.DataLoaders(engines, engines), its, loss: { crossEntropy($0, $1) }, metrics: [.accuracy])
        try EpochReporting.silently { try learner.fit(3, learningRate: 0.1) }

        for (ours, engines) in zip(mine.parameters, its.parameters) { expectClose(ours.value, engines.value) }
        let rows = results.rows(training: false)
        expectClose(Tensor(rows.map(\.loss)), Tensor(learner.recorder["valid_loss"]))
        expectClose(Tensor(rows.map(\.accuracy)), Tensor(learner.recorder["accuracy"]))
    }

    @Test func `its loader makes our batches, and both feed a net alike`() throws {
        var random = SplitMix64(seed: 1924)
        let items = (0..<50).map { (x: Tensor.rand(16, 16, 3, using: &random), y: $0 % 3) }
        let dataset = Pairs(items)
        let net = simpleCNN(classes: 3, using: &random)
        let ours = Chapter19.DataLoader(dataset, batchSize: 16, shuffle: true, workers: 3, seed: 77)
        let engines = Training.DataLoader(Items(dataset), batchSize: 16, shuffledUsing: &random)
        engines.randomState = 77
        #expect(ours.count == engines.count)
        for _ in 0..<2 {
            let batches = Array(engines)
            try ours.forEachBatch { number, batch in
                let (x, y) = batches[number]
                #expect(batch.y == y.scalars && batch.x.scalars == x.scalars)
                let outputs = noGrad { [batch.x, x].map { net($0.permuted(0, 3, 1, 2)).scalars } }
                #expect(outputs[0] == outputs[1])
            }
        }
    }

    @Test(arguments: [0, 0.9] as [Float])
    func `its SGD takes our steps`(_ momentum: Float) {
        var random = SplitMix64(seed: 1922)
        let start = Tensor.randn(5, 3, using: &random)
        let (mine, its) = (Chapter19.Parameter(start), Layers.Parameter(start))
        let ours = MomentumSGD([mine], learningRate: 0.05, momentum: momentum, weightDecay: 0.02)
        let engines = Training.SGD([its], learningRate: 0.05, momentum: momentum, weightDecay: 0.02)
        for _ in 0..<5 {
            let gradient = Tensor.randn(5, 3, using: &random)
            (mine.grad, its.grad) = (gradient, gradient)
            ours.step()
            engines.step()
            engines.zeroGrad()
        }
        expectClose(mine.value, its.value)
    }

    @Test func `but the chapter imports neither its layers nor its Learner, except to compare`() throws {
        let folder = projectFolder.appending(path: "Chapters/19-LearnerFromScratch")
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".swift") }
        #expect(files.count > 30)
        for file in files {
            let text = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
            // The one page that sets the engine's loader beside ours; nothing of its is used on another.
            if file == "02g-BesideTheEngine.swift" { continue }
            #expect(text.firstMatch(of: /(?m)^import (Layers|Training|Kernels|Safetensors)$/) == nil, "\(file)")
        }
    }
}

@Suite struct `19 Same bits on any number of threads` {
    @Test func `one thread and no worker, two and two, three and three`() async throws {
        let alone = try await bitsOfWeights(threads: 1, workers: 0)
        #expect(alone.hasSuffix("98730 numbers\n"))
        for threads in [2, 3] {
            let together = try await bitsOfWeights(threads: threads, workers: threads)
            #expect(together == alone)
        }
    }

    /// Trains in a process of its own: the number of threads is read once, at its first use.
    private func bitsOfWeights(threads: Int, workers: Int) async throws -> String {
        let result = try await #require(processExitsWith: .success, observing: [\.standardOutputContent]) {
            [threads = threads as Int, workers = workers as Int] in
            setenv("GROUNDUP_THREADS", "\(threads)", 1)
            let weights = try trainedWeights(workers: workers)
            // A sum that notices every bit and its place (Fowler, Noll and Vo).
            let sum = weights.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1.bitPattern)) &* 0x100_0000_01B3 }
            print(String(sum, radix: 16), weights.count, "numbers")
        }
        return String(decoding: result.standardOutputContent, as: UTF8.self)
    }
}

/// The weights of a simple CNN after an epoch on pictures of noise, with all that may use chance.
private func trainedWeights(workers: Int) throws -> [Float] {
    var random = SplitMix64(seed: 1923)
    let items = (0..<96).map { (x: Tensor.rand(32, 32, 3, using: &random), y: $0 % 10) }
    let loader = Chapter19.DataLoader(Pairs(items), batchSize: 32, shuffle: true, workers: workers, seed: 3)
    let net = simpleCNN(using: &random)
    let prepare = PrepareInputs(Normalize(mean: .full(0.5, [3]), std: .full(0.3, [3])))
    let callbacks: [any Listener] = [
        PrepareBatch(prepare), RandomFlip(using: &random), Mixup(using: &random), OneCycle(0.1), AveragedWeights(),
    ]
    try Chapter19.Learner(
        net, Chapter19.DataLoaders(train: loader, valid: loader), learningRate: 0.1, callbacks: callbacks
    ).fit(1)
    return net.parameters.flatMap(\.value.scalars)
}
