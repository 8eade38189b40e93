// Tables made of tables: rows that are wanted, columns that follow from others.

import Tensors

extension DataFrame {
    /// The rows for which the condition holds. Where it is about single columns, a mask is faster: `frame[frame["a"] >
    /// 1]`.
    public func filter(_ isWanted: (TableRow) throws -> Bool) rethrows -> DataFrame {
        taking(try (0..<rowCount).filter { try isWanted(self[$0]) })
    }

    /// A column that follows from the rows: `frame["area"] = frame.mapRows { … }`. (pandas' `apply(axis=1)`.)
    public func mapRows(_ body: (TableRow) throws -> Cell) rethrows -> Column {
        Column(try (0..<rowCount).map { try body(self[$0]) })
    }

    /// The rows in which nothing is missing; or nothing in some columns. (pandas' `dropna`.)
    public func droppingMissing(in names: [String]? = nil) -> DataFrame {
        let columns = names.map { $0.map { self[$0] } } ?? columns
        return taking((0..<rowCount).filter { row in !columns.contains { $0.isMissing(row) } })
    }

    /// A column of truth values for each level of a column of texts or categories, in its place, named “column_level”.
    /// (pandas' `get_dummies`: one-hot encoding.) Where the value is missing, all of them are false.
    /// - Parameter names: nil for all columns of texts and categories.
    public func oneHot(_ names: [String]? = nil) -> DataFrame {
        let chosen = names ?? self.names.filter { [.text, .category].contains(self[$0].kind) }
        for name in chosen { _ = known(name) }
        var result: [(String, Column)] = []
        for (name, column) in zip(self.names, columns) {
            guard chosen.contains(name) else {
                result.append((name, column))
                continue
            }
            let ranks = column.ranks
            for (rank, row) in ranks.firstRows.enumerated() {
                result.append(("\(name)_\(column.plainText(row))", Column(ranks.ranks.map { $0 == rank })))
            }
        }
        return DataFrame(result)
    }

    /// Columns of numbers as a tensor [rows, columns].
    /// - Precondition: the columns hold no texts, and nothing in them is missing.
    public func tensor(_ names: [String]? = nil) -> Tensor {
        let names = names ?? self.names
        let columns = names.map { name in
            require(
                self[name].missingCount == 0, "the column “\(name)” as a tensor",
                "\(self[name].missingCount) of its values are missing", try: "`filled(with:)` or `droppingMissing()`")
            return Tensor(self[name].numbers.map(Float.init))
        }
        return columns.isEmpty ? .zeros(rowCount, 0) : Tensor.stack(columns, axis: 1)
    }
}

extension Column {
    /// What is missing replaced by a value. (pandas' `fillna`.)
    public func filled(with value: Cell) -> Column {
        var column = self
        column.set(value, where: isMissing)
        return column
    }

    /// Texts as dates. (pandas' `to_datetime`.)
    /// - Throws: ``TableProblem`` with the first row that is no date.
    public func asDates(of name: String = "the column") throws -> Column {
        if case .dates = values { return self }
        let texts = asText().coded("asDates").texts
        let dates = texts.levels.map { DateTime($0) }
        if let row = texts.codes.firstIndex(where: { $0 >= 0 && dates[Int($0)] == nil }) {
            throw TableProblem(
                name,
                "expected a date such as 2006-11-16 or 11/16/2006 0:00, found \(quoted(texts[row]!)) in row \(row)",
                try: "correcting it, or leaving it out")
        }
        return Column(texts.codes.map { $0 < 0 ? nil : dates[Int($0)] })
    }
}
