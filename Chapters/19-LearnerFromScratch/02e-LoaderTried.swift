// # The loader, put to the test
//
// Section 19.2 · After this page you know that the workers change nothing but the time, what a loader does when a file
// is broken, and how to find out whether loading holds up the training.

import Datasets
import Figures
import Foundation
import Notebook
import Tensors

// Threads come and go as they like. What they make must not depend on that.

extension LearnerFromScratch {
    func anyNumberOfWorkers() throws {
        // Do the batches depend on who makes them? Two epochs of shuffled pictures, from the same seed, with 0 to 5
        // workers. The sum of all numbers, each times its place, would betray any change of order:
        let some = PictureDataset(Array(try trainSet.files.prefix(run.size(quick: 20, usual: 60))), labels: try labels)
        var table = TextTable(["workers", "epoch 0", "epoch 1"], decimals: 3)
        for workers in [0, 1, 2, 5] {
            let loader = DataLoader(some, batchSize: 16, shuffle: true, workers: workers, seed: run.seed)
            table.add(workers, try weightedSum(of: loader), try weightedSum(of: loader))
        }
        show(table, "The same batches from any number of workers, and another order in the next epoch")
        let columns = [0, 1].map { column in table.rows.map { $0[column + 1].cellText(decimals: 9) } }
        show(
            columns.allSatisfy { $0.unique().count == 1 }, "each epoch is the same for all",
            ask: "The same seed, 0 to 5 workers: are the batches of an epoch the same?")
    }

    func brokenFile() throws {
        // Among thousands of files, sooner or later one is broken. What then? It would be wrong to hang, or to go on
        // without a word. The loader has to stop, name the file, and leave no thread behind that goes on working.
        //
        // Thirty pictures, in batches of four. Number 17 is replaced with the first half of its own bytes:
        var files = Array(try trainSet.files.prefix(30))
        let folder = run.figureFolder.appending(path: "broken/train/\(files[17].parent.name)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let bytes = try Data(contentsOf: files[17])
        files[17] = folder.appending(path: files[17].name)
        try bytes.prefix(bytes.count / 2).write(to: files[17])

        // Three workers make the batches. How many are handed out, and what comes then?
        let loader = DataLoader(PictureDataset(files, labels: try labels), batchSize: 4, workers: 3)
        var batches = 0
        do {
            try loader.forEachBatch { _, _ in batches += 1 }
        } catch {
            show("\(error)".replacing(folder.path, with: "…"), "the error")
        }
        show(
            batches, "batches before it",
            ask: "Item 17 is broken, batches have four items. How many batches are handed out before the error?")

        // The workers have made more than these, since they work ahead. But the error waits for its turn. So it comes
        // at the same place in every run, however fast the threads are.
        //
        // Who would rather go on without the file can say so. A dataset need not have all the files there are:
        let good = files.filter { (try? openAsRGB($0)) != nil }
        show("\(good.count) of \(files.count)", "files that can be opened")
    }

    func speedOfTheLoader() throws {
        // Now the clock. We load pictures with no worker, with one, and with more, twice each time. First nothing is
        // done with the batches. Then there is a net that needs as long for a batch as it takes to make one. (It only
        // waits, like a program whose GPU is computing.)
        let files = Array(try trainSet.files.prefix(run.size(quick: 48, usual: 1000, full: 20_000)))
        let (some, batchSize) = (PictureDataset(files, labels: try labels), run.size(quick: 16, usual: 64))
        try DataLoader(some, batchSize: batchSize).forEachBatch { _, _ in }  // so that the files are in memory
        let alone = try seconds(of: DataLoader(some, batchSize: batchSize, workers: 0))
        var table = TextTable(
            ["workers", "milliseconds", "pictures per second", "milliseconds with a net"], decimals: 0)
        let cores = ProcessInfo.processInfo.activeProcessorCount
        for workers in [0, 1, 2, cores].unique().sorted() {
            let loader = DataLoader(some, batchSize: batchSize, workers: workers)
            let loading = try seconds(of: loader)
            let training = try seconds(of: loader, waiting: alone / Double(loader.count))
            table.add(workers, 1000 * loading, Double(some.count) / loading, 1000 * training)
        }
        show(table, "Loading \(some.count) pictures, with \(cores == 1 ? "one core" : "\(cores) cores")")

        // Look at the last column. With no worker the net waits for the loader and the loader for the net, and their
        // times add up. A single worker is enough to have both at work at once. More workers pay as far as there are
        // cores, and as far as the net itself leaves them free.
        //
        // The book finds that its loader is no slower than the one of the library, and much simpler. That is worth
        // remembering: when something is wrong with your data, do not fear to write a loader of your own.
    }
}

// MARK: Helpers

extension LearnerFromScratch {
    /// How long an epoch takes, with a pause after each batch.
    private func seconds(of loader: DataLoader, waiting: Double = 0) throws -> Double {
        let start = ContinuousClock.now
        try loader.forEachBatch { _, _ in if waiting > 0 { Thread.sleep(forTimeInterval: waiting) } }
        return (ContinuousClock.now - start) / .seconds(1)
    }

    /// Σ of the mean of each batch and its classes, weighted by its place in the epoch.
    private func weightedSum(of loader: DataLoader) throws -> Float {
        var sum: Float = 0
        try loader.forEachBatch { number, batch in
            let places = Tensor.arange(batch.y.count) + Float(number * loader.batchSize + 1)
            let means = batch.x.reshaped(batch.y.count, -1).mean(axis: 1)
            sum += (places * (means + Tensor(batch.y.map { Float($0) }))).mean().item
        }
        return sum
    }
}
