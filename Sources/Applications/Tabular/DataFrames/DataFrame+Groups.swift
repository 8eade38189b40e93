// # Groups
//
//     frame.grouped(by: "state").aggregated([("SalePrice", .mean), ("SalePrice", .count)])
//
// The rows of a table fall into groups, one for each value of a column, or for each combination of several; of each
// group one row remains. A group has the value of its key, so a row whose key is missing is in none, as in pandas.

import Tensors

/// The rows of a table in groups. (pandas' `groupby`.)
public struct Groups: Sendable {
    let frame: DataFrame
    /// The columns that groups differ in.
    public let names: [String]
    /// The rows of each group, sorted by the values that the groups differ in.
    public let rows: [[Int]]

    public var count: Int { rows.count }

    /// The values that the groups differ in: a row for each group.
    public var keys: DataFrame { frame.selecting(names).taking(rows.map { $0[0] }) }

    /// The rows of a group as a table.
    public subscript(group: Int) -> DataFrame { frame.taking(rows[group]) }

    /// One row for each group: its key, and what became of its values. (pandas' `agg`.) A column is named after both,
    /// such as “SalePrice mean”.
    public func aggregated(_ wanted: [(column: String, Aggregation)]) -> DataFrame {
        var result = keys
        for (name, aggregation) in wanted {
            let column = frame[name]
            result["\(name) \(aggregation)"] = Column(rows.map { column.aggregated(aggregation, rows: $0) })
        }
        return result
    }

    /// How many rows each group has. (pandas' `size`.)
    public var sizes: DataFrame {
        var result = keys
        result[result.has("count") ? "rows" : "count"] = Column(rows.map(\.count))
        return result
    }
}

extension DataFrame {
    /// The rows in groups. (pandas' `groupby`.)
    public func grouped(by names: String...) -> Groups { grouped(by: names) }

    /// The rows in groups. (pandas' `groupby`.)
    public func grouped(by names: [String]) -> Groups {
        let ranks = Ranks(names.map { self[$0].ranks }, rows: rowCount)
        return Groups(frame: self, names: names, rows: ranks.rows)
    }

    /// A table of two columns' values against each other, with what became of a third one's values in each combination.
    /// (pandas' `pivot_table`.)
    public func pivoted(
        rows: String, columns: String, values: String, _ aggregation: Aggregation = .mean
    ) -> DataFrame {
        crossed(rows, columns) { self[values].aggregated(aggregation, rows: $0) }
    }

    /// How often each combination of two columns' values occurs. (pandas' `crosstab`.)
    public func crosstab(rows: String, columns: String) -> DataFrame {
        crossed(rows, columns) { .int($0.count) }
    }

    private func crossed(_ rows: String, _ columns: String, _ cell: ([Int]) -> Cell) -> DataFrame {
        let (down, across) = (self[rows].ranks, self[columns].ranks)
        var places = [[[Int]]](repeating: Array(repeating: [], count: down.count), count: across.count)
        for row in 0..<rowCount where down.ranks[row] >= 0 && across.ranks[row] >= 0 {
            places[across.ranks[row]][down.ranks[row]].append(row)
        }
        var result = DataFrame([(rows, self[rows].taking(down.firstRows))])
        for (number, row) in across.firstRows.enumerated() {
            let name = self[columns].plainText(row)
            result[result.has(name) ? name + " " : name] = Column(places[number].map(cell))
        }
        return result
    }
}
