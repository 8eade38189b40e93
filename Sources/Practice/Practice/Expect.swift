// The expectation for everything but a comparison of two values: that a loss is low enough, that two draws differ.

/// Expects `condition` to hold of what was found. `expected` says what that is in words; what is shown as found is the
/// value itself, or `words`.
public func expect<Value>(
    _ found: Found<Value>, _ expected: String, found words: String? = nil, _ condition: (Value) throws -> Bool
) throws {
    guard try !asking(found.call, { try condition(found.value) }) else { return }
    throw WrongAnswer(given: found.call, expected: expected, found: words ?? "\(found.value)")
}
