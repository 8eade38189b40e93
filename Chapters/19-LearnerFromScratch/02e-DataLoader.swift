// # The loader
//
// Section 19.2 · After this page you can go through a dataset in shuffled batches that several threads have made, and
// get the same batches from any number of them.

import Datasets
import Figures
import Foundation
import Notebook
import Tensors

// A workshop must be closed, also when something goes wrong. So that nobody forgets it, there is a function around it.
// With no workers at all, the caller does everything itself:

/// Calls `use` with the results of jobs 0 ..< count in order, while `workers` threads do the next ones. When it returns
/// or throws, all threads have ended.
public func inOrder<Output: Sendable>(
    _ count: Int, workers: Int, _ make: @escaping @Sendable (Int) throws -> Output,
    then use: (Int, Output) throws -> Void
) throws {
    require(count >= 0, "inOrder for \(count) jobs", "there cannot be less than none")
    if workers == 0 { return try (0..<count).forEach { try use($0, make($0)) } }
    let workshop = Workshop(count, workers: workers, make)
    defer { workshop.close() }
    var job = 0
    while let output = try workshop.next() {
        try use(job, output)
        job += 1
    }
}

extension LearnerFromScratch {
    func resultsInOrder() throws {
        // Five jobs for three workers. The first takes longest and the last no time at all. In which order do the
        // results come?
        var results: [Int] = []
        try inOrder(5, workers: 3) { job in
            Thread.sleep(forTimeInterval: 0.01 * Double(4 - job))
            return job * job
        } then: { _, square in
            results.append(square)
        }
        show(
            results, "squares of 0 to 4, as they were handed out",
            predict: .numbers("Job 0 takes longest, job 4 no time. Which squares come, in their order?", results))
    }
}

// With this the loader is short. It has an order for each epoch, cuts it into chunks, and has a batch made of each. The
// order is drawn before the first thread starts. So how many workers there are, and which of them is faster, changes
// nothing in the batches:

/// A dataset in batches, made by several threads, in a new order every epoch if it shuffles.
public final class DataLoader {
    public let dataset: any Dataset
    public let batchSize, workers: Int
    public let shuffle: Bool
    private var random: SplitMix64

    /// - Parameters:
    ///   - workers: threads that make batches ahead; with 0, the caller makes each when it is wanted. (The book's
    ///     `n_workers`.)
    ///   - seed: of the orders of all epochs.
    public init(
        _ dataset: any Dataset, batchSize: Int = 128, shuffle: Bool = false, workers: Int = 1, seed: UInt64 = 0
    ) {
        require(batchSize > 0 && workers >= 0, "a DataLoader", "\(batchSize) items by \(workers) workers make no sense")
        (self.dataset, self.batchSize, self.shuffle, self.workers) = (dataset, batchSize, shuffle, workers)
        random = SplitMix64(seed: seed)
    }

    /// Batches in an epoch; the last one may be smaller.
    public var count: Int { (dataset.count + batchSize - 1) / batchSize }

    /// One epoch: every item once. `body` gets the number of each batch and the batch.
    /// - Throws: what getting an item throws, or `body`. All threads have ended then.
    public func forEachBatch(_ body: (Int, Batch) throws -> Void) throws {
        let batches = chunks(order(&random))
        try inOrder(batches.count, workers: workers, { [dataset] in try collate(batches[$0], dataset) }, then: body)
    }

    /// The first batch of the next epoch, without beginning it; nil if there is none.
    public func first() throws -> Batch? {
        var copy = random
        return try chunks(order(&copy)).first.map { try collate($0, dataset) }
    }

    private func order(_ random: inout SplitMix64) -> [Int] {
        shuffle ? random.permutation(dataset.count) : Array(0..<dataset.count)
    }

    private func chunks(_ order: [Int]) -> [[Int]] {
        stride(from: 0, to: order.count, by: batchSize).map { Array(order[$0..<min($0 + batchSize, order.count)]) }
    }
}

// (The book's count is (n - 1) // bs + 1. That is right in Python, where // rounds down. Swift's division rounds
// towards zero, and would find one batch where there are no items. Why is this not a loop, `for batch in loader`?
// Python asks a thing that it loops over for its iterator, with `__iter__`, as Swift does with `makeIterator`. But an
// iterator can be dropped in the middle, with threads at work, and in Swift its `next` may not throw.)

/// One worker for each core of the machine, up to 16, as in the book.
let usualWorkers = min(16, ProcessInfo.processInfo.activeProcessorCount)

extension LearnerFromScratch {
    func batchesOfPictures() throws {
        // Test it right away. The first training batch, and how many there are:
        let loader = try trainLoader()
        let batch = try loader.first() ?? Batch(x: .zeros(0), y: [])
        show("x \(batch.x.shape), \(batch.y.count) classes", "the first batch")
        show(loader.count, "training batches")
        record("first-batch/items", batch.y.count, book: 128, on: source)
        record("first-batch/height", batch.x.shape[1], book: 64, on: source)
        record("first-batch/width", batch.x.shape[2], book: 64, on: source)
        record("first-batch/channels", batch.x.shape[3], book: 3, on: source)
        record("first-batch/batches", loader.count, book: 74, on: source)

        // In an epoch, every item comes once. The last batch has what is left over. For the book's numbers of
        // photographs, 9,469 for training in batches of 128, and 3,925 for validation in batches of 256:
        for (count, batchSize) in [(9469, 128), (3925, 256)] {
            var sizes: [Int] = []
            try DataLoader(Squares(count), batchSize: batchSize).forEachBatch { _, batch in sizes.append(batch.y.count)
            }
            show(
                "\(sizes.count) batches, the last one of \(sizes.last ?? 0)",
                "\(count) items in batches of \(batchSize)")
        }
    }
}
