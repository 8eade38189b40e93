// Loaders over something that makes a whole epoch itself.

import Tensors
import TestSupport
import Testing
import Training

/// Numbers; the item at `bad` cannot be read.
private final class Numbers: EpochSource {
    let count: Int, bad: Int?
    /// What was asked for, epoch by epoch.
    var asked: [(batches: Int, seed: UInt64?)] = []

    init(_ count: Int, bad: Int? = nil) { (self.count, self.bad) = (count, bad) }

    func epoch(_ places: [[Int]], seed: UInt64?) -> () throws -> [Int]? {
        asked.append((places.count, seed))
        var rest = places[...]
        return { [bad] in
            guard let batch = rest.popFirst() else { return nil }
            if let bad, batch.contains(bad) { throw Unreadable(number: bad) }
            return batch
        }
    }
}

private struct Unreadable: Error, Equatable { let number: Int }

struct `Loaders of whole epochs` {
    @Test func `hand out what the source makes, in order or shuffled`() {
        let source = Numbers(7)
        #expect(Array(DataLoader(source, batchSize: 3)) == [[0, 1, 2], [3, 4, 5], [6]])
        #expect(Array(DataLoader(source, batchSize: 3, dropsLast: true)) == [[0, 1, 2], [3, 4, 5]])
        #expect(source.asked.allSatisfy { $0.seed == nil })
        var random = SplitMix64(seed: 1)
        let shuffled = DataLoader(source, batchSize: 3, shuffledUsing: &random)
        #expect(Array(shuffled).flatMap(\.self).sorted() == Array(0..<7))
    }

    @Test func `give every epoch a seed of its own, and the same again when they resume`() throws {
        let source = Numbers(7)
        var random = SplitMix64(seed: 1)
        let loader = DataLoader(source, batchSize: 3, shuffledUsing: &random)
        let state = loader.randomState
        let epochs = (0..<3).map { _ in Array(loader) }
        let seeds = source.asked.map(\.seed)
        #expect(Set(seeds).count == 3 && !seeds.contains(nil))
        loader.randomState = state
        #expect(Array(loader) == epochs[0] && source.asked[3].seed == seeds[0])
    }

    @Test func `make no more than the first batch for a look`() {
        let source = Numbers(70)
        var random = SplitMix64(seed: 1)
        let loader = DataLoader(source, batchSize: 3, shuffledUsing: &random)
        let first = loader.first
        #expect(source.asked.map(\.batches) == [1])
        #expect(Array(loader).first == first && source.asked[1].seed == source.asked[0].seed)
    }

    @Test func `end where an item cannot be read, and say why`() {
        let loader = DataLoader(Numbers(9, bad: 5), batchSize: 2)
        #expect(Array(loader) == [[0, 1], [2, 3]])
        #expect(loader.problem as? Unreadable == Unreadable(number: 5))
        #expect(loader.first == [0, 1] && loader.problem == nil)
    }
}
