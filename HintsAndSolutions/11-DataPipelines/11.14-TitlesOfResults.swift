// Nudge: How sure is a net that says "different" with a probability of 0.25 for "same"?
// Idea: The share of what it says: the probability itself, or one less it. Times a hundred, rounded.
// Almost: `let sure = share >= 0.5 ? share : 1 - share`, then `Int((100 * sure).rounded())`.

public func titlesOfResults(_ truths: [Bool], _ shares: [Double]) -> [String] {
    func name(_ isSame: Bool) -> String { isSame ? "same" : "different" }
    return zip(truths, shares).map { truth, share in
        let sure = share >= 0.5 ? share : 1 - share
        return "\(name(truth)) / \(name(share >= 0.5)) \(Int((100 * sure).rounded())) %"
    }
}
