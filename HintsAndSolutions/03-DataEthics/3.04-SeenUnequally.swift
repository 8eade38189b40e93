// Nudge: A patrol that finds nothing adds nothing. What does one add that finds something in a place where it is
//   rarely?
// Idea: Add up 1/probability of all finds in A, and the same for B. The share is A's sum divided by both.
// Almost: `isA.indices.filter { isA[$0] && found[$0] }.reduce(0) { $0 + 1 / probabilities[$1] }`, the same for B, and
//   nil if both are 0.

public func shareOfA(isA: [Bool], probabilities: [Double], found: [Bool]) throws -> Double? {
    func weight(_ inA: Bool) -> Double {
        isA.indices.filter { isA[$0] == inA && found[$0] }.reduce(0) { $0 + 1 / probabilities[$1] }
    }
    let (a, b) = (weight(true), weight(false))
    return a + b > 0 ? a / (a + b) : nil
}
