// # Doubling, a chapter for tests
//
// It doubles numbers. As small as it is, it has one of everything that a page may have.
//
// Its second paragraph speaks of `Tensor`.

import Figures
import Notebook

final class Doubling: Chapter {
    static let number = 98
    static let title = "Doubling"
    static let bookData = "the book's numbers"
    static let sections = [Section("Numbers", Doubling.numbers, Doubling.pictures)]

    let run: Run
    init(_ run: Run) { self.run = run }
    var dataName: String { "small numbers" }
}
