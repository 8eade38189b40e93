// # Doubling, a chapter for tests
//
// It doubles numbers. As small as it is, it has one of everything that a page may have.
//
// Its second paragraph speaks of `Tensor`.

import Figures
import Notebook

public final class Doubling: Chapter {
    public static let number = 98
    public static let title = "Doubling"
    public static let sections = [Section("Numbers", Doubling.numbers, Doubling.pictures)]

    let run: Run
    public init(_ run: Run) throws {
        self.run = run
        _ = try run.data(.dataSet("the book's numbers") { _ in [1] }, standIn: "small numbers") { [1] }
    }
}
