// Any collection in mini-batches.

import Tensors
import Testing
import Training

struct `Mini-batches` {
    private let letters = "abcdefghijklmnopqrstuvwxyz".enumerated().map { ($0.offset, $0.element) }

    @Test func `0 to 14 by fives, shuffled, is three batches that hold every number once`() {
        var random = SplitMix64(seed: 42)
        let batches = DataLoader(0..<15, batchSize: 5, shuffledUsing: &random).map(\.scalars)
        #expect(batches.map(\.count) == [5, 5, 5])
        #expect(batches.flatMap { $0 } != Array(0..<15))
        #expect(batches.flatMap { $0 }.sorted() == Array(0..<15))
    }

    @Test func `26 letters by six leave two, and pairs stay together`() {
        var random = SplitMix64(seed: 42)
        let batches = Array(DataLoader(letters, batchSize: 6, shuffledUsing: &random))
        #expect(batches.map(\.0.count) == [6, 6, 6, 6, 2])
        let pairs = batches.flatMap { zip($0.scalars, $1) }
        #expect(pairs.allSatisfy { letters[$0].1 == $1 })
        #expect(Set(pairs.map(\.0)).count == 26)
    }

    @Test func `a batch that is not full can be dropped`() {
        let loader = DataLoader(letters, batchSize: 6, dropsLast: true)
        #expect(loader.count == 4 && loader.map(\.1.count) == [6, 6, 6, 6])
        #expect(DataLoader(0..<12, batchSize: 6, dropsLast: true).count == 2)
    }

    @Test func `without shuffling the order is the collection's, in every epoch`() {
        let loader = DataLoader(letters, batchSize: 10)
        for _ in 0..<2 { #expect(loader.flatMap(\.1) == letters.map(\.1)) }
    }

    @Test(arguments: [(0, 5, 0), (1, 5, 1), (5, 5, 1), (6, 5, 2), (3, 1, 3), (3, 100, 1)])
    func `count is the number of batches in an epoch`(_ items: Int, _ batchSize: Int, _ expected: Int) {
        let loader = DataLoader(0..<items, batchSize: batchSize)
        #expect(loader.count == expected && Array(loader).count == expected)
        #expect(loader.itemCount == items && loader.batchSize == batchSize)
    }

    @Test func `an empty collection has no batches`() {
        let nothing = DataLoader([(Int, String)](), batchSize: 4)
        #expect(nothing.first == nil && nothing.count == 0 && nothing.isEmpty)
    }

    @Test func `first is the first batch`() {
        #expect(DataLoader(10..<20, batchSize: 3).first?.scalars == [10, 11, 12])
    }
}

struct `Shuffling` {
    @Test func `every epoch has a new order`() {
        let loader = shuffled(seed: 1)
        let epochs = (0..<5).map { _ in order(loader) }
        #expect(Set(epochs).count == 5)
        #expect(epochs.allSatisfy { $0.sorted() == Array(0..<20) })
    }

    @Test func `the same seed gives the same orders, another seed others`() {
        let (a, b, c) = (shuffled(seed: 1), shuffled(seed: 1), shuffled(seed: 2))
        for _ in 0..<3 {
            let expected = order(a)
            #expect(order(b) == expected && order(c) != expected)
        }
    }

    @Test func `two loaders from one generator have different orders`() {
        var random = SplitMix64(seed: 1)
        let a = DataLoader(0..<20, batchSize: 7, shuffledUsing: &random)
        let b = DataLoader(0..<20, batchSize: 7, shuffledUsing: &random)
        #expect(order(a) != order(b))
    }

    @Test func `the size of the batches does not change the order`() {
        var random = SplitMix64(seed: 1)
        let pairs = DataLoader(0..<20, batchSize: 2, shuffledUsing: &random)
        #expect(order(pairs) == order(shuffled(seed: 1)))
    }

    @Test func `every item comes first about equally often`() {
        let loader = shuffled(seed: 5)
        var counts = [Int](repeating: 0, count: 20)
        for _ in 0..<2000 { counts[order(loader)[0]] += 1 }
        #expect(counts.allSatisfy { (50...150).contains($0) }, "seed 5: \(counts)")
    }

    @Test func `two epochs at the same time do not disturb each other`() {
        let loader = shuffled(seed: 1)
        let together = zip(loader, loader).map { ($0.scalars, $1.scalars) }
        #expect(together.flatMap(\.0).sorted() == Array(0..<20))
        #expect(together.flatMap(\.1).sorted() == Array(0..<20))
    }

    @Test func `looking at a loader shows the next epoch, and leaves it as it is`() {
        let (looked, expected) = (shuffled(seed: 1), (0..<2).map { [loader = shuffled(seed: 1)] _ in order(loader) })
        for epoch in expected {
            #expect(looked.first?.scalars == Array(epoch[..<7]))
            #expect(looked.first?.scalars == Array(epoch[..<7]))
            #expect(looked.first { $0.count < 7 }?.scalars == Array(epoch[14...]))
            #expect(looked.contains { $0.scalars == Array(epoch[7..<14]) })
            #expect(looked.count == 3 && looked.underestimatedCount == 3)
            #expect(order(looked) == epoch)
        }
    }

    @Test func `an epoch that is stopped early is over, the next one has another order`() {
        let loader = shuffled(seed: 1)
        let starts = (0..<5).map { _ in Array(loader.prefix(1))[0].scalars }
        #expect(Set(starts).count == 5)
    }

    private func shuffled(seed: UInt64) -> DataLoader<IntTensor> {
        var random = SplitMix64(seed: seed)
        return DataLoader(0..<20, batchSize: 7, shuffledUsing: &random)
    }

    private func order(_ loader: DataLoader<IntTensor>) -> [Int] { loader.flatMap(\.scalars) }
}
