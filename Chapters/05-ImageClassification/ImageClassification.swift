// # (to be written)

import Notebook
import Tensors

/// Chapter 5 of the book.
public final class ImageClassification: Chapter {
    public static let number = 5
    public static let title = "ImageClassification"
    public static let sections: [Section<ImageClassification>] = []

    let run: Run

    public init(_ run: Run) throws { self.run = run }
}
