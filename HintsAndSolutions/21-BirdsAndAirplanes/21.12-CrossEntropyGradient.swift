// Nudge: Without unlabelled items it is (softmax - one-hot) / n. What are softmax and one-hot of an item that does not
//   count, and what is n?
// Idea: Make the one-hot rows from the labels yourself, with zeros for -1, and a column [n, 1] with 1 for an item that
//   counts and 0 for one that does not. Broadcasting multiplies each row by its number.
// Almost: `Tensor(labels.map { $0 == -1 ? 0 : 1 }).unsqueezed(1)` is the column. Count the labels that are not -1 for
//   the divisor; that may be 0, and 0 / 0 is no gradient. Check the labels before you use them as places.

import Tensors

public func crossEntropyGradient(_ scores: Tensor, _ labels: [Int]) throws -> Tensor? {
    let (items, classes) = (scores.shape[0], scores.shape[1])
    guard labels.count == items, labels.allSatisfy({ (-1..<classes).contains($0) }) else { return nil }
    let oneHot = Tensor(
        shape: [items, classes], labels.flatMap { label in (0..<classes).map { $0 == label ? 1 : 0 } })
    let counts = Tensor(labels.map { $0 == -1 ? 0 : 1 }).unsqueezed(1)
    return (scores.softmax(axis: 1) - oneHot) * counts / Float(max(1, labels.count { $0 != -1 }))
}
