// # Beside the engine's loader
//
// Section 19.2 · After this page you can set the engine's loader beside ours, and say what each can do that the other
// cannot.

import Figures
import Foundation
import Notebook
import Tensors
import Training

// The book says that its loader is no slower than that of the library, and much simpler. Is ours? The engine has a
// `DataLoader` in its module `Training`. (This is the only page of the chapter that imports it. Swift lets you say
// which of two things of one name you mean: `Training.DataLoader` is the engine's, and without a module in front it is
// ours.)
//
// The engine's loader takes any collection of pairs. That could be a list of tensors in memory, or something that opens
// a file when an item is asked for. So a dataset only has to be dressed as a collection, `Items`. There is one
// difficulty. The subscript of a collection must not throw, and so a broken file is the end of the program:

/// A dataset as a collection of pairs. An item that cannot be had ends the program.
public struct Items: RandomAccessCollection {
    public let dataset: any Dataset

    public init(_ dataset: any Dataset) { self.dataset = dataset }

    public var startIndex: Int { 0 }
    public var endIndex: Int { dataset.count }
    public subscript(index: Int) -> (Tensor, Int) {
        do {
            return try dataset[index]
        } catch {
            stop("item \(index) of \(dataset.count)", "\(error)")
        }
    }
}

extension LearnerFromScratch {
    func sameBatchesAsTheEngine() throws {
        // Both shuffle with the same generator. Given the same state of it, do they make the same batches? We look at
        // two epochs, so that the second order is compared, too:
        let some = PictureDataset(Array(try trainSet.files.prefix(run.size(quick: 20, usual: 60))), labels: try labels)
        var random = run.random
        let engines = Training.DataLoader(Items(some), batchSize: 16, shuffledUsing: &random)
        engines.randomState = run.seed
        let ours = DataLoader(some, batchSize: 16, shuffle: true, workers: 2, seed: run.seed)
        var equal: [Bool] = []
        for _ in 0..<2 {
            let batches = Array(engines)
            try ours.forEachBatch { number, batch in
                let (x, y) = batches[number]
                equal.append(batch.x.scalars == x.scalars && batch.y == y.scalars)
            }
        }
        show(
            equal.allSatisfy(\.self), "all \(equal.count) batches have the same numbers in the same order",
            ask: "The same dataset and the same seed: do the engine's loader and ours make the same batches?")
    }

    func asFastAsTheEngine() throws {
        // And now the clock, as on the page before: alone, and with a net that waits.
        let some = try picturesToTime()
        let mine = [some.loader(workers: 0), some.loader(workers: usualWorkers)]
        let engines = Training.DataLoader(Items(some), batchSize: mine[0].batchSize)
        let pause = try bestTime(of: mine[0]) / Double(mine[0].count)
        var rows = [("the engine's", bestTime(of: engines), bestTime(of: engines, waiting: pause))]
        for loader in mine {
            rows.append(
                ("ours, workers: \(loader.workers)", try bestTime(of: loader), try bestTime(of: loader, waiting: pause))
            )
        }
        var table = TextTable(["loader", "milliseconds", "milliseconds with a net"], decimals: 0)
        for (name, loading, withNet) in rows { table.add(name, 1000 * loading, 1000 * withNet) }
        show(table, "Loading \(some.count) pictures, the best of several times")
        let ratio = rows[2].2 / rows[0].2
        show(
            ratio < 1.05
                ? "With a net, ours needs \(Int((100 * ratio).rounded())) percent of the engine's milliseconds."
                : "With a net, ours needs more milliseconds than the engine's here. On a quiet machine it does not.")

        // Without workers, both do the same: open, decode, resize, stack. With workers, ours also works while the net
        // does. It needs one page for the workshop and one for the loader, and it reports a broken file as an error.
        // The engine's, given a collection, is made for what lies in memory already, where it takes a whole batch at
        // once and no thread is of any use. (For items that have to be opened or computed it has another way in,
        // `ItemSource`, which works on all cores as ours does; the photos of chapter 5 take it.) That is the book's
        // point. When something is wrong with your data, do not fear to write a loader of your own.
    }

    // MARK: Helpers

    /// How long an epoch of the engine's loader takes, with a pause after each batch: the best of several times.
    private func bestTime(of loader: Training.DataLoader<(Tensor, IntTensor)>, waiting: Double = 0) -> Double {
        let times = (0..<run.size(quick: 1, usual: 3, full: 5)).map { _ in
            let start = ContinuousClock.now
            for _ in loader where waiting > 0 { Thread.sleep(forTimeInterval: waiting) }
            return (ContinuousClock.now - start) / .seconds(1)
        }
        return times.min() ?? 0
    }
}
