// # Numbers for equal values
//
// Sorting, grouping, joining and counting all ask the same of a column: which rows are equal, and which come first? So
// there is one answer for all of them: every row gets the rank of its value among the different ones, from 0.

import Foundation

/// The different values of a column in their order.
struct Ranks {
    /// For each row; -1 for what is missing.
    var ranks: [Int]
    /// For each rank, the first row that has it.
    var firstRows: [Int]

    /// How many different values there are.
    var count: Int { firstRows.count }

    /// - Parameter ranks: numbers from 0 that may leave some out, as the levels of texts do which do not occur any
    ///   more.
    init(sparse ranks: [Int], below limit: Int) {
        var first = [Int](repeating: -1, count: limit)
        for (row, rank) in ranks.enumerated() where rank >= 0 && first[rank] < 0 { first[rank] = row }
        var dense = [Int](repeating: -1, count: limit)
        firstRows = []
        for rank in 0..<limit where first[rank] >= 0 {
            dense[rank] = firstRows.count
            firstRows.append(first[rank])
        }
        self.ranks = ranks.map { $0 < 0 ? -1 : dense[$0] }
    }

    /// The ranks of values that can be compared; nil for those that are missing.
    init<Value: Comparable>(_ values: [Value], isMissing: (Int) -> Bool) {
        let present = values.indices.filter { !isMissing($0) }
        // Equal values keep the order of their rows.
        let sorted = present.sorted { values[$0] < values[$1] || (!(values[$1] < values[$0]) && $0 < $1) }
        (ranks, firstRows) = ([Int](repeating: -1, count: values.count), [])
        for row in sorted {
            if firstRows.isEmpty || values[firstRows.last!] < values[row] { firstRows.append(row) }
            ranks[row] = firstRows.count - 1
        }
    }

    /// Ranks of several columns together: the first one counts most. Rows in which one of the values is missing have
    /// none.
    init(_ columns: [Ranks], rows: Int) {
        guard let first = columns.first else {
            (ranks, firstRows) = ([Int](repeating: 0, count: rows), rows == 0 ? [] : [0])
            return
        }
        self = first
        for next in columns.dropFirst() {
            let keys = ranks.indices.map { row in
                ranks[row] < 0 || next.ranks[row] < 0 ? -1 : ranks[row] * next.count + next.ranks[row]
            }
            self = Ranks(keys) { keys[$0] < 0 }
        }
    }

    /// The rows of each rank.
    var rows: [[Int]] {
        var rows = [[Int]](repeating: [], count: count)
        for (row, rank) in ranks.enumerated() where rank >= 0 { rows[rank].append(row) }
        return rows
    }
}

extension Column {
    /// Numbers by size, texts by the codes of their letters, categories by their order.
    var ranks: Ranks {
        switch values {
        case .ints(let column): return Ranks(column.values, isMissing: column.isMissing)
        case .doubles(let column): return Ranks(column) { column[$0].isNaN }
        case .dates(let column): return Ranks(column.values, isMissing: column.isMissing)
        case .bools(let column):
            return Ranks(sparse: column.values.indices.map { row in column[row].map { $0 ? 1 : 0 } ?? -1 }, below: 2)
        case .categories(let texts, _): return Ranks(sparse: texts.codes.map(Int.init), below: texts.levels.count)
        case .texts(let texts):
            let order = texts.levels.indices.sorted { isBefore(texts.levels[$0], texts.levels[$1]) }
            var places = [Int](repeating: 0, count: order.count)
            for (place, level) in order.enumerated() { places[level] = place }
            return Ranks(sparse: texts.codes.map { $0 < 0 ? -1 : places[Int($0)] }, below: order.count)
        }
    }

    /// The different values as they first appear, what is missing among them. (pandas' `unique`.)
    public var unique: Column { taking(uniqueRows) }

    /// How many different values there are, without what is missing. (pandas' `nunique`.)
    public var uniqueCount: Int { ranks.count }

    private var uniqueRows: [Int] {
        let missing = (0..<count).first(where: isMissing)
        return (ranks.firstRows + (missing.map { [$0] } ?? [])).sorted()
    }

    /// How often each value occurs, the most frequent first. (pandas' `value_counts`.)
    /// - Parameters:
    ///   - countsMissing: what is missing has a line of its own. (pandas' `dropna=False`.)
    ///   - name: of the column with the values.
    public func valueCounts(countsMissing: Bool = false, name: String = "value") -> DataFrame {
        let ranks = ranks
        var counts = ranks.rows.map(\.count)
        var rows = ranks.firstRows
        if countsMissing, let row = (0..<count).first(where: isMissing) {
            rows.append(row)
            counts.append(missingCount)
        }
        let order = rows.indices.sorted { (-counts[$0], rows[$0]) < (-counts[$1], rows[$1]) }
        return DataFrame([
            (name, taking(order.map { rows[$0] })), ("count", Column(order.map { counts[$0] })),
        ])
    }
}

extension DataFrame {
    /// How often each value of a column occurs, the most frequent first. (pandas' `value_counts`.)
    public func valueCounts(_ name: String, countsMissing: Bool = false) -> DataFrame {
        self[name].valueCounts(countsMissing: countsMissing, name: name == "count" ? "value" : name)
    }
}
