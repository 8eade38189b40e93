// One run of one chapter: how it was asked for, and everything that came out of it. While a section runs, the run is
// "the current one" of its task: `show(…)` and `record(…)` need not be told, and tests may run chapters side by side.

import Datasets
import Figures
import Foundation
import Synchronization
import Tensors

/// A run of a chapter: its options, data, outputs and records.
public final class Run: Sendable {
    /// The run that the calling page belongs to; nil outside a run.
    @TaskLocal public static var current: Run?

    public let options: RunOptions

    /// When the run began.
    public let started = Date()

    let console: Console
    let figures: FigureFolder
    let predictor: Predictor?
    let shared = SharedValues()
    private let clock = ContinuousClock.now
    private let state = Mutex(State())

    /// What a run collects.
    struct State {
        var sources: [any DataOrigin] = []
        var section = 0
        var figuresOfSection = 0
        var outputs: [Output] = []
        var records: [Record] = []
        var prompts: [Prompt] = []
        var guesses: [Guess] = []
        /// How long the reader has thought about predictions.
        var thinking = Duration.zero
        var failure: (any Error)?
    }

    init(_ options: RunOptions, console: Console, figures: FigureFolder, predictor: Predictor? = nil) {
        (self.options, self.console) = (options, console)
        (self.figures, self.predictor) = (figures, predictor)
    }

    func with<Result: Sendable>(_ body: (inout sending State) -> sending Result) -> Result {
        state.withLock(body)
    }
}

/// How a run was asked for.
public struct RunOptions: Sendable {
    /// The folder of `--data`, when one was named.
    public var dataFolder: URL?

    /// Takes the generated stand-in, whatever data are on this machine: for tests.
    public var usesStandIn = false

    /// The seed of all randomness of the run.
    public var seed: UInt64 = 42

    /// How much it does.
    public var size = RunSize.usual

    /// How many seeds where chance decides; nil leaves it to the pages.
    public var seedCount: Int?

    public init() {}
}

// MARK: What a chapter asks

extension Run {
    public var dataFolder: URL? { options.dataFolder }
    public var seed: UInt64 { options.seed }

    /// Looks for data sets in the order that all chapters keep: `--data`, `$GROUNDUP_DATA`, the cache.
    public var locator: DataLocator { options.usesStandIn ? .nowhere : DataLocator(dataFolder: dataFolder) }

    /// A fresh generator. A section that takes its own gets the same numbers whether it runs alone or with others.
    public var random: SplitMix64 { SplitMix64(seed: seed) }
}

// MARK: What came out of it

extension Run {
    /// Everything shown, in order.
    public var outputs: [Output] { with { $0.outputs } }

    /// Every number recorded, in order.
    public var records: [Record] { with { $0.records } }

    /// The folder of the figures.
    public var figureFolder: URL { figures.url }

    /// The time since the run began, without the time that the reader thought about predictions.
    var elapsed: Duration { ContinuousClock.now - clock - with { $0.thinking } }

    func addThinking(_ time: Duration) { with { $0.thinking += time } }

    /// The number recorded under `name`; nil when there is none.
    public subscript(name: String) -> Double? { records.first { $0.name == name }?.measured }
}
