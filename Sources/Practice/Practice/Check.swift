// One check, held against two answers: the reader's and ours.
//
//     let oddsDoubled = Check("4.1", Exercises04.oddsDoubled, Solutions04.oddsDoubled) { oddsDoubled in
//         try expectEqual(oddsDoubled([1, 2, 3]), [2, 6], "oddsDoubled([1, 2, 3])")
//     }
//
// Both answers have the one type `Answer`, so a stub whose signature differs from its solution's does not compile.

/// A check of one exercise, bound to the reader's answer and to the solution.
public struct Check: Sendable, CustomStringConvertible {
    public let id: String
    let readersAnswer: @Sendable () throws -> Void
    let solution: @Sendable () throws -> Void

    /// `Answer` is a function, or a tuple of functions where an exercise asks for several.
    /// A generic function takes its concrete types from the annotation of the closure's parameter.
    public init<Answer: Sendable>(
        _ id: String, _ readersAnswer: Answer, _ solution: Answer,
        _ check: @escaping @Sendable (Answer) throws -> Void
    ) {
        self.id = id
        self.readersAnswer = { try check(readersAnswer) }
        self.solution = { try check(solution) }
    }

    public func verdictOnReader() -> Verdict { Verdict(of: readersAnswer) }
    public func verdictOnSolution() -> Verdict { Verdict(of: solution) }

    public var description: String { id }
}
