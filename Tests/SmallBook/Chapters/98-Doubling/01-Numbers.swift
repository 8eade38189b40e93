// # Numbers, doubled
//
// Section 98.1 · After this page you can double.
//
// One more paragraph.

import Figures
import Notebook

// To *double* is to add a number to itself:

/// Twice x.
func twice(_ x: Int) -> Int { 2 * x }

extension Doubling {
    func numbers() {
        // In short:
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
            // Outputs of a loop come under the loop.
            show(twice(k))
        }

        // Which seeds are there?
        // #hide
        if run.dataFolder == nil { show("There are no others here.") }

        // #hide
        if start < 0 { show("This one is odd.") }
    }
}

// Let three doubles make a table, and a curve:

/// 2, 4 and 6.
func doubles() -> [Int] { (1...3).map(twice) }

extension Doubling {
    func pictures() {
        var table = TextTable(["x", "twice | x"])
        for (k, double) in doubles().prefix(2).enumerated() { table.add(k + 1, double) }
        show(table, "Doubles")
        let name = "y = 2x"
        show(
            curve(to: 4), "Twice as steep",
            predict: .choice(
                "How steep is \(name), beside y = x?", ["as steep", "half as steep (less)", "twice as steep"],
                answer: "twice as steep"))

        // That is all.
        record("doubling/one", twice(1), book: 2, ask: "What is twice one?")
    }

    // MARK: Helpers

    /// A member that is not part of the section stays whole.
    private func curve(to end: Int) -> Chart {
        Chart("y = 2x", x: "x", y: "y") { Line((0...end).map { Double(twice($0)) }) }
    }
}
