// # (to be written)

import Notebook
import Tensors

/// Chapter 6 of the book.
public final class OtherVisionProblems: Chapter, Sendable {
    public static let number = 6
    public static let title = "Other Computer Vision Problems"
    public static let sections: [Section<OtherVisionProblems>] = []

    let run: Run

    public init(_ run: Run) throws { self.run = run }
}
