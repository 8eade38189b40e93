/// What is wrong with a file of the world: which one, what, and what to do. Every module that reads files throws a type
/// of its own that is one of these.
public protocol FileProblem: Error, Equatable, CustomStringConvertible {
    /// The file, or the folder, archive or address that takes its place.
    var file: String { get }
    /// What was expected, and what was found.
    var problem: String { get }
    /// What to try.
    var advice: String? { get }

    init(_ file: String, _ problem: String, try advice: String?)
}

/// What to try where a file cannot be opened, or is none.
public let adviceToOpen = "the path of a file that you may read"

extension FileProblem {
    /// The same problem, as the module says it that was asked to read the file.
    public init(_ other: some FileProblem) { self.init(other.file, other.problem, try: other.advice) }

    /// "valid/3/10.png: ends early …" and, on a line of its own, what to try.
    public var description: String { "\(file): \(problem)" + (advice.map { "\n  try: \($0)" } ?? "") }
}
