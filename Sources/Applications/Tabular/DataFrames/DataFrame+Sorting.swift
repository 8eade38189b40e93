// Rows in another order.

import Common
import Tensors

extension DataFrame {
    /// The rows sorted by a column, equal ones in their old order; what is missing comes last. (pandas' `sort_values`.)
    public func sorted(by name: String, descending: Bool = false) -> DataFrame {
        sorted(by: [name], descending: descending ? [name] : [])
    }

    /// The rows sorted by several columns: where they are equal in the first one, the second one decides, and so on.
    /// - Parameter descending: those of the columns that begin with their largest value.
    public func sorted(by names: [String], descending: [String] = []) -> DataFrame {
        for name in descending {
            require(names.contains(name), "sorting by \(listed(names))", "“\(name)” is none of them")
        }
        var order = Array(0..<rowCount)
        // The column that counts least goes first: each further sort keeps the order of what it finds equal.
        for name in names.reversed() { order = self[name].sortedRows(order, descending: descending.contains(name)) }
        return taking(order)
    }

    /// Some rows by chance, each at most once, in random order. (pandas' `sample`.)
    public func sample(_ count: Int, using random: inout SplitMix64) -> DataFrame {
        require(
            0...rowCount ~= count, "\(counted(count, "row")) of a table by chance", "it has \(counted(rowCount, "row"))"
        )
        return taking(Array(random.permutation(rowCount).prefix(count)))
    }
}

extension Column {
    /// Rows sorted by their values: counted by rank, which keeps the order of equal ones.
    fileprivate func sortedRows(_ rows: [Int], descending: Bool) -> [Int] {
        let ranks = ranks
        func slot(_ row: Int) -> Int {
            let rank = ranks.ranks[row]
            return rank < 0 ? ranks.count : descending ? ranks.count - 1 - rank : rank
        }
        var ends = [Int](repeating: 0, count: ranks.count + 2)
        for row in rows { ends[slot(row) + 1] += 1 }
        for index in 1..<ends.count { ends[index] += ends[index - 1] }
        var sorted = [Int](repeating: 0, count: rows.count)
        for row in rows {
            let slot = slot(row)
            sorted[ends[slot]] = row
            ends[slot] += 1
        }
        return sorted
    }
}
