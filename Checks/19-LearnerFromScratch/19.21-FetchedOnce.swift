import Chapter19
import Exercises19
import Foundation
import Practice
import Solutions19
import Tensors

/// Item i is the number i. It counts how often each was fetched, and how many were fetched at the same time. Item 3
/// fails at the first attempt.
private final class Counted: Dataset, @unchecked Sendable {
    struct NotYet: Error, Equatable {}
    let count = 12
    private let lock = NSLock()
    private var fetches = [Int](repeating: 0, count: 12)
    private var now = 0, most = 0

    subscript(index: Int) -> (x: Tensor, y: Int) {
        get throws {
            let attempt = lock.withLock {
                fetches[index] += 1
                now += 1
                most = max(most, now)
                return fetches[index]
            }
            // Items 6 to 9 wait for one another, but not for ever.
            for _ in 0..<2000 where (6...9).contains(index) && mostAtOnce < 2 { Thread.sleep(forTimeInterval: 0.001) }
            lock.withLock { now -= 1 }
            if index == 3, attempt == 1 { throw NotYet() }
            return (Tensor([Float(index)]), index)
        }
    }

    var counts: [Int] { lock.withLock { fetches } }
    var mostAtOnce: Int { lock.withLock { most } }
}

/// What several threads get that ask at the same moment: the class, or -1 for an error.
private func asked(_ dataset: any Dataset, for indices: [Int]) -> [Int] {
    let workshop = Workshop(indices.count, workers: indices.count) { (try? dataset[indices[$0]].y) ?? -1 }
    defer { workshop.close() }
    var results: [Int] = []
    while let result = try? workshop.next() { results.append(result) }
    return results
}

let fetchedOnce = Check(
    "19.21", answer("fetchedOnce(_:)", Exercises19.fetchedOnce(_:), Solutions19.fetchedOnce(_:))
) { fetchedOnce in
    let counted = Counted()
    let found = try fetchedOnce(counted)
    try expectEqual(found.its("count", \.count), 12)
    try expectEqual(found.its("fetched before anybody asked") { _ in counted.counts.reduce(0, +) }, 0)
    try expectEqual(found.its("item 5, by four threads at once") { asked($0, for: [5, 5, 5, 5]) }, [5, 5, 5, 5])
    try expectEqual(found.its("how often item 5 was fetched then") { _ in counted.counts[5] }, 1)
    try expectEqual(found.its("items 6 to 9, by four threads at once") { asked($0, for: [6, 7, 8, 9]) }, [6, 7, 8, 9])
    try expect(found.its("fetches at the same time") { _ in counted.mostAtOnce }, "more than 1") { $0 > 1 }

    // A failure, and another attempt.
    try expectEqual(found.its("item 3, which fails at first, -1 for an error") { asked($0, for: [3]) }, [-1])
    try expectEqual(found.its("item 3 afterwards") { try $0[3].y }, 3)

    // Two epochs in the chapter's loader.
    let loaded = try found.its("two epochs in a DataLoader with three workers") { dataset in
        let loader = DataLoader(dataset, batchSize: 5, shuffle: true, workers: 3, seed: 1)
        var seen: [Int] = []
        for _ in 0..<2 {
            try loader.forEachBatch { _, batch in seen += zip(batch.x.scalars, batch.y).map { Int($0) + $1 } }
        }
        return seen.sorted()
    }
    try expectEqual(loaded, (0..<12).flatMap { [2 * $0, 2 * $0] })
    try expectEqual(
        found.its("fetches of each item in the end") { _ in counted.counts }, (0..<12).map { $0 == 3 ? 2 : 1 })
}
