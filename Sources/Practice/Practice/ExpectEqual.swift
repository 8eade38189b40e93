// Expectations on exact values: counts, words, yes or no, and lists of these. Equal means exactly
// equal; what is measured or computed with floating-point numbers is expected to be close (ExpectClose.swift).

import Common

/// Expects what was found to be exactly `expected`.
public func expectEqual<Value: Equatable>(_ found: Found<Value>, _ expected: Value) throws {
    guard found.value != expected else { return }
    throw WrongAnswer(
        given: found.call, expected: String(reflecting: expected), found: String(reflecting: found.value))
}

/// Expects two values, each of which may be nil, to be exactly equal.
public func expectEqual<Value: Equatable>(_ found: Found<Value?>, _ expected: Value?) throws {
    guard found.value != expected else { return }
    func described(_ value: Value?) -> String { value.map { String(reflecting: $0) } ?? "nil" }
    throw WrongAnswer(given: found.call, expected: described(expected), found: described(found.value))
}

/// Expects two lists to be exactly equal; the message names the first index at which they differ.
public func expectEqual<Element: Equatable>(_ found: Found<[Element]>, _ expected: [Element]) throws {
    try expectEqual(found, expected, by: ==)
}

/// Expects two lists to be equal where `same` says what equal means: for tuples, say, which are never `Equatable`.
public func expectEqual<Element>(
    _ found: Found<[Element]>, _ expected: [Element], by same: (Element, Element) -> Bool
) throws {
    let pairs = zip(found.value, expected)
    let first = pairs.enumerated().first { !same($0.element.0, $0.element.1) }
    let difference: String
    if let (index, (found, expected)) = first {
        difference = "first difference at index \(index): expected \(expected), found \(found)"
    } else if found.value.count != expected.count {
        difference = "expected \(counted(expected.count, "value")), found \(found.value.count)"
    } else {
        return
    }
    throw WrongAnswer(
        given: found.call, expected: shortened(expected), found: shortened(found.value), difference: difference)
}
