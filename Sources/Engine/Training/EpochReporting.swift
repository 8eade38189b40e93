// # Epoch tables: training while it happens
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

/// Shows the table of one `fit` while the model trains.
public protocol EpochReporter: AnyObject {
    /// Before the first epoch.
    func began(columns: [String])
    /// After every epoch: one cell per column.
    func row(_ cells: [String])
    /// After the last epoch, even if training was cancelled or failed.
    func ended()
}

/// Chooses where epoch tables go: by default to standard output; a chapter sends them to its notebook.
public struct EpochReporting: Sendable {
    /// The choice in force: that of the innermost `during`, else the default.
    @TaskLocal public static var current = EpochReporting { _ in PlainReporter() }

    let make: @Sendable (CallPlace) -> (any EpochReporter)?

    /// - Parameter make: the reporter of one `fit`, whose place in the source it is given; nil for no table.
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
        let padded = zip(cells, widths).map { String(repeating: " ", count: max($1 - $0.count, 0)) + $0 }
        print(padded.joined(separator: "  "))
    }

    func ended() {}
}
