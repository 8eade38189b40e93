// The expectation for all that is not a comparison of two values: that a loss is low enough, that two draws differ.

/// Expects `condition` to hold. `given` is the call as the reader would write it, `expected` says what should come of
/// it.
public func expect(
    _ condition: @autoclosure () throws -> Bool, _ given: String, expected: String, found: Any
) throws {
    if try !asking(given, condition) { throw WrongAnswer(given: given, expected: expected, found: "\(found)") }
}
