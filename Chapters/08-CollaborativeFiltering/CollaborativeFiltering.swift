// # (to be written)

import Notebook
import Tensors

/// Chapter 8 of the book.
public final class CollaborativeFiltering: Chapter {
    public static let number = 8
    public static let title = "CollaborativeFiltering"
    public static let sections: [Section<CollaborativeFiltering>] = []

    let run: Run

    public init(_ run: Run) throws { self.run = run }
}
