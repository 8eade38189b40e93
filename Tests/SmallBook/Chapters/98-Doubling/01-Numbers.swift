// # Numbers, doubled
//
// Section 98.1 · After this page you can double.
//
// One paragraph more.

import Figures
import Notebook

/// Twice x.
func twice(_ x: Int) -> Int { 2 * x }

extension Doubling {
    func numbers() {
        // To *double* is to add a number to itself, says `twice`:
        //
        //     twice(x) = x + x
        //
        // Begin with the seed:
        let start = Int(run.seed)
        let doubled = twice(start)
        show(doubled, "the seed, doubled")
        show(
            [doubled, twice(doubled)],
            "and again")

        for k in 1...3 {
            // Outputs of a loop stand under the loop.
            show(twice(k))
        }

        // A table, and a curve:
        var table = TextTable(["x", "twice | x"])
        for k in 1...2 { table.add(k, twice(k)) }
        show(table, "Doubles")
        show(curve(to: 4), "Twice as steep")

        quarrel(doubled)

        // That is all.
        record("doubling/one", twice(1), book: 2)
    }

    /// What is told in the place of its call.
    private func quarrel(_ number: Int) {
        // Is a double even?
        show(number.isMultiple(of: 2), "even")
    }

    /// A helper without prose stays whole.
    private func curve(to end: Int) -> Chart {
        Chart("y = 2x", x: "x", y: "y") { Line((0...end).map { Double(twice($0)) }) }
    }
}
