/// The classes that occur, each once and sorted: a class's number is its place. (fastai's `CategoryMap`.)
///
/// Sorted by the codes of their letters, as the book's library does it: all capitals come before all small letters.
public struct Vocabulary: Sendable, Equatable {
    public let classes: [String]
    private let numbers: [String: Int]

    public init(_ labels: some Sequence<String>) {
        let sorted = Set(labels).sorted { $0.unicodeScalars.lexicographicallyPrecedes($1.unicodeScalars) }
        self.init(inOrder: sorted)!
    }

    /// Classes in an order of your own; nil if one of them occurs twice.
    public init?(inOrder classes: [String]) {
        let pairs = zip(classes, classes.indices)
        let numbers = Dictionary(pairs) { first, _ in first }
        guard numbers.count == classes.count else { return nil }
        (self.classes, self.numbers) = (classes, numbers)
    }

    public var count: Int { classes.count }

    /// The number of a class; nil for one that does not occur.
    public subscript(_ name: String) -> Int? { numbers[name] }

    /// - Throws: ``TargetProblem`` for a class that does not occur.
    func number(of name: String) throws -> Int {
        if let number = numbers[name] { return number }
        throw TargetProblem(
            "the label “\(name)” does not occur in the training set, which has \(count) classes: "
                + classes.prefix(5).joined(separator: ", ") + (count > 5 ? ", …" : ""))
    }
}
