// Nudge: Two things change from batch to batch: the scale, and how many good steps in a row it has had.
// Idea: A batch is good if `half(gradient * scale)` is finite. A change of the scale, up or down, sets the count to 0.
// Almost: Note the scale first. If it is good: count up, and at `patience` double the scale and count from 0. If not:
//   `scale = max(1, scale / 2)`, and count from 0. NaN is not finite, so `isFinite` is the whole test.

import Chapter05

public func scaledSteps(
    _ largest: [Float], scale: Float, patience: Int
) throws -> (scales: [Float], isMade: [Bool]) {
    var (scale, good) = (scale, 0)
    var (scales, isMade) = ([Float](), [Bool]())
    for gradient in largest {
        scales.append(scale)
        isMade.append(half(gradient * scale).isFinite)
        if isMade.last! {
            good += 1
            if good == patience { (scale, good) = (scale * 2, 0) }
        } else {
            (scale, good) = (max(1, scale / 2), 0)
        }
    }
    return (scales, isMade)
}
