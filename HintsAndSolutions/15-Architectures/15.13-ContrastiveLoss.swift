// Nudge: Write the loss of one pair first. Its slope is a derivative of d² / 2, or of (margin - d)² / 2.
// Idea: How far a pair of different classes is too near is `max(0, margin - d)`. With that, no case is needed. The mean
//   divides losses and slopes alike by the number of pairs.
// Almost: The slope of d² / 2 is d. That of (margin - d)² / 2 has a sign of its own, since the bracket gets smaller
//   when d grows. Where is the slope 0 by itself, thanks to `max`? And which of the two functions needs care when there
//   are no pairs?

// Descent goes against the slope: what is the same comes nearer, what is different and too near moves apart.
public func contrastiveLoss(_ distances: [Double], _ isSame: [Bool], margin: Double) throws -> Double {
    let losses = zip(distances, isSame).map { d, isSame in
        let wrong = isSame ? d : max(0, margin - d)
        return wrong * wrong / 2
    }
    return losses.reduce(0, +) / Double(max(losses.count, 1))
}

public func contrastiveSlopes(_ distances: [Double], _ isSame: [Bool], margin: Double) throws -> [Double] {
    zip(distances, isSame).map { d, isSame in (isSame ? d : -max(0, margin - d)) / Double(distances.count) }
}
