// The short form of a prediction, where the answer is the value that is shown: `ask:`. The kind of answer comes from
// the type of the value, and nothing is said twice.
//
//     show(image.count, "pixels", ask: "How many pixels does an image have?")

import Tensors

/// A value that a reader can predict: an `Int` as a count, a `Float` or `Double` as a number (within five percent), an
/// `[Int]` as a shape, a `Bool` as yes or no, a tensor as its numbers in order.
public protocol Predictable {
    /// The question whose answer is this value.
    func prediction(_ question: String) -> Prediction
}

extension Int: Predictable {
    public func prediction(_ question: String) -> Prediction { .count(question, self) }
}

extension Float: Predictable {
    public func prediction(_ question: String) -> Prediction { .number(question, self) }
}

extension Double: Predictable {
    public func prediction(_ question: String) -> Prediction { .number(question, self) }
}

extension Bool: Predictable {
    public func prediction(_ question: String) -> Prediction { .yesNo(question, self) }
}

extension [Int]: Predictable {
    public func prediction(_ question: String) -> Prediction { .shape(question, self) }
}

extension IntTensor: Predictable {
    public func prediction(_ question: String) -> Prediction { .numbers(question, scalars) }
}

extension Tensor: Predictable {
    public func prediction(_ question: String) -> Prediction { .numbers(question, scalars) }
}

// MARK: Contradictions

extension Prediction {
    /// Stops the program when a value of the kind that is asked for is shown, and it is not the answer.
    /// - Parameter operation: what shows the value: `show(3)`.
    func requireAgreement(with value: Any, in operation: @autoclosure () -> String) {
        if isAnswered(by: value) ?? true { return }
        stop(
            operation(), "\"\(question)\" has the answer \(answerText), but what is shown is \(valueText(value))",
            try: "ask: \"\(question)\", which takes its answer from the value")
    }

    /// Whether the value is the answer; nil when it is of another kind: a shape where a count is asked for.
    private func isAnswered(by value: Any) -> Bool? {
        switch (answer, value) {
        case (.count(let answer), let value as Int): value == answer
        case (.shape(let answer), let value as [Int]): value == answer
        case (.yesNo(let answer), let value as Bool): value == answer
        case (.number(let answer, _), let value as any BinaryFloatingPoint),
            (.share(let answer, _), let value as any BinaryFloatingPoint):
            Tolerance.percent(0, atLeast: 0).accepts(Double(value), for: answer)
        default: nil
        }
    }
}
