// Nudge: Look at one other class at a time. Only the difference between its score and that of the answer counts; how
//   does it change if the photo does?
// Idea: The difference is linear in the photo, too: its weights are the difference of two rows. A change of length 1
//   makes the most of it in the direction of these weights, and then the difference grows by their length.
// Almost: The distance of a class is (score of the answer - its own score) / the length of (its row - the answer's
//   row). Leave out the answer itself and rows of length 0, and take the least.

import Tensors

public func nearestAnswer(
    to photo: Tensor, weights: Tensor, biases: Tensor
) throws -> (label: Int, distance: Float)? {
    let scores = (weights * photo).sum(axis: 1) + biases
    let answer = scores.argmax(axis: 0).item
    var nearest: (label: Int, distance: Float)?
    for label in 0..<scores.count where label != answer {
        let length = (weights[label] - weights[answer]).squared().sum().item.squareRoot()
        guard length > 0 else { continue }
        let distance = (scores[answer].item - scores[label].item) / length
        if distance < nearest?.distance ?? .infinity { nearest = (label, distance) }
    }
    return nearest
}
