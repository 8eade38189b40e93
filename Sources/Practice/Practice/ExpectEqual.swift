// Expectations on whole things: numbers that are counted, words, yes or no, and lists of them.

/// Expects `found` to be exactly `expected`. `given` is the call as the reader would write it.
public func expectEqual<Value: Equatable>(
    _ found: @autoclosure () throws -> Value, _ expected: Value, _ given: String
) throws {
    let found = try asking(given, found)
    guard found != expected else { return }
    throw WrongAnswer(
        given: given, expected: String(reflecting: expected), found: String(reflecting: found))
}

/// Expects two values to be exactly equal, each of which may be nil.
public func expectEqual<Value: Equatable>(
    _ found: @autoclosure () throws -> Value?, _ expected: Value?, _ given: String
) throws {
    let found = try asking(given, found)
    guard found != expected else { return }
    func described(_ value: Value?) -> String { value.map { String(reflecting: $0) } ?? "nil" }
    throw WrongAnswer(given: given, expected: described(expected), found: described(found))
}

/// Expects two lists to be exactly equal; the message names the first index at which they differ.
public func expectEqual<Element: Equatable>(
    _ found: @autoclosure () throws -> [Element], _ expected: [Element], _ given: String
) throws {
    try expectEqual(found(), expected, given, by: ==)
}

/// Expects two lists to be equal where `same` says what equal means: for tuples, say, which are never `Equatable`.
public func expectEqual<Element>(
    _ found: @autoclosure () throws -> [Element], _ expected: [Element], _ given: String,
    by same: (Element, Element) -> Bool
) throws {
    let found = try asking(given, found)
    let pairs = zip(found, expected)
    let first = pairs.enumerated().first { !same($0.element.0, $0.element.1) }
    let difference: String
    if let (index, (found, expected)) = first {
        difference = "first difference at index \(index): expected \(expected), found \(found)"
    } else if found.count != expected.count {
        difference = "expected \(counted(expected.count)), found \(found.count)"
    } else {
        return
    }
    throw WrongAnswer(
        given: given, expected: shortened(expected), found: shortened(found), difference: difference)
}

/// "1 value", "3 values".
func counted(_ count: Int) -> String { count == 1 ? "1 value" : "\(count) values" }
