// Nudge: What has to be sorted, the lengths or the places?
// Idea: Sort the places by the lengths that are there, then cut the list into pieces.
// Almost: `lengths.indices.sorted { … }` has two cases: longer before shorter, and of equally long ones the earlier
//   place first. `stride(from: 0, to: order.count, by: size)` gives the starts of the pieces; the last may be shorter.

public func sortedBatches(_ lengths: [Int], size: Int) -> [[Int]] {
    let order = lengths.indices.sorted {
        lengths[$0] > lengths[$1] || (lengths[$0] == lengths[$1] && $0 < $1)
    }
    return stride(from: 0, to: order.count, by: size).map { start in
        Array(order[start..<min(start + size, order.count)])
    }
}
