// # Which columns say the same
//
// A tree sees only the order of a column's values. So two columns are the same to it if their ranks are: the
// correlation of the ranks (C. Spearman, 1904) is 1 where one column always grows with the other, however much.

import Figures

extension Features {
    /// For each pair of columns, how far their ranks go together: 1 always, 0 not at all, −1 always against each other.
    /// Columns whose values are all equal go together with nothing. (The book's `scipy.stats.spearmanr`.)
    public var rankCorrelations: [[Double]] {
        let ranks = columns.map { centred(Tabular.ranks($0)) }
        let lengths = ranks.map { ranks in ranks.reduce(0) { $0 + $1 * $1 }.squareRoot() }
        return ranks.indices.map { a in
            ranks.indices.map { b in
                guard a != b else { return 1 }
                guard lengths[a] > 0, lengths[b] > 0 else { return 0 }
                let product = zip(ranks[a], ranks[b]).reduce(0) { $0 + $1.0 * $1.1 }
                return min(1, max(-1, product / (lengths[a] * lengths[b])))
            }
        }
    }

    /// Columns that say nearly the same, brought together step by step. (The book's `cluster_columns`.)
    ///
    /// The distance of two columns is 1 less the correlation of their ranks.
    public var clusters: Dendrogram {
        let distances = rankCorrelations.map { row in row.map { 1 - $0 } }
        return Dendrogram(merges: averageLinkage(distances), labels: names)
    }
}

/// The rank of each number among all, from 1; equal numbers share the mean of their places.
public func ranks(_ numbers: [Float]) -> [Double] {
    let order = numbers.indices.sorted { numbers[$0] < numbers[$1] }
    var ranks = [Double](repeating: 0, count: numbers.count)
    var start = 0
    while start < order.count {
        var end = start + 1
        while end < order.count, numbers[order[end]] == numbers[order[start]] { end += 1 }
        // Places start + 1 to end, whose mean is this.
        for place in start..<end { ranks[order[place]] = Double(start + 1 + end) / 2 }
        start = end
    }
    return ranks
}

private func centred(_ numbers: [Double]) -> [Double] {
    let mean = numbers.reduce(0, +) / Double(max(1, numbers.count))
    return numbers.map { $0 - mean }
}
