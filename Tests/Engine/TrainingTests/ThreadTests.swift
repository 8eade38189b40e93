// The number of threads changes how long training takes, and nothing else.

import Foundation
import Kernels
import Layers
import Tensors
import Testing
import Training

struct `Training on several threads` {
    @Test(arguments: [2, 3])
    func `several threads learn the same weights as one, bit for bit`(_ threads: Int) async throws {
        let (alone, together) = try await (bitsOfWeights(threads: 1), bitsOfWeights(threads: threads))
        #expect(alone.count == 23_581)
        #expect(together == alone)
    }

    /// Trains in a process of its own: the number of threads is read once, at its first use.
    private func bitsOfWeights(threads: Int) async throws -> [Substring] {
        let result = try await #require(processExitsWith: .success, observing: [\.standardOutputContent]) {
            [threads = threads as Int] in
            setenv("GROUNDUP_THREADS", "\(threads)", 1)
            try #require(threadCount == threads)
            print(try trainedNet().map { String($0.bitPattern, radix: 16) }.joined(separator: " "))
        }
        return String(decoding: result.standardOutputContent, as: UTF8.self).dropLast().split(separator: " ")
    }
}

/// The weights of a 784-30-1 net after two epochs on random images, large enough to be shared among threads.
private func trainedNet() throws -> [Float] {
    var random = SplitMix64(seed: 42)
    let dataset = TensorDataset(Tensor.rand(1000, 784, using: &random), Tensor.rand(1000, 1, using: &random))
    let loader = DataLoader(dataset, batchSize: 256, shuffledUsing: &random)
    let net = Sequential(Linear(784, 30, using: &random), ReLU(), Linear(30, 1, using: &random))
    return try Learner(DataLoaders(loader, loader), net, loss: mseLoss).trained(2).weights
}
