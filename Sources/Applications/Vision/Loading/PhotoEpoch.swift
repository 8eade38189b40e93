// One epoch: threads that make items, and a reader who takes batches in their order.
//
// Items are given out in order, one at a time, to whoever is free; but no more than two batches ahead of the reader, so that memory
// stays the same however long the epoch is. When the reader goes away, the threads end.

import Foundation
import Kernels
import Tensors
import Training

/// The reader's side of an epoch.
final class PhotoEpoch<Label: Collatable & Sendable> {
    private let work: Work

    init(_ items: PhotoItems<Label>, _ places: [[Int]], seed: UInt64?) {
        work = Work(items, places, seed)
        for _ in 0..<min(threadCount, places.reduce(0) { $0 + $1.count }) {
            let thread = Thread { [work] in work.run() }
            thread.stackSize = 8 << 20
            thread.start()
        }
    }

    deinit { work.stop() }

    /// The next batch; nil after the last one.
    /// - Throws: what is wrong with the first item of the batch that cannot be made.
    func next() throws -> (Tensor, Label.Batch)? {
        guard let batch = work.next() else { return nil }
        let labels = try batch.labels.map { try $0!.get() }
        return (Tensor(array: try batch.pictures.pictures()), Label.collate(labels))
    }
}

extension PhotoEpoch {
    /// A batch that is being made.
    fileprivate final class Unfinished {
        let pictures: PictureBatch
        /// What came of each item.
        var labels: [Result<Label, any Error>?]
        var left: Int

        init(_ count: Int, _ size: Size2D?) {
            (pictures, labels, left) = (PictureBatch(count, size), Array(repeating: nil, count: count), count)
        }
    }

    /// What the threads share.
    fileprivate final class Work: @unchecked Sendable {
        private let items: PhotoItems<Label>
        private let places: [[Int]]
        private let seed: UInt64?
        private let condition = NSCondition()
        private var batches: [Int: Unfinished] = [:]
        /// The next item to be made, and the next batch to be read.
        private var begun = (batch: 0, slot: 0), read = 0
        private var isOver = false

        /// How many batches are made at a time.
        private static var ahead: Int { 2 }

        init(_ items: PhotoItems<Label>, _ places: [[Int]], _ seed: UInt64?) {
            (self.items, self.places, self.seed) = (items, places, seed)
        }

        func stop() {
            condition.lock()
            isOver = true
            condition.broadcast()
            condition.unlock()
        }

        /// The next batch, as soon as all of its items are made; nil after the last one.
        func next() -> Unfinished? {
            condition.lock()
            defer { condition.unlock() }
            guard read < places.count else { return nil }
            while batches[read].map({ $0.left > 0 }) ?? true { condition.wait() }
            defer { condition.broadcast() }
            read += 1
            return batches.removeValue(forKey: read - 1)
        }

        /// Makes items until there are no more.
        func run() {
            while let (batch, slot, place) = take() {
                let label = Result { try items.make(place, seed: seed, slot: slot, of: batch.pictures) }
                condition.lock()
                batch.labels[slot] = label
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
            if slot == 0 { batches[number] = Unfinished(count, items.pipeline.size) }
            begun = slot + 1 < count ? (number, slot + 1) : (number + 1, 0)
            return (batches[number]!, slot, places[number][slot])
        }
    }
}

// MARK: Without an epoch

/// Photos that are made at once.
struct PhotoBatch {
    private let items: PhotoItems<Int>

    init(_ photos: [any PhotoSource], _ pipeline: PhotoPipeline) {
        items = PhotoItems(photos, photos.map { _ in 0 }, pipeline)
    }

    /// The pictures [n, 3, h, w], as in validation.
    /// - Throws: ``PhotoProblem``, which names the first photo that cannot be read.
    func picturesOnAllThreads() throws -> NDArray<Float> {
        let batch = PictureBatch(items.count, items.pipeline.size)
        let failures = Failures()
        parallelFor(items.count) { block in
            for i in block {
                do { _ = try items.make(i, seed: nil, slot: i, of: batch) } catch { failures.add(error, at: i) }
            }
        }
        if let failure = failures.first { throw failure }
        return try batch.pictures()
    }
}

/// The errors of several threads, of which that of the first item counts.
private final class Failures: @unchecked Sendable {
    private let lock = NSLock()
    private var earliest: (place: Int, error: any Error)?

    var first: (any Error)? { lock.withLock { earliest?.error } }

    func add(_ error: any Error, at place: Int) {
        lock.withLock { if place < earliest?.place ?? .max { earliest = (place, error) } }
    }
}
