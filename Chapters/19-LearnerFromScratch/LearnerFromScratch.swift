// # A Learner from scratch
//
// (What this chapter is about, in a paragraph or two: to be written last.)
//
// Run it with `swift run ch19`, run one section with `swift run ch19 --section 3`, and train on real images with
// `--data DIR`. With `--predict` it asks you to predict results before it shows them.

import Datasets
import Figures
import Notebook
import Tensors

/// Chapter 19 of the book.
public final class LearnerFromScratch: Chapter {
    public static let number = 19
    public static let title = "A Learner from scratch"
    public static let sections: [Section<LearnerFromScratch>] = [
        // 1 Data
        // 2 Dataset and DataLoader
        // 3 Module and Parameter
        // 4 A simple CNN
        // 5 Loss
        // 6 Learner
        // 7 Callbacks
        // 8 Scheduling the learning rate
        // 9 Further: momentum, batch norm, a ResNet, Mixup
        // 10 Conclusion
    ]

    public static let durations: [RunSize: Duration] = [
        .quick: .seconds(2), .usual: .seconds(120), .full: .seconds(600),
    ]

    let run: Run

    public init(_ run: Run) throws { self.run = run }
}
