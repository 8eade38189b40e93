// What a check says about an answer.
//
// A check is a function that throws: `Unanswered` comes from the stub, `WrongAnswer` from an expectation, anything else
// from the answer itself. Only a check that ran to its end counts as solved.

/// The outcome of one check.
public enum Verdict: Codable, Equatable, Sendable {
    case solved
    /// The exercise that threw `Unanswered`: this one, or an earlier one that the answer calls.
    case unanswered(String)
    case wrong(String)
    /// The answer stopped the program; the text is the first thing it said about it.
    case crashed(String)
    case tookTooLong(seconds: Int, asked: String? = nil)

    /// Runs a check in this process.
    public init(of check: () throws -> Void) {
        do {
            try check()
            self = .solved
        } catch let error as Unanswered {
            self = .unanswered(error.id)
        } catch let error as WrongAnswer {
            self = .wrong(error.description)
        } catch {
            let asked = questionThatThrew(error).map { "\n\($0)" } ?? ""
            self = .wrong("the answer threw an error: \(error)\(asked)")
        }
    }

    /// Whether there is an answer and it is not right. An exercise without an answer is not wrong.
    public var isWrong: Bool {
        switch self {
        case .solved, .unanswered: false
        case .wrong, .crashed, .tookTooLong: true
        }
    }
}
