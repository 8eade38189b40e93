// Expectations on floating-point numbers: two ways to compute a sum round differently, so a right answer is close.
//
// Close is absolute + relative: |found − expected| ≤ tolerance · (1 + |expected|). Near zero the first part counts,
// far from it the second, and one tolerance serves both.

import Common

/// Expects a floating-point number to be close to `expected`. The usual tolerance is about a hundred roundings.
public func expectClose<Number: BinaryFloatingPoint>(
    _ found: Found<Number>, _ expected: Number, tolerance: Number = 1e-5
) throws {
    guard !isClose(found.value, expected, tolerance) else { return }
    throw WrongAnswer(
        given: found.call, expected: "\(expected)", found: "\(found.value)",
        difference: "difference \(abs(found.value - expected)), allowed \(tolerance * (1 + abs(expected)))")
}

/// Expects two numbers, each of which may be nil, to be close, or both nil.
public func expectClose<Number: BinaryFloatingPoint>(
    _ found: Found<Number?>, _ expected: Number?, tolerance: Number = 1e-5
) throws {
    if let number = found.value, let expected {
        return try expectClose(Found(found.call, number), expected, tolerance: tolerance)
    }
    guard found.value != nil || expected != nil else { return }
    func described(_ number: Number?) -> String { number.map { "\($0)" } ?? "nil" }
    throw WrongAnswer(given: found.call, expected: described(expected), found: described(found.value))
}

/// Expects each number of a list to be close to its partner; the message names the largest difference and its index.
public func expectClose<Number: BinaryFloatingPoint>(
    _ found: Found<[Number]>, _ expected: [Number], tolerance: Number = 1e-5
) throws {
    let difference = largestDifference(found.value, expected, tolerance) { "\($0)" }
    guard let difference else { return }
    throw WrongAnswer(
        given: found.call, expected: shortened(expected), found: shortened(found.value), difference: difference)
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
        return "expected \(counted(expected.count, "value")), found \(found.count)"
    }
    let apart = found.indices.filter { !isClose(found[$0], expected[$0]) }
    // NaN counts as infinitely far from everything.
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
