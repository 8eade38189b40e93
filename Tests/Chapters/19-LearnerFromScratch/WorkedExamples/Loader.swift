// The loader: order, workers, errors and threads. Section 19.2.

import Chapter19
import Datasets
import Foundation
import Tensors
import TestSupport
import Testing

/// All batches of an epoch.
private func epoch(_ loader: DataLoader) throws -> [Batch] {
    var batches: [Batch] = []
    try loader.forEachBatch { number, batch in
        #expect(number == batches.count)
        batches.append(batch)
    }
    return batches
}

@Suite struct `19.2 DataLoader` {
    @Test(arguments: [(9469, 128, 74, 125), (3925, 256, 16, 85), (8, 4, 2, 4), (3, 4, 1, 3), (1, 1, 1, 1)])
    func `has as many batches as in the book, and the last one has what is left`(
        _ items: Int, _ size: Int, _ count: Int, _ last: Int
    ) throws {
        let loader = DataLoader(Numbers(count: items), batchSize: size)
        #expect(loader.count == count)
        let batches = try epoch(loader)
        #expect(batches.count == count && batches.last?.y.count == last)
        #expect(batches.flatMap(\.y) == Array(0..<items))
    }

    @Test func `of no items has no batches`() throws {
        let loader = DataLoader(Numbers(count: 0), batchSize: 4, workers: 2)
        #expect(try loader.count == 0 && epoch(loader).isEmpty)
    }

    @Test(arguments: [0, 1, 2, 3, 8])
    func `makes the same batches with any number of workers`(_ workers: Int) throws {
        let loaders = [0, workers].map {
            DataLoader(Numbers(count: 103), batchSize: 10, shuffle: true, workers: $0, seed: 5)
        }
        for _ in 0..<3 {
            let (alone, together) = (try epoch(loaders[0]), try epoch(loaders[1]))
            #expect(alone.map(\.y) == together.map(\.y) && alone.map(\.x.scalars) == together.map(\.x.scalars))
        }
    }

    @Test func `shuffles anew in every epoch, and the same for the same seed`() throws {
        func orders(seed: UInt64) throws -> [[Int]] {
            let loader = DataLoader(Numbers(count: 50), batchSize: 7, shuffle: true, seed: seed)
            return try (0..<3).map { _ in try epoch(loader).flatMap(\.y) }
        }
        let one = try orders(seed: 1)
        #expect(try one == orders(seed: 1) && one != orders(seed: 2))
        #expect(Set(one).count == 3 && one.allSatisfy { $0.sorted() == Array(0..<50) })
    }

    @Test func `makes the same pictures with any number of workers`() throws {
        try withFolder { folder in
            let files = try writePictures(["ant", "bee"], each: 20, in: folder)
            let set = PictureDataset(files, labels: ["ant", "bee"], size: 12)
            let runs = try [0, 1, 4].map { workers in
                try epoch(DataLoader(set, batchSize: 6, shuffle: true, workers: workers, seed: 3))
                    .map { fingerprint($0.x.scalars) }
            }
            #expect(runs[0] == runs[1] && runs[0] == runs[2] && Set(runs[0]).count == runs[0].count)
        }
    }
}

@Suite struct `19.2 Errors in the loader` {
    @Test(arguments: [0, 1, 3])
    func `come where the batch would have come`(_ workers: Int) throws {
        // Items 17 and 33 cannot be had; in batches of four, that is batches 4 and 8.
        let set = NumbersWithout(count: 60, missing: [33, 17])
        for _ in 0..<20 {
            var batches: [[Int]] = []
            let error = #expect(throws: NumbersWithout.Missing.self) {
                try DataLoader(set, batchSize: 4, workers: workers).forEachBatch { _, batch in batches.append(batch.y) }
            }
            #expect(error == NumbersWithout.Missing(item: 17))
            #expect(batches.flatMap(\.self) == Array(0..<16))
        }
    }

    @Test(arguments: [0, 1, 4])
    func `name the broken file`(_ workers: Int) throws {
        try withFolder { folder in
            let files = try writePictures(["ant", "bee"], each: 10, in: folder)
            let whole = try Data(contentsOf: files[13])
            for broken in [Data(), whole.prefix(whole.count / 2), Data("GIF89a".utf8)] {
                try broken.write(to: files[13])
                let loader = DataLoader(PictureDataset(files, labels: ["ant", "bee"]), batchSize: 4, workers: workers)
                var batches = 0
                let error = #expect(throws: DatasetError.self) { try loader.forEachBatch { _, _ in batches += 1 } }
                #expect(error?.subject == files[13].path && batches == 3)
            }
        }
    }

    @Test func `of the body end the epoch, and the loader can be used again`() throws {
        struct Enough: Error {}
        let loader = DataLoader(Numbers(count: 40), batchSize: 4, shuffle: true, workers: 3, seed: 7)
        var seen = 0
        #expect(throws: Enough.self) {
            try loader.forEachBatch { number, _ in
                seen += 1
                if number == 2 { throw Enough() }
            }
        }
        #expect(seen == 3)
        #expect(try epoch(loader).flatMap(\.y).sorted() == Array(0..<40))
    }

    @Test func `a worker does not run far ahead`() throws {
        let (workers, begun) = (2, Begun(jobs: 100))
        let workshop = Workshop(100, workers: workers) { job in begun.begin(job) }
        for job in 0..<100 {
            _ = try workshop.next()
            // One more than `ahead`: the job that was just handed out.
            #expect(begun.count <= job + 1 + 2 * workers)
        }
        #expect(try workshop.next() == nil)
        workshop.close()
        #expect(workshop.threadCount == 0 && begun.count == 100)
    }

    @Test func `a workshop that closes early leaves no thread, and its jobs undone`() throws {
        let begun = Begun(jobs: 1000)
        let workshop = Workshop(1000, workers: 4) { job in begun.begin(job) }
        _ = try workshop.next()
        workshop.close()
        #expect(workshop.threadCount == 0 && begun.count <= 9)
        #expect(try workshop.next() == nil)
        workshop.close()
    }

    #if os(Linux)
        @Test func `leave no thread behind`() async throws {
            await #expect(processExitsWith: .success) {
                func threads() -> Int {
                    (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/task").count) ?? -1
                }
                func rest() { Thread.sleep(forTimeInterval: 0.01) }
                func load(_ missing: Set<Int>) {
                    let set = NumbersWithout(count: 400, missing: missing)
                    try? DataLoader(set, batchSize: 4, workers: 6).forEachBatch { _, _ in }
                }
                load([])  // whatever is started once, such as the engine's own threads, is there now
                let before = threads()
                for round in 0..<10 { load([37 * round + 5, 300]) }
                // A thread that has done its last step may take a moment to disappear.
                for _ in 0..<500 where threads() > before { rest() }
                precondition(before > 0 && threads() <= before, "\(threads()) threads, \(before) before")
            }
        }
    #endif
}
