// The answer of a prediction: what counts as right, what is expected, and an example of a right and of a wrong guess.

import Common
import Foundation

/// What a reader is asked for.
enum Answer: Sendable, Hashable {
    case number(Double, Prediction.Tolerance)
    case share(Double, Prediction.Tolerance)
    case count(Int)
    case shape([Int])
    case numbers([Double], Prediction.Tolerance)
    /// The options and the index of the right one.
    case choice([String], Int)
    case change(Change)
    case yesNo(Bool)
}

extension Answer {
    /// Whether a guess is right; nil when it cannot be read as this kind of answer, or could never be one: half an
    /// image, three numbers where two are asked for. The reader is told what is expected, so this gives nothing away.
    func isRight(_ typed: String) -> Bool? {
        switch self {
        case .number(let answer, let tolerance): readNumber(typed).map { tolerance.accepts($0, for: answer) }
        case .share(let answer, let tolerance):
            readShare(typed).flatMap { (0...1).contains($0) || $0.isNaN ? tolerance.accepts($0, for: answer) : nil }
        case .count(let answer): readCount(typed, orLess: answer < 0).map { $0 == answer }
        case .shape(let answer): readShape(typed, orSize: answer.count == 1).map { $0 == answer }
        case .numbers(let answers, let tolerance):
            readNumbers(typed).flatMap { guesses in
                if guesses.count != answers.count { return nil }
                return zip(guesses, answers).allSatisfy { tolerance.accepts($0, for: $1) }
            }
        case .choice(let options, let index): readChoice(typed, among: options).map { $0 == index }
        case .change(let answer): readChange(typed).map { $0 == answer }
        case .yesNo(let answer): readYesNo(typed).map { $0 == answer }
        }
    }

    var expectation: String {
        switch self {
        case .number: "a number"
        case .share: "a share, like 0.5 or 50 %"
        case .count(let answer): answer < 0 ? "a whole number" : "a whole number, 0 or more"
        case .shape: "a shape, like [2, 3]"
        case .numbers(let answers, _): answers.count == 1 ? "a number" : "\(answers.count) numbers, like 1, 2"
        case .choice(let options, _): menu(of: options)
        case .change: menu(of: Change.names)
        case .yesNo: "yes or no"
        }
    }

    var text: String {
        switch self {
        case .number(let answer, _): brief(answer)
        case .share(let answer, _): brief(answer)
        case .count(let answer): "\(answer)"
        case .shape(let answer): "\(answer)"
        case .numbers(let answers, _): answers.map(brief).joined(separator: ", ")
        case .choice(let options, let index): options[index]
        case .change(let answer): answer.name
        case .yesNo(let answer): answer ? "yes" : "no"
        }
    }
}

// MARK: Examples

extension Answer {
    var exampleOfRight: String {
        switch self {
        case .number(let answer, _), .share(let answer, _): "\(answer)"
        case .numbers(let answers, _): answers.map { "\($0)" }.joined(separator: ", ")
        default: text
        }
    }

    var exampleOfWrong: String {
        switch self {
        case .number(let answer, let tolerance): "\(tolerance.beyond(answer))"
        case .share(let answer, let tolerance): "\(tolerance.otherShare(than: answer))"
        case .count(let answer): "\(answer + 1)"
        case .shape(let answer): "\(answer + [7])"
        case .numbers(let answers, let tolerance): answers.map { "\(tolerance.beyond($0))" }.joined(separator: ", ")
        case .choice(let options, let index): options[index == 0 ? 1 : 0]
        case .change(let answer): (answer == .same ? Change.larger : .same).name
        case .yesNo(let answer): answer ? "no" : "yes"
        }
    }
}

extension Prediction.Tolerance {
    /// Whether `guess` is near enough. What is lost when a `Float` becomes a `Double` never counts.
    func accepts(_ guess: Double, for answer: Double) -> Bool {
        if !answer.isFinite { return guess == answer || (guess.isNaN && answer.isNaN) }
        return abs(guess - answer) <= allowance(for: answer) + 1e-6 * abs(answer)
    }

    private func allowance(for answer: Double) -> Double {
        switch self {
        case .percent(let percent, let floor): max(percent / 100 * abs(answer), floor)
        case .plusMinus(let distance): distance
        }
    }

    /// A number that is too far away.
    fileprivate func beyond(_ answer: Double) -> Double {
        answer.isFinite ? answer + 2 * allowance(for: answer) + 1 : 0
    }

    /// A share that is too far away: 0 or 1, whichever is further. (No tolerance reaches from one end to the other.)
    fileprivate func otherShare(than answer: Double) -> Double { answer > 0.5 ? 0 : 1 }
}

/// A number with the digits that matter to someone who guesses.
private func brief(_ number: Double) -> String {
    if !number.isFinite { return "\(number)" }
    let isWhole = number.rounded() == number && abs(number) < 1e15
    return isWhole ? fixed(number, 0) : String(format: "%.4g", number)
}

/// `1 smaller   2 the same   3 larger`, or `1) 3 to 30   2) more` when digits would meet; without numbers when an
/// option could be taken for one.
private func menu(of options: [String]) -> String {
    if hasNumbers(options) { return options.joined(separator: " · ") }
    let mark = options.contains { $0.contains(where: \.isNumber) } ? ")" : ""
    return options.enumerated().map { "\($0 + 1)\(mark) \($1)" }.joined(separator: "   ")
}
