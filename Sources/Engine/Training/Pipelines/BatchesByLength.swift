// Batches of items of about equal length, and how short items are filled up.

import Tensors

/// The places of items, the longest first: batches of them have little padding.
public func sortedByLength(_ lengths: [Int]) -> [Int] {
    lengths.indices.sorted { (lengths[$1], $0) < (lengths[$0], $1) }
}

/// The batches of an epoch, so that items of about equal length are together. (What the book's `SortedDL` does.)
///
/// Without chance, the longest come first. With it, as in the book's library: 50 batches at a time are sorted, then
/// the batches are shuffled, but for the one with the longest item, which is the first (if it does not fit into
/// memory, that shows at once), and the last, which may be smaller.
/// - Parameters:
///   - places: of the items of each batch, all batches but the last equally large.
///   - seed: nil for no chance.
public func batchesByLength(_ places: [[Int]], lengths: [Int], seed: UInt64?) -> [[Int]] {
    guard let size = places.first?.count else { return [] }
    var all = places.flatMap { $0 }
    if let stranger = all.first(where: { !lengths.indices.contains($0) }) {
        stop("batchesByLength", "place \(stranger) is none of the \(lengths.count) whose lengths are given")
    }
    func isLonger(_ a: Int, _ b: Int) -> Bool { (lengths[b], a) < (lengths[a], b) }
    guard let seed else { return all.sorted(by: isLonger).batches(of: size) }
    let longest = all.indices.min { isLonger(all[$0], all[$1]) }!
    all.swapAt(0, longest)
    let sorted = all.batches(of: size * 50).flatMap { $0.sorted(by: isLonger) }.batches(of: size)
    if sorted.count < 3 { return sorted }
    var random = SplitMix64(seed: seed)
    let middle = sorted[1..<sorted.count - 1]
    return [sorted[0]] + random.permutation(middle.count).map { middle[1 + $0] } + [sorted.last!]
}

/// Lists of numbers, all as long as the longest of them: short ones are filled up at their ends.
/// - Parameter padding: what fills them up.
public func filledUp(_ lists: [[Int]], with padding: Int) -> [[Int]] {
    let longest = max(lists.map(\.count).max() ?? 0, 1)
    return lists.map { $0 + Array(repeating: padding, count: longest - $0.count) }
}

extension Array {
    fileprivate func batches(of size: Int) -> [[Element]] {
        stride(from: 0, to: count, by: size).map { Array(self[$0..<Swift.min($0 + size, count)]) }
    }
}
