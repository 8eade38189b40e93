// Expectations on measured things: two ways to the same sum round differently, so equal means close.
//
// Close is absolute + relative: |found − expected| ≤ tolerance · (1 + |expected|). Near zero the first part counts,
// far from it the second, and one tolerance serves both.
//
// The tolerance has overloads and no default value: the compiler prefers a function that needs no default, and would
// quietly take the exact comparison for every `Float`.

/// The tolerance where none is given: about a hundred roundings of a Float.
private let usualTolerance = 1e-5

/// Expects a floating-point number to be close to `expected`.
public func expectEqual<Number: BinaryFloatingPoint>(
    _ found: @autoclosure () throws -> Number, _ expected: Number, _ given: String
) throws {
    try expectEqual(found(), expected, given, tolerance: Number(usualTolerance))
}

/// Expects each number of a list to be close to its partner.
public func expectEqual<Number: BinaryFloatingPoint>(
    _ found: @autoclosure () throws -> [Number], _ expected: [Number], _ given: String
) throws {
    try expectEqual(found(), expected, given, tolerance: Number(usualTolerance))
}

/// Expects a floating-point number to be close to `expected`.
public func expectEqual<Number: BinaryFloatingPoint>(
    _ found: @autoclosure () throws -> Number, _ expected: Number, _ given: String, tolerance: Number
) throws {
    let found = try asking(given, found)
    guard !isClose(found, expected, tolerance) else { return }
    throw WrongAnswer(
        given: given, expected: "\(expected)", found: "\(found)",
        difference: "difference \(abs(found - expected)), allowed \(tolerance * (1 + abs(expected)))")
}

/// Expects each number of a list to be close to its partner; the message names the largest difference and its index.
public func expectEqual<Number: BinaryFloatingPoint>(
    _ found: @autoclosure () throws -> [Number], _ expected: [Number], _ given: String, tolerance: Number
) throws {
    let found = try asking(given, found)
    guard let difference = largestDifference(found, expected, tolerance, at: { "\($0)" }) else { return }
    throw WrongAnswer(
        given: given, expected: shortened(expected), found: shortened(found), difference: difference)
}

/// Where two lists differ most, in words; nil when they are close everywhere.
/// `place` turns a position into what the reader calls it: an index, or one index for each axis.
func largestDifference<Number: BinaryFloatingPoint>(
    _ found: [Number], _ expected: [Number], _ tolerance: Number, at place: (Int) -> String
) -> String? {
    largestDifference(found, expected, at: place) { isClose($0, $1, tolerance) }
}

/// The same, where `isClose` says what close means.
func largestDifference<Number: BinaryFloatingPoint>(
    _ found: [Number], _ expected: [Number], at place: (Int) -> String, isClose: (Number, Number) -> Bool
) -> String? {
    guard found.count == expected.count else {
        return "expected \(counted(expected.count)), found \(found.count)"
    }
    let apart = found.indices.filter { !isClose(found[$0], expected[$0]) }
    // A number that is no number differs from everything by more than any number does.
    func distance(_ index: Int) -> Number {
        let distance = abs(found[index] - expected[index])
        return distance.isNaN ? .infinity : distance
    }
    guard let worst = apart.max(by: { distance($0) < distance($1) }) else { return nil }
    let share =
        found.count == 1 ? "the only value differs, at" : "\(apart.count) of \(found.count) values differ, most at"
    return "\(share) index \(place(worst)): expected \(expected[worst]), found \(found[worst])"
}

/// |found − expected| ≤ tolerance · (1 + |expected|), with equal infinities and two NaN counted as close.
func isClose<Number: BinaryFloatingPoint>(_ found: Number, _ expected: Number, _ tolerance: Number) -> Bool {
    if found == expected || (found.isNaN && expected.isNaN) { return true }
    guard found.isFinite, expected.isFinite else { return false }
    return abs(found - expected) <= tolerance * (1 + abs(expected))
}
