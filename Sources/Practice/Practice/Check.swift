// One check, run on two answers: the reader's and ours.
//
//     let oddsDoubled = Check(
//         "4.1", answer("oddsDoubled(_:)", Exercises04.oddsDoubled(_:), Solutions04.oddsDoubled(_:))
//     ) { oddsDoubled in
//         try expectEqual(oddsDoubled([1, 2, 3]), [2, 6])
//     }
//
// Both answers have the same type, so a stub whose signature differs from its solution's does not compile.

/// Something that an exercise asks for, twice: as the reader wrote it and as we did.
public struct Answer<Wanted: Sendable>: Sendable {
    let readers, ours: Wanted

    /// An answer that is not a plain function, such as a class.
    public init(_ readers: Wanted, _ ours: Wanted) { (self.readers, self.ours) = (readers, ours) }
}

/// A function that an exercise asks for.
///
/// - Parameter name: its full name, "gradientDescent(from:learningRate:steps:)", from which its calls are written in
///   messages. A test compares it with the name of the functions.
public func answer<Output, each Input>(
    _ name: String, _ readers: @escaping @Sendable (repeat each Input) throws -> Output,
    _ ours: @escaping @Sendable (repeat each Input) throws -> Output
) -> Answer<NamedFunction<Output, repeat each Input>> {
    Answer(NamedFunction(name, readers), NamedFunction(name, ours))
}

/// A check of one exercise, bound to the reader's answer and to the solution.
public struct Check: Sendable, CustomStringConvertible {
    public let id: String
    let readersAnswer: @Sendable () throws -> Void
    let solution: @Sendable () throws -> Void

    /// - Parameter answers: what the exercise asks for; `check` gets all of it from the reader, or all of it from us.
    public init<each Wanted: Sendable>(
        _ id: String, _ answers: repeat Answer<each Wanted>,
        check: @escaping @Sendable (repeat each Wanted) throws -> Void
    ) {
        self.id = id
        readersAnswer = { try check(repeat (each answers).readers) }
        solution = { try check(repeat (each answers).ours) }
    }

    public func verdictOnReader() -> Verdict { Verdict(of: readersAnswer) }
    public func verdictOnSolution() -> Verdict { Verdict(of: solution) }

    public var description: String { id }
}
