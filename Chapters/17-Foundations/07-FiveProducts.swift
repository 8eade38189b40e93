// # Five matrix products
//
// Section 17.7 · After this page you have all versions of the matrix product side by side, with their times.

import Figures
import Foundation
import Notebook
import Tensors

// Five products have been built or borrowed: three loops, a row times a column, broadcasting, `einsum`, and the
// engine's own. All of them multiply the same [5, 784] by the same [784, 10]. To see them in one place, each gets a row
// with its result, its times, and the time that the book reports for its Python version:

/// One version of the product: what it is called, what it gave, how long it took.
struct Contender {
    let name: String
    let value: Tensor
    let timing: Timing
    /// The book's time in milliseconds, for the versions that it has.
    var book: Double?

    /// Milliseconds for one product, in the fastest run.
    var time: Double { timing.best }
}

// The first version is slow, so it runs once. The others run as in the book, 7 times 20 loops each. (`contenders` is
// computed once, since the next pages need it, too.) Compared are the best runs.
//
// The book's library hands a product over to BLAS, the basic linear algebra subprograms, which have been tuned for
// decades. The engine has a kernel of its own in place of BLAS. The last page of this section says how near it comes to
// what is possible.

extension Foundations {
    /// All versions, in the order in which they were built.
    var contenders: [Contender] {
        run.once {
            let (m1, m2) = testMatrices
            func contender(_ name: String, book: Double? = nil, _ product: (Tensor, Tensor) -> Tensor) -> Contender {
                let value = product(m1, m2)  // once before the clock starts: the first time is slower
                let timing = Timing(loops: run.size(quick: 1, usual: 20)) { product(m1, m2) }
                return Contender(name: name, value: value, timing: timing, book: book)
            }
            let (loops, once) = (byThreeLoops.value, Timing(runs: [byThreeLoops.milliseconds], loops: 1))
            return [
                Contender(name: "three loops", value: loops, timing: once, book: 1150),
                contender("three loops over lists", FlatLoops.matmul),
                contender("row × column", book: 1.7, RowTimesColumn.matmul),
                contender("broadcasting", book: 0.357, Broadcasting.matmul),
                contender("einsum", book: 0.0687, EinsteinSummation.matmul),
                contender("the engine's einsum") { einsum("ik,kj->ij", $0, $1) },
                contender("the engine's product", book: 0.014) { $0.matmul($1) },
            ]
        }
    }

    func sideBySide() {
        let first = contenders[0]
        var table = TextTable([
            "version", "best run: milliseconds", "mean of all runs", "times faster", "largest difference",
            "book: milliseconds",
            "book: times faster",
        ])
        for one in contenders {
            table.add(
                one.name, shortened(one.time), meanOfRuns(one.timing),
                shortened(first.time / one.time), largestDifference(one.value, first.value),
                one.book.map(shortened), one.book.map { shortened(1150 / $0) })
        }
        show(table, "One product, seven ways, in a \(build)")

        // All of them give the same fifty numbers, up to rounding:
        show(contenders.allSatisfy { largestDifference($0.value, first.value) < 1e-3 }, "all are equal within 0.001")

        // (The factors in the book's text, 700, 3,700 and 100,000, are not quite what its times give: 676, 3,221 and
        // 82,143.)
        for (name, index) in [
            ("three-loops", 0), ("row-times-column", 2), ("broadcasting", 3), ("einsum", 4), ("engine", 6),
        ] {
            record(
                "matmul/\(slug(name))-milliseconds", contenders[index].time, book: contenders[index].book!,
                differs: "our best run; compiled Swift in a \(build), another processor", on: normals)
        }
    }

    func theRace() {
        // The times reach over six powers of ten, so the scale is logarithmic: from each line to the next, a product
        // takes ten times as long.
        let five = contenders.filter { $0.book != nil }
        let lowest = pow(10, log10(five.map { min($0.time, $0.book!) }.min()! / 1.5).rounded(.down))
        var race = Chart(
            "Each version leaves a loop to compiled code", y: "milliseconds for one product", yLimits: lowest...3000,
            yScale: .logarithmic
        ) {
            Bars(five.map(\.name), five.map { $0.book! }, "the book, Python", colour: .orange)
            Bars(five.map(\.name), five.map(\.time), "here, Swift (\(build))", colour: .blue)
        }
        (race.width, race.height) = (640, 440)
        show(race, "A race of five products, best runs")

        // The first bar and the last: the book's Python comes down by a factor of 82,000, ours by the factor in the
        // last row of the table. The next page finds out what the steps are made of. (Our own `einsum` is not tuned. It
        // writes down every product before it sums them. The engine's, in the table, is the one to hold beside the
        // book's.)
    }

    // MARK: Helpers

    private func meanOfRuns(_ timing: Timing) -> String {
        timing.runs.count > 1 ? "\(shortened(timing.mean)) ± \(shortened(timing.deviation))" : "once"
    }
}
