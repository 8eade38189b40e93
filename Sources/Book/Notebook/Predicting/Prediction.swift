// `--predict`: guess before you see. A page marks a value with a question. Where the answer is the value, that is all;
// where it is not (the page shows "[28, 28], 784 pixels" and asks for 784), the page gives the answer too.
//
//     show((threes - mean3).shape, ask: "What is the shape of threes - mean3?")
//     show("\(image.shape), \(image.count) pixels", predict: .count("How many pixels are there?", image.count))
//     show(after, predict: .change("What happens to the accuracy?", from: before, to: after))

import Foundation
import Tensors

/// A question that the reader answers before an output appears, with its answer.
public struct Prediction: Sendable, Hashable {
    public let question: String
    let answer: Answer

    /// How far from the answer a number may be and still be right.
    public enum Tolerance: Sendable, Hashable {
        /// A share of the answer, `.percent(5)`, but at least a millionth: an answer like 1e-9, which is 0 but for
        /// rounding, is met by "0". Give another floor where such numbers matter: `.percent(5, atLeast: 0)`.
        case percent(Double, atLeast: Double = 1e-6)
        /// A distance, for answers near 0: `.plusMinus(0.02)`.
        case plusMinus(Double)
    }
}

// MARK: Kinds of answers

extension Prediction {
    /// A number, right within five percent (or a millionth, if that is more) unless told otherwise. "2.5", "about -3",
    /// "two", "1/4".
    public static func number(
        _ question: String, _ answer: some BinaryFloatingPoint, within tolerance: Tolerance = .percent(5)
    ) -> Prediction {
        Prediction(question: question, answer: .number(Double(answer), tolerance))
    }

    /// A part of a whole, from 0 to 1, right within five percent of the answer unless told otherwise. "0.95", "95 %"
    /// and "95" are the same.
    public static func share(
        _ question: String, _ answer: some BinaryFloatingPoint, within tolerance: Tolerance = .percent(5)
    ) -> Prediction {
        require(
            answer.isNaN || (0...1).contains(answer), "the prediction \"\(question)\"",
            "\(answer) is not a share, which lies between 0 and 1", try: ".number")
        return Prediction(question: question, answer: .share(Double(answer), tolerance))
    }

    /// A whole number, to be guessed exactly. "784", "seven hundred", "12,396".
    public static func count(_ question: String, _ answer: Int) -> Prediction {
        Prediction(question: question, answer: .count(answer))
    }

    /// The shape of a tensor. "[28, 28]", "28x28", "28 × 28", "(28, 28)".
    public static func shape(_ question: String, _ answer: [Int]) -> Prediction {
        Prediction(question: question, answer: .shape(answer))
    }

    /// Several numbers in order, each right within five percent unless told otherwise. "2, 5", "[2 5]".
    public static func numbers(
        _ question: String, _ answer: [some BinaryFloatingPoint], within tolerance: Tolerance = .percent(5)
    ) -> Prediction {
        Prediction(question: question, answer: .numbers(answer.map { Double($0) }, tolerance))
    }

    /// Several whole numbers in order, to be guessed exactly.
    public static func numbers(_ question: String, _ answer: [some BinaryInteger]) -> Prediction {
        Prediction(question: question, answer: .numbers(answer.map { Double($0) }, .plusMinus(0)))
    }

    /// One of several options; the reader types its number, the whole of it, or how it begins.
    /// - Precondition: `answer` is one of at least two different options.
    public static func choice(_ question: String, _ options: [String], answer: String) -> Prediction {
        let isValid = Set(options).count == options.count && options.count > 1
        require(
            isValid, "the prediction \"\(question)\"", "\(options) are not two or more different options",
            try: "options that differ")
        guard let index = options.firstIndex(of: answer) else {
            stop("the prediction \"\(question)\"", "\"\(answer)\" is not one of \(options)", try: "one of the options")
        }
        return Prediction(question: question, answer: .choice(options, index))
    }

    /// What a change does to a number: "smaller", "the same" or "larger", or in other words, "it goes up".
    /// - Parameter margin: up to this distance, the two numbers count as the same.
    public static func change<Number: BinaryFloatingPoint>(
        _ question: String, from before: Number, to after: Number, margin: Number = 0
    ) -> Prediction {
        let isSame = before == after || abs(after - before) <= margin
        return Prediction(question: question, answer: .change(isSame ? .same : after < before ? .smaller : .larger))
    }

    /// "y", "yes", "true" or the opposite.
    public static func yesNo(_ question: String, _ answer: Bool) -> Prediction {
        Prediction(question: question, answer: .yesNo(answer))
    }
}

// MARK: Guesses

extension Prediction {
    /// How a guess is judged.
    public enum Judgement: Sendable, Equatable {
        case right, wrong
        /// An empty line, "?" or "pass".
        case passed
        /// Not of the kind that was asked for: a word where a number was expected.
        case unreadable
    }

    /// Judges what a reader typed. Each kind of answer compares in its own way: see `Answer.isRight`.
    public func judge(_ typed: String) -> Judgement {
        let words = typed.lowercased().trimmingCharacters(in: .whitespacesAndNewlines)
        if ["", "?", "pass", "skip", "no idea", "i don't know", "don't know"].contains(words) { return .passed }
        return answer.isRight(typed).map { $0 ? .right : .wrong } ?? .unreadable
    }

    /// What kind of answer is expected, in words: "a number", "a shape like [2, 3]"; the options of a choice.
    public var expectation: String { answer.expectation }

    /// The answer as a reader would say it.
    public var answerText: String { answer.text }

    /// A right answer as a reader could type it, for tests.
    public var exampleOfRight: String { answer.exampleOfRight }

    /// A wrong answer, of the kind that is expected, as a reader could type it, for tests.
    public var exampleOfWrong: String { answer.exampleOfWrong }
}
