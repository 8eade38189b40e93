// Nudge: Sort the photos by their probability, the highest first, and lower the threshold from photo to photo. What
//   changes at each?
// Idea: With each photo one more is said, and one more is right if the thing is there. Photos of the same probability
//   pass the threshold together, so a threshold counts only after the last of them.
// Almost: For every different probability t, `said` is the count of those `>= t`, `right` of those that are also there.
//   Go from the highest t down, and keep a new one only if its F1 is higher.

public func bestThreshold(_ probabilities: [Float], _ isThere: [Bool]) throws -> (Float, Double)? {
    let there = isThere.count { $0 }
    guard there > 0, probabilities.count == isThere.count else { return nil }
    let photos = zip(probabilities, isThere).sorted { $0.0 > $1.0 }
    var (best, right): ((Float, Double)?, Int) = (nil, 0)
    for (place, (threshold, isRight)) in photos.enumerated() {
        right += isRight ? 1 : 0
        if place + 1 < photos.count, photos[place + 1].0 == threshold { continue }
        let f1 = 2 * Double(right) / Double(place + 1 + there)
        if f1 > best?.1 ?? -1 { best = (threshold, f1) }
    }
    return best
}
