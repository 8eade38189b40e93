// # Epoch tables: training as it comes along
//
//        epoch  train_loss  valid_loss  accuracy      time
//            0    0.636857    0.503549  0.495584     00:00
//
// By default they are printed. A chapter sends them to its notebook, a test nowhere.

/// Where in the source something was called.
public struct CallPlace: Sendable {
    public let file: String
    public let line: Int
}

/// Where the table of epochs goes while a model trains.
public protocol EpochReporter: AnyObject {
    func began(columns: [String])
    func row(_ cells: [String])
    func ended()
}

/// Chooses where epoch tables go: by default to standard output; a chapter sends them to its notebook.
public struct EpochReporting: Sendable {
    @TaskLocal public static var current = EpochReporting { _ in PlainReporter() }

    /// Makes the reporter of one `fit`, whose place in the source is given.
    let make: @Sendable (CallPlace) -> (any EpochReporter)?

    public init(_ make: @escaping @Sendable (CallPlace) -> (any EpochReporter)?) { self.make = make }

    /// Runs `body` with this choice.
    public func during<Result>(_ body: () throws -> Result) rethrows -> Result {
        try EpochReporting.$current.withValue(self, operation: body)
    }

    /// Runs `body` with no epoch table.
    public static func silently<Result>(_ body: () throws -> Result) rethrows -> Result {
        try EpochReporting { _ in nil }.during(body)
    }
}

/// Prints aligned columns to standard output.
final class PlainReporter: EpochReporter {
    private var widths: [Int] = []

    func began(columns: [String]) {
        widths = columns.map { max($0.count, 8) }
        row(columns)
    }

    func row(_ cells: [String]) {
        print(zip(cells, widths).map { String(repeating: " ", count: max($1 - $0.count, 0)) + $0 }.joined(separator: "  "))
    }

    func ended() {}
}
