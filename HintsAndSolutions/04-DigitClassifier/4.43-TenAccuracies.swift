// Nudge: With two classes, the sign of one score was the answer. What is it with ten scores in a row?
// Idea: `scores.argmax(axis: 1)` says for each row where its largest score is. From there on all is counting:
//   `.scalars` makes plain lists of the answers and of the labels, and `zip` goes through both.
// Almost: A table `counts[digit][answer]` of k × k zeros, one added for every item, has everything: the right ones are
//   on its diagonal, the items of a class are the sum of its row, and the most frequent mistake is the largest number
//   off the diagonal. (It is called a confusion matrix.)

import Tensors

public func accuracies(_ scores: Tensor, _ labels: IntTensor) throws -> (all: Float, each: [Float?]) {
    let counts = confusion(scores, labels)
    let right = counts.indices.map { counts[$0][$0] }
    let each: [Float?] = counts.indices.map { digit in
        let items = counts[digit].reduce(0, +)
        // 0 / 0 would be NaN, and a 0 would blame a class that nobody asked about.
        return items == 0 ? nil : Float(right[digit]) / Float(items)
    }
    return (Float(right.reduce(0, +)) / Float(labels.count), each)
}

public func commonestMistake(_ scores: Tensor, _ labels: IntTensor) throws -> (digit: Int, takenFor: Int)? {
    let counts = confusion(scores, labels)
    let mistakes = counts.indices.flatMap { digit in
        counts.indices.filter { $0 != digit && counts[digit][$0] > 0 }.map { (digit: digit, takenFor: $0) }
    }
    return mistakes.max { counts[$0.digit][$0.takenFor] < counts[$1.digit][$1.takenFor] }
}

/// How often each digit (row) got each answer (column).
private func confusion(_ scores: Tensor, _ labels: IntTensor) -> [[Int]] {
    let classes = scores.shape[1]
    var counts = [[Int]](repeating: [Int](repeating: 0, count: classes), count: classes)
    for (digit, answer) in zip(labels.scalars, scores.argmax(axis: 1).scalars) { counts[digit][answer] += 1 }
    return counts
}
