// Nudge: For each point, how long is the longest fall that ends there? That of the next point follows from those
//   before.
// Idea: It is one longer than the longest of those that end at an earlier point with a higher loss, or 1. Note for each
//   point also where its fall begins: that is where the fall begins which it continues.
// Almost: Two arrays, `length` and `start`. For each i in order, go through all j < i with `losses[j] > losses[i]`; if
//   `length[j] + 1 > length[i]`, take over both. Then look for the first i with the greatest length.

public func valleyRate(_ rates: [Float], _ losses: [Float]) throws -> Float? {
    var length = losses.map { $0.isNaN ? 0 : 1 }, start = Array(losses.indices)
    for i in losses.indices where !losses[i].isNaN {
        for j in 0..<i where losses[j] > losses[i] && length[j] + 1 > length[i] {
            (length[i], start[i]) = (length[j] + 1, start[j])
        }
    }
    guard let most = length.max(), most > 0, let end = length.firstIndex(of: most) else { return nil }
    return rates[(start[end] + end) / 2]
}
