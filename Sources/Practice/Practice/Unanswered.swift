// An exercise starts as a function that throws `Unanswered`. It throws and does not trap, so an exercise nobody has
// touched yet stops one check and not the whole program.

/// Thrown by an exercise that has no answer yet. Replace the line that throws it by your answer.
public struct Unanswered: Error, Equatable, CustomStringConvertible {
    public let id: String

    public init(_ id: String) { self.id = id }

    public var description: String { "exercise \(id) is unanswered" }
}
