// # Columns
//
// A column holds values of one type. What is missing is part of every type, so whole numbers stay whole numbers when
// one of them is missing. (pandas would turn them into fractions, because it marks what is missing by NaN.)
//
//     whole numbers, truth values, dates     the values, and a mark for each that is missing, if any is
//     fractions                              the values; NaN is what is missing
//     texts, categories                      every different text once, its level, and a code for each row: -1 is what is missing
//
// Most columns of text have few different ones. A code takes four bytes, so four hundred thousand rows of “Wheel
// Loader” take 1.6 MB; and equal texts are found by comparing numbers.

import Tensors

/// Values of one type, some of which may be missing. (pandas' `Series`, without its name.)
public struct Column: Sendable {
    package var values: Values

    /// What a column may hold.
    package enum Values: Sendable {
        case ints(Marked<Int>)
        case doubles([Double])
        case bools(Marked<Bool>)
        case dates(Marked<DateTime>)
        case texts(CodedTexts)
        /// Texts that are meant as levels, in an order that is kept: alphabetical, or one's own.
        case categories(CodedTexts, isOrdered: Bool)
    }

    /// The type of a column. (pandas' `dtype`.)
    public enum Kind: String, Sendable, Codable { case int, double, bool, date, text, category }

    package init(_ values: Values) { self.values = values }

    public var kind: Kind {
        switch values {
        case .ints: .int
        case .doubles: .double
        case .bools: .bool
        case .dates: .date
        case .texts: .text
        case .categories: .category
        }
    }

    public var count: Int {
        switch values {
        case .ints(let column): column.values.count
        case .doubles(let column): column.count
        case .bools(let column): column.values.count
        case .dates(let column): column.values.count
        case .texts(let column), .categories(let column, _): column.codes.count
        }
    }
}

/// Values, and which of them are missing.
package struct Marked<Value: Sendable & Equatable>: Sendable, Equatable {
    package var values: [Value]
    /// One for each value; empty where none is missing.
    package var missing: [Bool]

    package init(_ values: [Value], missing: [Bool] = []) {
        (self.values, self.missing) = (values, missing.contains(true) ? missing : [])
    }

    init(_ values: [Value?], filler: Value) {
        self.init(values.map { $0 ?? filler }, missing: values.map { $0 == nil })
    }

    subscript(index: Int) -> Value? { missing.isEmpty || !missing[index] ? values[index] : nil }

    func isMissing(_ index: Int) -> Bool { !missing.isEmpty && missing[index] }

    func taking(_ rows: [Int]) -> Self {
        Self(rows.map { values[$0] }, missing: missing.isEmpty ? [] : rows.map { missing[$0] })
    }
}

/// Texts as codes: the number of a text among the different ones. What is missing has the code -1.
package struct CodedTexts: Sendable, Equatable {
    package var levels: [String]
    package var codes: [Int32]

    package init(levels: [String], codes: [Int32]) { (self.levels, self.codes) = (levels, codes) }

    /// Levels in the order in which they first appear.
    init(_ texts: some Sequence<String?>) {
        var numbers: [String: Int32] = [:]
        (levels, codes) = ([], [])
        for text in texts {
            guard let text else {
                codes.append(-1)
                continue
            }
            if numbers[text] == nil {
                numbers[text] = Int32(levels.count)
                levels.append(text)
            }
            codes.append(numbers[text]!)
        }
    }

    subscript(index: Int) -> String? { codes[index] < 0 ? nil : levels[Int(codes[index])] }
}

// MARK: Making a column

extension Column {
    public init(_ values: [Int]) { self.init(.ints(Marked(values))) }
    public init(_ values: [Int?]) { self.init(.ints(Marked(values, filler: 0))) }
    /// NaN is a value that is missing.
    public init(_ values: [Double]) { self.init(.doubles(values)) }
    public init(_ values: [Double?]) { self.init(.doubles(values.map { $0 ?? .nan })) }
    public init(_ values: [Float]) { self.init(.doubles(values.map(Double.init))) }
    public init(_ values: [Bool]) { self.init(.bools(Marked(values))) }
    public init(_ values: [Bool?]) { self.init(.bools(Marked(values, filler: false))) }
    public init(_ values: [DateTime]) { self.init(.dates(Marked(values))) }
    public init(_ values: [DateTime?]) { self.init(.dates(Marked(values, filler: DateTime(seconds: 0)))) }
    public init(_ values: [String]) { self.init(.texts(CodedTexts(values))) }
    public init(_ values: [String?]) { self.init(.texts(CodedTexts(values))) }

    /// Cells of any kind: the column gets the narrowest type that holds them all, as one that is read from a file does.
    public init(_ cells: [Cell]) {
        let present = cells.filter { !$0.isMissing }
        func all(_ holds: (Cell) -> Bool) -> Bool { !present.isEmpty && present.allSatisfy(holds) }
        if all({ if case .int = $0 { true } else { false } }) {
            self.init(cells.map { if case .int(let value) = $0 { value } else { nil as Int? } })
        } else if all({ if case .bool = $0 { true } else { false } }) {
            self.init(cells.map { if case .bool(let value) = $0 { value } else { nil as Bool? } })
        } else if all({ if case .date = $0 { true } else { false } }) {
            self.init(cells.map { if case .date(let value) = $0 { value } else { nil as DateTime? } })
        } else if present.allSatisfy({ cell in
            switch cell {
            case .int, .double: true
            default: false
            }
        }) {
            self.init(cells.map { $0.number ?? .nan })
        } else {
            self.init(cells.map { $0.isMissing ? nil : $0.cellText(decimals: 6) })
        }
    }
}

extension Column: ExpressibleByArrayLiteral {
    public init(arrayLiteral cells: Cell...) { self.init(cells) }
}
