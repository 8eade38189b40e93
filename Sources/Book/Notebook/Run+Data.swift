// What sections share, and where it comes from.

import Common
import Datasets
import Foundation
import Tensors

extension Run {
    /// The data of a chapter: the first of the candidates that is on this machine, else the stand-in. The run
    /// says which it is in its header, above the closing table and in the results. Called in the chapter's `init`, once
    /// for each of its data sets; they are read when a section asks for their `contents`.
    ///
    ///     digits = try run.data(.mnistSample, standIn: "generated digits") { .generated(seed: run.seed) }
    ///
    /// - Parameters:
    ///   - candidates: data sets that will do, best first; the first is the book's own.
    ///   - standIn: what the generated data are called.
    ///   - isInBook: false if the book has no such data; then none of the candidates is the book's own.
    /// - Throws: `DatasetError` when the folder of `--data` does not exist, or an archive cannot be unpacked.
    public func data<Contents>(
        _ candidates: DataCandidate<Contents>..., standIn: String, isInBook: Bool = true,
        generate: @escaping @Sendable () throws -> Contents
    ) throws -> DataSource<Contents> {
        let source = try DataSource(
            candidates, standIn: standIn, isInBook: isInBook, in: locator, generate: generate)
        use(source)
        return source
    }

    /// Notes that the results of this run rest on `source`, and tells the reader how the search for it went.
    public func use(_ source: any DataOrigin) {
        with { $0.sources.append(source) }
        if !options.usesStandIn { source.notices.forEach(notice) }
    }

    /// Which data the run is on: "mnist_sample", or "imdb, generated reviews" when there are several; "no data" when
    /// there are none.
    public var dataName: String { Self.names(with { $0.sources }.map(\.name)) ?? "no data" }

    /// The data that the book's numbers were measured on; empty when the chapter has none.
    public var bookData: String { Self.names(with { $0.sources }.map(\.bookName)) ?? "" }

    /// True when all data are the book's own, or there are none. Only then is a difference from the book's numbers
    /// shown.
    public var isOnBookData: Bool { with { $0.sources }.allSatisfy(\.isBooks) }

    /// Every name once: two data sets of a chapter may have the same stand-in.
    private static func names(_ names: [String]) -> String? {
        let different = names.enumerated().filter { !$1.isEmpty && !names[..<$0].contains($1) }.map(\.element)
        return different.isEmpty ? nil : different.joined(separator: ", ")
    }
}

// MARK: Once

extension Run {
    /// What sections share and is costly to make: made when it is first asked for, on whichever thread, and kept until
    /// the run is over. So is an error. It is the body of a property of the chapter:
    ///
    ///     var train: Digits<Tensor> { get throws { try run.once { Digits(try bytes.train) } } }
    ///
    /// - Precondition: the property belongs to the chapter itself. A function with arguments is refused, since its
    ///   second call would get what the first made.
    public func once<Value, Failure: Error>(
        file: String = #fileID, line: Int = #line, column: Int = #column, function: String = #function,
        _ make: () throws(Failure) -> Value
    ) throws(Failure) -> Value {
        require(
            !function.contains(":"), "run.once in \(function)",
            "the second call would get what the first has made, whatever its arguments", try: "a property")
        return try shared.once(at: "\(file):\(line):\(column)", as: Value.self).value(make)
    }
}

/// The values of `run.once`, by the place of their call.
final class SharedValues: @unchecked Sendable {
    // Unchecked: `values` is used only under the lock. A value is made outside it, so it may ask for others.
    private let lock = NSLock()
    private var values: [String: AnyObject] = [:]

    func once<Value>(at place: String, as type: Value.Type) -> Once<Value> {
        lock.withLock {
            // A generic property makes a value of each type at the same place.
            let key = "\(place) \(type)"
            if let known = values[key] as? Once<Value> { return known }
            let new = Once<Value>()
            values[key] = new
            return new
        }
    }

    func removeAll() { lock.withLock { values = [:] } }
}
