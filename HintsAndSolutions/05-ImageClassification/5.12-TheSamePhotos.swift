// Nudge: Two counts are enough for the first two numbers. The third one needs the photos one by one, or two counts of
//   another kind.
// Idea: Make a list of the photos' own differences. Its mean is the first result, and the mean of its squares is the
//   share of photos about which the nets disagree.
// Almost: With p and q for the error rates and d for the share of photos on which just one net is wrong, the mean
//   square of the distances from the mean is d - (p - q)². Like p (1 - p), it still has to be divided by n, and the
//   root be taken.

public func compared(
    isFirstWrong: [Bool], isSecondWrong: [Bool]
) throws -> (difference: Double, apart: Double, together: Double)? {
    guard !isFirstWrong.isEmpty else { return nil }
    let n = Double(isFirstWrong.count)
    let p = Double(isFirstWrong.count { $0 }) / n, q = Double(isSecondWrong.count { $0 }) / n
    let disagreed = Double(zip(isFirstWrong, isSecondWrong).count { $0 != $1 }) / n
    let apart = ((p * (1 - p) + q * (1 - q)) / n).squareRoot()
    // What is 0 in theory may be a little less by rounding, and would have no root.
    let together = (max(0, disagreed - (p - q) * (p - q)) / n).squareRoot()
    return (p - q, apart, together)
}
