// A chapter runs in three sizes. They are asked for in one way everywhere, so that a page says all three side by side:
//
//     let epochs = run.size(quick: 1, usual: 10, full: 40)

/// How much a run does.
public enum RunSize: String, Sendable, Hashable, Codable, CaseIterable {
    /// `--quick`: seconds, but every line of the chapter runs. For tests, and to see whether it works.
    case quick
    /// Without an option: at most about two minutes.
    case usual
    /// `--full`: the book's own sizes and epochs, however long they take.
    case full

    /// What the header of a run says.
    var headline: String {
        switch self {
        case .quick: "quick size: too small for good results"
        case .usual: "usual size"
        case .full: "full size: the book's own"
        }
    }

    /// The option that asks for it.
    var option: String { self == .usual ? "no option" : "--\(rawValue)" }
}

extension Run {
    /// How much this run does.
    public var size: RunSize { options.size }

    /// The value for this run's size: of epochs, items, widths, or anything else.
    ///
    ///     let epochs = run.size(quick: 1, usual: 10, full: 40)
    ///
    /// Only the one that is needed is evaluated.
    public func size<Value>(
        quick: @autoclosure () throws -> Value, usual: @autoclosure () throws -> Value,
        full: @autoclosure () throws -> Value
    ) rethrows -> Value {
        switch size {
        case .quick: try quick()
        case .usual: try usual()
        case .full: try full()
        }
    }

    /// The value for this run's size where the usual one is the book's own already.
    public func size<Value>(
        quick: @autoclosure () throws -> Value, usual: @autoclosure () throws -> Value
    ) rethrows -> Value {
        size == .quick ? try quick() : try usual()
    }
}
