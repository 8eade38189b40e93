// Several tables in one.

import Tensors

extension DataFrame {
    /// Which rows of the left table remain when nothing of the right one belongs to them.
    public enum Join: Sendable {
        /// None of them.
        case inner
        /// All of them; what the right table would say is missing.
        case left
    }

    /// The rows of this table, each beside those of another one that have the same key. (pandas' `merge`.)
    ///
    /// The rows keep the order of this table. Several rows of the same key give all their pairs. What is missing is no
    /// key: it belongs to nothing. Other columns of the same name in both tables get “_x” and “_y” behind it.
    public func joined(with other: DataFrame, on keys: [String], _ join: Join = .inner) -> DataFrame {
        require(!keys.isEmpty, "a join of two tables", "it needs a column that both have")
        let (own, others) = (self.keys(keys), other.keys(keys))
        var matches: [[Cell]: [Int]] = [:]
        for (row, key) in others.enumerated() { if let key { matches[key, default: []].append(row) } }
        var (left, right): ([Int], [Int?]) = ([], [])
        for (row, key) in own.enumerated() {
            let found = key.flatMap { matches[$0] } ?? []
            left += found.isEmpty && join == .inner ? [] : Array(repeating: row, count: Swift.max(1, found.count))
            right += found.isEmpty ? (join == .left ? [nil] : []) : found
        }
        let extra = other.names.filter { !keys.contains($0) }
        var result = taking(left)
        let shared = Set(extra.filter(has))
        result = result.renaming(Dictionary(uniqueKeysWithValues: shared.map { ($0, $0 + "_x") }))
        for name in extra { result[shared.contains(name) ? name + "_y" : name] = other[name].taking(right) }
        return result
    }

    /// The values of some columns in each row; nil where one of them is missing. A whole number is the same key in a
    /// column of whole numbers and in one of fractions.
    private func keys(_ names: [String]) -> [[Cell]?] {
        let columns = names.map { self[$0] }
        return (0..<rowCount).map { row in
            let key = columns.map { column in
                if case .double(let value) = column.cell(row), let whole = Int(exactly: value) {
                    return Cell.int(whole)
                }
                return column.cell(row)
            }
            return key.contains(.missing) ? nil : key
        }
    }

    /// The rows of this table, and below them those of another one. A column that one of them does not have is missing
    /// there. (pandas' `concat`.)
    public func appending(_ other: DataFrame) -> DataFrame {
        var result = DataFrame()
        for name in names + other.names.filter({ !has($0) }) {
            let above = has(name) ? self[name] : Column(missing: rowCount, like: other[name])
            let below = other.has(name) ? other[name] : Column(missing: other.rowCount, like: self[name])
            result[name] = above.appending(below)
        }
        return result
    }
}

extension Column {
    /// Rows by their numbers; nil is a row in which the value is missing.
    func taking(_ rows: [Int?]) -> Column {
        let extended = appending(Column(missing: 1, like: self))
        return extended.taking(rows.map { $0 ?? count })
    }

    /// Nothing but missing values, of the type of another column.
    init(missing count: Int, like column: Column) {
        switch column.values {
        case .ints: self.init([Int?](repeating: nil, count: count))
        case .doubles: self.init([Double](repeating: .nan, count: count))
        case .bools: self.init([Bool?](repeating: nil, count: count))
        case .dates: self.init([DateTime?](repeating: nil, count: count))
        case .texts: self.init([String?](repeating: nil, count: count))
        case .categories(let texts, let isOrdered):
            let codes = [Int32](repeating: -1, count: count)
            self.init(.categories(CodedTexts(levels: texts.levels, codes: codes), isOrdered: isOrdered))
        }
    }

    /// The values of both columns, in the narrowest type that holds them all.
    public func appending(_ other: Column) -> Column {
        switch (values, other.values) {
        case (.categories(let a, let isOrdered), .categories(let b, let isOtherOrdered))
        where a.levels == b.levels && isOrdered == isOtherOrdered:
            return Column(.categories(CodedTexts(levels: a.levels, codes: a.codes + b.codes), isOrdered: isOrdered))
        case (.doubles(let a), .doubles(let b)): return Column(a + b)
        case (.ints(let a), .ints(let b)): return Column(.ints(a.appending(b)))
        case (.bools(let a), .bools(let b)): return Column(.bools(a.appending(b)))
        case (.dates(let a), .dates(let b)): return Column(.dates(a.appending(b)))
        case (.ints, .doubles), (.doubles, .ints): return Column(numbers + other.numbers)
        default: return Column(strings + other.strings)
        }
    }
}

extension Marked {
    fileprivate func appending(_ other: Self) -> Self {
        func marks(_ column: Self) -> [Bool] {
            column.missing.isEmpty ? Array(repeating: false, count: column.values.count) : column.missing
        }
        return Self(values + other.values, missing: marks(self) + marks(other))
    }
}
