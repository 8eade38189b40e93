// An expression with shapes in the places of tensors, taken apart: sums of products of shapes and parentheses, each of
// them with methods behind it.

import Common

/// An expression as a tree.
indirect enum ShapeExpression: Equatable {
    case shape([Int])
    case binary(Operation, ShapeExpression, ShapeExpression)
    case method(String, [Int], of: ShapeExpression)

    enum Operation: String {
        case add = "+", subtract = "-", multiply = "*", divide = "/", product = "@"
    }

    /// - Throws: `Refusal` for what cannot be read, with the place.
    init(_ text: String) throws {
        var parser = Parser(text)
        self = try parser.sum()
        if let rest = parser.next { throw parser.refusal("an operator, or the end", found: "“\(rest)”") }
    }
}

/// Reads from left to right, one sign at a time.
private struct Parser {
    private let text: [Character]
    private var place = 0
    /// How deep in parentheses.
    private var depth = 0
    /// How many operations and methods there were. Each is one deeper in the tree, and nobody reads thousands of steps.
    private var operations = 0

    init(_ text: String) { self.text = Array(text) }

    /// The next sign that is no space.
    var next: Character? { text[place...].first { !$0.isWhitespace } }

    func refusal(_ expected: String, found: String? = nil) -> Refusal {
        let found = found ?? next.map { "“\($0)”" } ?? "the end"
        let before = String(text[..<place])
        return Refusal("expected \(expected) after “\(trimmed(before))”, found \(found)")
    }

    mutating func sum() throws -> ShapeExpression {
        var left = try product()
        while let operation = take(["+": .add, "-": .subtract, "−": .subtract]) {
            try countOperation()
            left = .binary(operation, left, try product())
        }
        return left
    }

    private mutating func product() throws -> ShapeExpression {
        var left = try factor()
        while let operation = take(["*": .multiply, "/": .divide, "@": .product, "×": .product]) {
            try countOperation()
            left = .binary(operation, left, try factor())
        }
        return left
    }

    private mutating func factor() throws -> ShapeExpression {
        var value: ShapeExpression
        if take("(") {
            depth += 1
            if depth > 100 { throw Refusal("expected at most 100 parentheses in one another") }
            value = try sum()
            depth -= 1
            if !take(")") { throw refusal("“)”") }
        } else if take("[") {
            value = .shape(try lengths(until: "]"))
        } else if next.map({ $0.isASCII && $0.isNumber }) == true {
            let number = word { $0.isASCII && $0.isNumber || $0 == "." }
            if Double(number) == nil { throw Refusal("\(number) is no number") }
            value = .shape([])
        } else {
            throw refusal("a shape such as [64, 28, 28]")
        }
        while take(".") {
            try countOperation()
            let name = word { $0.isLetter }
            value = .method(name, take("(") ? try integers(until: ")") : [], of: value)
        }
        return value
    }

    private mutating func countOperation() throws {
        operations += 1
        if operations > 1000 { throw Refusal("expected at most 1000 operations and methods in an expression") }
    }

    private mutating func lengths(until end: Character) throws -> [Int] {
        let lengths = try integers(until: end)
        if let wrong = lengths.first(where: { $0 < 0 }) { throw Refusal("an axis cannot have the length \(wrong)") }
        return lengths
    }

    /// "3, -1" and the sign that closes it.
    private mutating func integers(until end: Character) throws -> [Int] {
        var integers: [Int] = []
        if take(end) { return integers }
        while true {
            let sign = take("-") ? "-" : ""
            let digits = word { $0.isASCII && $0.isNumber }
            guard let integer = Int(sign + digits) else {
                if digits.isEmpty { throw refusal("a whole number") }
                throw Refusal("\(sign + digits) has more digits than a whole number can have here")
            }
            integers.append(integer)
            if take(end) { return integers }
            if !take(",") { throw refusal("“,” or “\(end)”") }
        }
    }

    private mutating func word(_ belongs: (Character) -> Bool) -> String {
        skip()
        let word = text[place...].prefix(while: belongs)
        place += word.count
        return String(word)
    }

    private mutating func take(_ sign: Character) -> Bool {
        guard next == sign else { return false }
        skip()
        place += 1
        return true
    }

    private mutating func take(_ signs: [Character: ShapeExpression.Operation]) -> ShapeExpression.Operation? {
        guard let next, let operation = signs[next] else { return nil }
        return take(next) ? operation : nil
    }

    private mutating func skip() { place += text[place...].prefix { $0.isWhitespace }.count }
}
