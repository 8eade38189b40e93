// # One epoch: threads that make items, and a reader who takes batches in their order
//
// Items are given out in order, one at a time, to whoever is free; but no more than two batches ahead of the reader,
// so that memory stays the same however long the epoch is. When the reader goes away, the threads end. What comes out
// does not depend on who was faster: batches come in order, and every item has a random stream of its own.

import Foundation
import Kernels
import Tensors

/// Items that are made on all cores while a net learns, and put together to batches.
public protocol ItemSource: EpochSource, Sendable {
    associatedtype Item
    /// A batch while it is made, if its items are to be written into it.
    associatedtype Unfinished
    func begin(_ count: Int) -> Unfinished
    /// Makes the item at a place; called on any thread.
    /// - Parameters:
    ///   - seed: of the epoch; see ``itemStream(_:_:)``. nil for a loader that does not shuffle.
    ///   - slot: its number in the batch.
    func make(_ place: Int, seed: UInt64?, slot: Int, of batch: Unfinished) throws -> Item
    /// - Parameter number: of the batch in its epoch.
    func finish(_ batch: Unfinished, _ items: [Item], number: Int, seed: UInt64?) throws -> Batch
}

extension ItemSource {
    public func epoch(_ places: [[Int]], seed: UInt64?) -> () throws -> Batch? {
        let epoch = ItemEpoch(self, places, seed: seed)
        return { try epoch.next() }
    }
}

/// The random stream of an item in an epoch: a matter of the epoch's seed and the item's place alone.
public func itemStream(_ seed: UInt64?, _ place: Int) -> SplitMix64 {
    guard let seed else { return SplitMix64(seed: 0) }
    var mixer = SplitMix64(seed: seed ^ UInt64(place) &* 0xD134_2543_DE82_EF95)
    return SplitMix64(seed: mixer.next())
}

/// The reader's side of an epoch.
final class ItemEpoch<Source: ItemSource> {
    private let work: Work

    init(_ source: Source, _ places: [[Int]], seed: UInt64?) {
        work = Work(source, places, seed)
        for _ in 0..<min(threadCount, places.reduce(0) { $0 + $1.count }) {
            let thread = Thread { [work] in work.run() }
            thread.stackSize = 8 << 20
            thread.start()
        }
    }

    deinit { work.stop() }

    /// The next batch; nil after the last one.
    /// - Throws: what is wrong with the first item of the batch that cannot be made.
    func next() throws -> Source.Batch? {
        guard let (number, batch) = work.next() else { return nil }
        let items = try batch.items.map { try $0!.get() }
        return try work.source.finish(batch.content, items, number: number, seed: work.seed)
    }
}

extension ItemEpoch {
    /// A batch that is being made.
    fileprivate final class Unfinished {
        let content: Source.Unfinished
        /// What came of each item.
        var items: [Result<Source.Item, any Error>?]
        var left: Int

        init(_ count: Int, _ content: Source.Unfinished) {
            (self.content, items, left) = (content, Array(repeating: nil, count: count), count)
        }
    }

    /// What the threads share.
    fileprivate final class Work: @unchecked Sendable {
        let source: Source, seed: UInt64?
        private let places: [[Int]]
        private let condition = NSCondition()
        private var batches: [Int: Unfinished] = [:]
        /// The next item to be made, and the next batch to be read.
        private var begun = (batch: 0, slot: 0), read = 0
        private var isOver = false

        /// How many batches are made at a time.
        private static var ahead: Int { 2 }

        init(_ source: Source, _ places: [[Int]], _ seed: UInt64?) {
            (self.source, self.places, self.seed) = (source, places, seed)
        }

        func stop() {
            condition.lock()
            isOver = true
            condition.broadcast()
            condition.unlock()
        }

        /// The next batch with its number, as soon as all of its items are made; nil after the last one.
        func next() -> (number: Int, batch: Unfinished)? {
            condition.lock()
            defer { condition.unlock() }
            guard read < places.count else { return nil }
            while batches[read].map({ $0.left > 0 }) ?? true { condition.wait() }
            defer { condition.broadcast() }
            read += 1
            return (read - 1, batches.removeValue(forKey: read - 1)!)
        }

        /// Makes items until there are no more.
        func run() {
            while let (batch, slot, place) = take() {
                let item = Result { try source.make(place, seed: seed, slot: slot, of: batch.content) }
                condition.lock()
                batch.items[slot] = item
                batch.left -= 1
                if batch.left == 0 { condition.broadcast() }
                condition.unlock()
            }
        }

        /// An item to be made; nil when there are no more. It waits while too many are ahead of the reader.
        private func take() -> (batch: Unfinished, slot: Int, place: Int)? {
            condition.lock()
            defer { condition.unlock() }
            while !isOver, begun.batch < places.count, begun.batch >= read + Self.ahead { condition.wait() }
            guard !isOver, begun.batch < places.count else { return nil }
            let (number, slot) = begun
            let count = places[number].count
            if slot == 0 { batches[number] = Unfinished(count, source.begin(count)) }
            begun = slot + 1 < count ? (number, slot + 1) : (number + 1, 0)
            return (batches[number]!, slot, places[number][slot])
        }
    }
}
