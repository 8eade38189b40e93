// Exercise 21.7 · What was lost is added later
// Section 21.4: Chapters/21-BirdsAndAirplanes/04d-CountedBytes.swift

import Practice

/// The sum of floats, one after the other and in floats only, but without the loss that the pages of this section show.
/// (William Kahan's summation, 1965.)
///
/// When a number is added to a large sum, its last digits are lost. But it is known how much was lost: the sum has
/// grown by (new sum - old sum), which should have been the number. Keep what is missing in a second float, and add it
/// to the next number before that one is added. The result is the sum at the end. No numbers have the sum 0. `Double`
/// and integers are not allowed, and neither is another order; the check cannot see that, but you can.
public func compensatedSum(_ numbers: [Float]) throws -> Float {
    throw Unanswered("21.7")
}
