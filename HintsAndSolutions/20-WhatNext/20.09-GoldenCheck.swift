// Nudge: Every comparison with NaN is false. What does that do to a test that looks for differences that are too large?
// Idea: Take the special cases first: missing, NaN, infinite. What is left can be subtracted.
// Almost: A `filter` over `saved.indices`, with a `guard` for what is missing. `if old.isNaN || found.isNaN` leaves
//   only one question: are both? If one is infinite, `!=` compares; only then subtract. It is wrong if the distance is
//   *above* what is allowed.

public func wrongAnswers(saved: [Double], new: [Double], tolerance: Double) throws -> [Int] {
    saved.indices.filter { place in
        guard place < new.count else { return true }
        let (old, found) = (saved[place], new[place])
        if old.isNaN || found.isNaN { return old.isNaN != found.isNaN }
        if old.isInfinite || found.isInfinite { return old != found }
        return abs(found - old) > tolerance * max(1, abs(old))
    }
}
