// # (to be written)

import Notebook
import Tensors

/// Chapter 7 of the book.
public final class StateOfTheArt: Chapter, Sendable {
    public static let number = 7
    public static let title = "Training a State-of-the-Art Model"
    public static let sections: [Section<StateOfTheArt>] = []

    let run: Run

    public init(_ run: Run) throws { self.run = run }
}
