// # Seeing where a network looks
//
// (What this chapter is about, in a paragraph or two: to be written last.)
//
// Run it with `swift run ch18`, run one section with `swift run ch18 --section 3`, and train on real images with
// `--data DIR`. With `--predict` it asks you to predict results before it shows them.

import Datasets
import Figures
import Foundation
import Notebook
import Tensors

/// Chapter 18 of the book.
public final class WhereItLooks: Chapter {
    public static let number = 18
    public static let title = "Seeing where a network looks"
    public static let sections: [Section<WhereItLooks>] = [
        // 1 Hooks
        // 2 Class activation maps
        // 3 Does the map look at the object?
        // 4 Gradient CAM
        // 5 A shortcut unmasked
        // 6 Conclusion
    ]

    public static let durations: [RunSize: Duration] = [
        .quick: .seconds(2), .usual: .seconds(150), .full: .seconds(1200),
    ]

    let run: Run

    public init(_ run: Run) throws { self.run = run }
}
