// # The training process
//
// (What this chapter is about, in a paragraph or two: to be written last.)
//
// Run it with `swift run ch16`, run one section with `swift run ch16 --section 3`, and train on the real digits with
// `--data DIR`. With `--predict` it asks you to predict results before it shows them.

import Datasets
import Figures
import Notebook
import Tensors

/// Chapter 16 of the book.
public final class TrainingProcess: Chapter {
    public static let number = 16
    public static let title = "The training process"
    public static let sections: [Section<TrainingProcess>] = [
        // 1 Establishing a baseline
        // 2 A generic optimizer
        // 3 Momentum
        // 4 RMSProp
        // 5 Adam
        // 6 Decoupled weight decay
        // 7 Callbacks
        // 8 Creating a callback
        // 9 Callback ordering and exceptions
        // 10 Conclusion
    ]

    public static let durations: [RunSize: Duration] = [
        .quick: .seconds(2), .usual: .seconds(120), .full: .seconds(600),
    ]

    let run: Run
    /// Ten digits: MNIST if it is at hand, else the generator.
    let source: DataSource<DigitImages>

    /// Finds out where the digits will come from; they are read when a section first needs them.
    public init(_ run: Run) throws {
        self.run = run
        let seed = run.seed
        source = try run.data(.mnist(), .mnistPNG(), standIn: "generated digits") { .generated(seed: seed) }
    }
}
