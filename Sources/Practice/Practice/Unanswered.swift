// An exercise starts as a function that throws `Unanswered`. It throws and does not trap, so an untouched
// exercise stops one check and not the whole program.

/// Thrown by an exercise that has no answer yet. Replace the line that throws it with your answer.
public struct Unanswered: Error, Equatable, CustomStringConvertible {
    public let id: String

    public init(_ id: String) { self.id = id }

    public var description: String { "exercise \(id) is unanswered" }
}
