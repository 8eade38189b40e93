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
        // Section 19.1 has left out the files that cannot be opened. But a file may break later, or its disk be
        // unplugged. What then? It would be wrong to hang, or to go on without a word. The loader has to stop, name the
        // file, and leave no thread behind that goes on working.
        //
        // Thirty pictures, in batches of four. Number 17 is replaced with the first half of its own bytes:
        var files = Array(try trainSet.files.prefix(30))
        let folder = try workFolder().appending(path: "broken/train/\(files[17].parent.name)")
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
        // at the same place in every run, however fast the threads are. And who is left? The loader keeps its workshop
        // to itself, so we look at one that opens the same files:
        let workshop = Workshop(files.count, workers: 3) { [files] in try openAsRGB(files[$0]).shape }
        var opened = 0
        while (try? workshop.next()) != nil { opened += 1 }
        workshop.close()
        show(opened, "files opened before it")
        show(workshop.threadCount, "threads that are left")

        // Who would rather go on without the file can say so. A dataset need not have all the files there are:
        show(files.count { problem(with: $0) == nil }, "of \(files.count) files can be opened")
    }

    func speedOfTheLoader() throws {
        // Now the clock. We load pictures with no worker, with one, and with one for each core. First nothing is done
        // with the batches. Then there is a net that needs as long for a batch as it takes to make one. (It only waits,
        // like a program whose GPU is computing.) Other programs disturb a measurement and never help it, so each time
        // is the best of several:
        let some = try picturesToTime()
        var table = TextTable(
            ["workers", "milliseconds", "pictures per second", "milliseconds with a net"], decimals: 0)
        let alone = try bestTime(of: some.loader(workers: 0))
        var times: [(workers: Int, withNet: Double)] = []
        for workers in [0, 1, usualWorkers].unique() {
            let loader = some.loader(workers: workers)
            let loading = workers == 0 ? alone : try bestTime(of: loader)
            times.append((workers, try bestTime(of: loader, waiting: alone / Double(loader.count))))
            table.add(workers, 1000 * loading, Double(some.count) / loading, 1000 * times[times.count - 1].withNet)
        }
        let cores = usualWorkers == 1 ? "one core" : "\(usualWorkers) cores"
        show(table, "Loading \(some.count) pictures with \(cores), the best of several times")

        // Look at the last column. With no worker the net waits for the loader and the loader for the net, so their
        // times add up. A worker makes the next batch while the net has this one, and so the two should take little
        // longer than one of them. What does the clock say?
        let saved = (1 - times[1].withNet / times[0].withNet) * 100
        show(
            saved >= 10
                ? "With a net, a worker saves \(Int(saved)) percent of the milliseconds."
                : "With a net, a worker saves few of the milliseconds: the machine has other work to do.")

        // More workers help as far as there are cores. And they help less when the net is no pause but computes: then
        // net and workers share the cores.
    }
}

// MARK: Helpers

extension PictureDataset {
    /// A loader of batches that are worth timing.
    func loader(workers: Int) -> DataLoader {
        DataLoader(self, batchSize: max(1, min(64, count / 3)), workers: workers)
    }
}

extension LearnerFromScratch {
    /// Enough pictures for a clock.
    func picturesToTime() throws -> PictureDataset {
        PictureDataset(
            Array(try trainSet.files.prefix(run.size(quick: 48, usual: 600, full: 20_000))), labels: try labels)
    }

    /// How long an epoch takes, with a pause after each batch: the best of several times.
    func bestTime(of loader: DataLoader, waiting: Double = 0) throws -> Double {
        let times = try (0..<run.size(quick: 1, usual: 3, full: 5)).map { _ in
            let start = ContinuousClock.now
            try loader.forEachBatch { _, _ in if waiting > 0 { Thread.sleep(forTimeInterval: waiting) } }
            return (ContinuousClock.now - start) / .seconds(1)
        }
        return times.min() ?? 0
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
