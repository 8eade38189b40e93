// # Validation sets and test sets
//
// Section 1.10 · After this page you know why a model must not be judged by what it has learned from, and how many
// items a judgement needs.

import Figures
import Foundation
import Notebook
import Tensors

// A model that has seen the answers can repeat them. That says nothing about whether it has understood. The crudest
// model of all shows it best: it keeps everything that it was given, and of something new it says what it knows of the
// most similar item. (`NearestItem`; it is called the nearest neighbour.)

/// A model that remembers all items with their labels.
public struct NearestItem: Sendable {
    /// [items, numbers]
    private let items: Tensor
    private let labels: [Int]

    public init(_ items: [[Float]], labels: [Int]) {
        (self.items, self.labels) = (Tensor.stack(items.map { Tensor($0) }), labels)
    }

    /// The label of the item that is nearest: the one with the smallest sum of squared differences.
    public func callAsFunction(_ item: [Float]) -> Int {
        let difference = items - Tensor(item)
        return labels[(difference * difference).sum(axis: 1).argmin(axis: 0).item]
    }

    /// The share of items of which it says the right label.
    public func accuracy(_ items: [[Float]], labels: [Int]) -> Double {
        Double(zip(items, labels).count { self($0) == $1 }) / Double(max(1, items.count))
    }
}

// Let it learn something in which there is nothing to learn: items of random numbers, with labels thrown by a coin.

extension FirstModels {
    func learnedByHeart() {
        var random = run.random
        let count = run.size(quick: 60, usual: 600)
        let items = (0..<count).map { _ in (0..<8).map { _ in Float.random(in: 0..<1, using: &random) } }
        let labels = items.map { _ in Int.random(in: 0...1, using: &random) }
        let cut = count / 2
        let model = NearestItem(Array(items[..<cut]), labels: Array(labels[..<cut]))
        record(
            "coins/accuracy-on-what-it-learned", model.accuracy(Array(items[..<cut]), labels: Array(labels[..<cut])),
            predict: .share(
                "Labels are thrown by a coin. How accurate is the model on the very items that it remembers?", 1.0))
        let unseen = model.accuracy(Array(items[cut...]), labels: Array(labels[cut...]))
        record(
            "coins/accuracy-on-others", unseen,
            predict: .share("And on items that it has not seen?", unseen, within: .plusMinus(0.15)))

        // Perfect, and worth nothing. So the data are divided, as in section 1.5: a *training set* to learn from, and a
        // *validation set* (others say development set), by which the model is judged while people work on it.
    }
}

// How large must that be? The accuracy on some items is itself a matter of luck, like a poll. Let a model be right in
// 90 of 100 cases in the long run, and judge it again and again by a few items each time:

extension FirstModels {
    func howManyToJudgeBy() {
        var random = run.random
        let (times, sizes) = (run.size(quick: 40, usual: 400), [10, 30, 100, 300, 1000])
        let found = sizes.map { size in
            (0..<times).map { _ in
                Double((0..<size).count { _ in Double.random(in: 0..<1, using: &random) < 0.9 }) / Double(size)
            }.sorted()
        }
        let (low, high) = (found.map { $0[times / 20] }, found.map { $0[times - 1 - times / 20] })
        show(
            Chart(
                "How far an accuracy of 0.9 may look off", x: "validation items", y: "accuracy that is measured",
                xScale: .logarithmic
            ) {
                Line(sizes, low, "nine of ten measurements are between this", colour: .blue)
                Line(sizes, high, "and this", colour: .vermilion)
                Rule(y: 0.9, "what is true")
            }, "Measured accuracies by the size of the validation set")
        record(
            "validation-size/reach-with-30", high[1] - low[1],
            predict: .choice(
                "A model is right in 90 % of all cases, and you judge it by 30. Between which limits is what you measure, mostly?",
                ["0.89 and 0.91", "0.8 and 1", "0.5 and 1"], answer: "0.8 and 1"))
        record("validation-size/reach-with-1000", high[4] - low[4])

        // That is why the book wants at least 30 cats, where cats are to be found, and why a fifth of the data may be
        // more than one needs when there are many: a few thousand items tell the difference between 0.90 and 0.92,
        // and the others are better used to learn from. Our splitters do what the book's library does if nobody says
        // anything: a fifth, at random.
    }
}
