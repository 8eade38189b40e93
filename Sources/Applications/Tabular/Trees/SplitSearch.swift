// # Where to cut
//
// A node holds rows. A cut sends those whose value in one column is at most a threshold to the left, the others to the
// right. The best cut leaves the smallest squared differences between the rows' targets and the mean of their own
// group.
//
// For every place to try, those differences need not be added up again. Let d be the sum of (target − mean of the node)
// over the rows on the left, and w their number (or weight), of W in all. The cut makes the sum of squared differences
// smaller by
//
//     gain = d² · W / (w · (W − w))
//
// so that one walk through the sorted column, keeping d and w, tries every place.

/// A target, and how often it counts.
struct WeightedTarget {
    var y: Double, weight: Double
}

/// A place where a column can be cut: after so many of its rows.
struct Cut {
    var column = -1
    var rowsLeft = 0
    /// By how much it makes the sum of squared differences smaller.
    var gain = -1.0

    /// Two ways to form the same groups differ by rounding, so a better cut is better by more than that. Of equally
    /// good ones the first counts.
    static let hair = 1 + 1e-10

    func isBetter(than other: Cut) -> Bool { column >= 0 && (other.column < 0 || gain > other.gain * Cut.hair) }
}

/// The best cut of one column.
/// - Parameters:
///   - entries: the node's rows in the order of the column's values.
///   - mean: of the node's targets, by weight.
///   - smallest: how many rows each side must have.
/// - Returns: a cut without a column if there is none.
func bestCut(
    _ column: Int, _ entries: UnsafePointer<Entry>, _ count: Int, _ targets: UnsafePointer<WeightedTarget>,
    mean: Double, weight: Double, smallest: Int
) -> Cut {
    var best = Cut()
    var (difference, weightLeft, bar) = (0.0, 0.0, -1.0)
    for place in 0..<max(0, count &- smallest) {
        let entry = entries[place]
        let target = targets[entry.row]
        difference += target.weight * (target.y - mean)
        weightLeft += target.weight
        guard place &+ 1 >= smallest, entry.key != entries[place &+ 1].key else { continue }
        let gain = difference * difference / (weightLeft * (weight - weightLeft))
        if gain > bar {
            best = Cut(column: column, rowsLeft: place &+ 1, gain: gain)
            bar = gain * Cut.hair
        }
    }
    best.gain *= best.column < 0 ? 1 : weight
    return best
}

/// Halfway between two neighbouring values. Rounding must not make it the upper one, which would send that to the left.
func threshold(between lower: Float, and upper: Float) -> Float {
    let middle = lower / 2 + upper / 2
    return middle < upper ? max(middle, lower) : lower
}
