// # Counting right answers
//
// Section 6.3 · After this page you can measure accuracy with several labels, and give a function some of its arguments
// beforehand.

import Figures
import Notebook
import Tensors
import Training
import Vision

// The accuracy of chapter 5 takes the class with the largest activation and compares it with the label. Here it cannot
// work: there is no single label to compare with, and a largest activation there is always, also where nothing is on
// the photo. So every class is asked by itself: is its sigmoid above a threshold? Then all answers are compared with
// the zeros and ones, and the accuracy is the share of answers that are right.

/// The share of cells in which "above the threshold" is right. Both [n, classes], targets 0 or 1. (The book's
/// `accuracy_multi`.)
public func accuracyMulti(
    _ predictions: Tensor, _ targets: Tensor, threshold: Float = 0.5, sigmoid: Bool = true
) -> Float {
    let p = sigmoid ? predictions.sigmoid() : predictions
    return Tensor(Tensor(p .> threshold) .== targets).mean().item
}

extension OtherVisionProblems {
    func bothAccuracies() {
        // Two photos with four classes each:
        let scores = Tensor(shape: [2, 4], [2, 1, -3, -2, -1, -2, -3, -1])
        let targets = Tensor(shape: [2, 4], [1, 1, 0, 0, 0, 0, 0, 1])
        show(
            scores.argmax(axis: 1).scalars,
            "the largest activation of each: what is wanted of the first photo is 0 and 1")
        show(
            accuracyMulti(scores, targets), "share of right answers at a threshold of 0.5",
            ask: "Of the eight answers, one is wrong. What is the accuracy?")
        show(
            accuracyMulti(Tensor.zeros(2, 4) - 9, targets), "share of right answers for saying nothing",
            ask: "Three of the eight targets are 1. What is the accuracy of saying no to everything?")
    }

    func someArgumentsBeforehand() {
        // The metric of the book's training has a threshold of 0.2 in place of 0.5. A learner calls a metric with two
        // arguments, though, predictions and targets. So somebody has to make a function of two arguments from one of
        // four. Python has `partial` for that. In Swift it is a closure, which knows more than it is given. First on a
        // function that is easier to try:
        func sayHello(_ name: String, _ what: String = "Hello") -> String { "\(what) \(name)." }
        show(sayHello("Jeremy") + " " + sayHello("Jeremy", "Ahoy!"), "with a default, and without")
        let bonjour = { (name: String) in sayHello(name, "Bonjour") }
        show(
            bonjour("Jeremy") + " " + bonjour("Sylvain"), "a function of one argument, made from one of two",
            predict: .choice(
                "bonjour is sayHello with its second argument set to Bonjour. What does bonjour(\"Sylvain\") give?",
                ["Hello Sylvain.", "Bonjour Sylvain.", "Ahoy! Sylvain."], answer: bonjour("Sylvain")))

        // And then for the metric:
        let metric = Metric<Tensor>("accuracy_multi") { accuracyMulti($0, $1, threshold: 0.2) }
        let row = Tensor(BookPascal.activations).reshaped(1, 20)
        let car = multiHot(["car"], classes: BookPascal.classes)!.reshaped(1, 20)
        show(metric.value(row, car), "the book's row, if it were a car: accuracy at 0.2")
        show(
            metric.value(row, car) == Metric<Tensor>.multiLabelAccuracy(threshold: 0.2).value(row, car),
            "the engine's metric of that name says the same")

        // At a threshold of 0.2, the row says 14 classes, and one of them is right. So 13 answers are wrong, of 20.
    }
}
