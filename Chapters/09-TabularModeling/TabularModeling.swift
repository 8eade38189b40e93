// # (to be written)

import Notebook
import Tensors

/// Chapter 9 of the book.
public final class TabularModeling: Chapter, Sendable {
    public static let number = 9
    public static let title = "Tabular Modeling Deep Dive"
    public static let sections: [Section<TabularModeling>] = []

    let run: Run

    public init(_ run: Run) throws { self.run = run }
}
