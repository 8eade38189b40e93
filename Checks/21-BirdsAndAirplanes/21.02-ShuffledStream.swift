import Exercises21
import Practice
import Solutions21
import Tensors

/// Shuffles the numbers from 0, up to `count` or without an end, and takes the first `wanted`.
private struct Taken: Sendable {
    /// What came out, and how many had been read from the stream after each.
    var items: [Int] = []
    var reads: [Int] = []
    var readsBefore = 0
}

private typealias Shuffled = @Sendable (AnyIterator<Int>, Int, UInt64) throws -> AnyIterator<Int>

/// - Parameter count: how many items the stream has; nil for no end.
private func taking(
    _ shuffled: @escaping Shuffled
) -> @Sendable (_ count: Int?, _ buffer: Int, _ seed: UInt64, _ wanted: Int) throws -> Taken {
    { count, buffer, seed, wanted in
        var (reads, taken) = (0, Taken())
        let stream = AnyIterator<Int> {
            if let count, reads >= count { return nil }
            defer { reads += 1 }
            return reads
        }
        let result = try shuffled(stream, buffer, seed)
        taken.readsBefore = reads
        while taken.items.count < wanted, let item = result.next() {
            taken.items.append(item)
            taken.reads.append(reads)
        }
        return taken
    }
}

private let name = "shuffledStream(ofCount:buffer:seed:taking:)"

let shuffledStream = Check(
    "21.2",
    Answer(
        NamedFunction(name, taking(Exercises21.shuffledStream(_:buffer:seed:))),
        NamedFunction(name, taking(Solutions21.shuffledStream(_:buffer:seed:))))
) { shuffled in
    // Every item once, whatever the lengths.
    for (count, buffer) in [(0, 1), (1, 1), (3, 10), (10, 10), (100, 1), (100, 7), (100, 99)] {
        let found = try shuffled(count, buffer, 7, 1000)
        try expectEqual(found.its("sorted") { $0.items.sorted() }, Array(0..<count))
        try expectEqual(found.its("items read before the first was asked for") { $0.readsBefore }, 0)
        let early = found.value.items.enumerated().first { $0.element > $0.offset + buffer }
        try expect(found, "no item that was not in the buffer yet", found: "item \(early?.element ?? 0) too early") {
            _ in
            early == nil
        }
        let greedy = found.value.reads.enumerated().first { $0.element > $0.offset + 1 + buffer }
        try expect(
            found, "at most \(buffer) items are kept", found: "\(greedy?.element ?? 0) read for \(greedy?.offset ?? 0)"
        ) { _ in greedy == nil }
        // Whoever shuffles the stream block by block lets the buffer run empty in between.
        let lazy = found.value.reads.enumerated().first { $0.element < min(count, $0.offset + buffer) }
        try expect(
            found, "a buffer that is full until the stream ends",
            found: "\(lazy?.element ?? 0) read for \((lazy?.offset ?? 0) + 1) given"
        ) { _ in lazy == nil }
    }
    try expectEqual(try shuffled(50, 1, 3, 50).its("items") { $0.items }, Array(0..<50))
    // No end, the same seed, another seed.
    let endless = try shuffled(nil, 20, 1, 300)
    try expectEqual(endless.its("count") { $0.items.count }, 300)
    try expectEqual(try shuffled(nil, 20, 1, 300).its("a second time") { $0.items }, endless.value.items)
    let other = try shuffled(nil, 20, 2, 300)
    try expect(other, "another order than with seed 1", found: "the same") { $0.items != endless.value.items }
    // A full buffer makes a fair shuffle: each order of four items comes equally often. This refuses a random first
    // item with the others in their order, too.
    var orders: [[Int]: Int] = [:]
    for seed in 0..<2400 { orders[try shuffled(4, 4, UInt64(seed), 4).value.items, default: 0] += 1 }
    try expect(
        Found("shuffledStream of 0, 1, 2, 3, buffer 4, 2400 seeds, how often each order came", orders.values.sorted()),
        "24 orders, about 100 times each"
    ) { $0.count == 24 && $0.allSatisfy { (55...145).contains($0) } }
    // In the middle of a long stream, each place of the buffer is drawn equally often.
    var waits = [Int](repeating: 0, count: 5)
    for seed in 0..<1000 {
        let items = try shuffled(nil, 5, UInt64(seed), 1).value.items
        waits[items[0]] += 1
    }
    try expect(
        Found("shuffledStream of an endless stream with buffer 5 and 1000 seeds, how often 0 to 4 came first", waits),
        "about 200 each"
    ) { $0.allSatisfy { (140...260).contains($0) } }
}
