// # All ways to part six groups
//
// Section 9.4 · After this page you know in which order a tree would like to have the levels of a category.

import Figures
import Notebook
import Tabular

// “Is the level one of these?” would be a better question than “is its number at most 3?”. But how many such questions
// are there? Each of k levels goes to the left or to the right, that is 2ᵏ ways; seen from the other side they are the
// same, and one of them parts nothing: 2ᵏ⁻¹ − 1. With six groups of products there are 31, with 53 states more than
// four quadrillion.
//
// For squared errors nobody has to try them all. Put the levels in the order of their mean target, and the best
// question is one of the k − 1 cuts of that order (W. D. Fisher proved it in 1958; M. N. Wright and I. R. König,
// “Splitting on categorical predictors in random forests”, 2019, is about forests). `bestParting` tries everything that
// it is given; `allPartings` are all ways, and `cuts` those of an order:

/// The way to part levels in two that leaves the smallest sum of squared errors.
/// - Parameters:
///   - codes: the level of each row.
///   - partings: sets of levels that go to the left.
func bestParting(_ codes: [Int], _ y: [Double], among partings: [Set<Int>]) -> (left: Set<Int>, error: Double)? {
    let errors = partings.map { left in
        let rows = y.indices.filter { left.contains(codes[$0]) }
        let others = y.indices.filter { !left.contains(codes[$0]) }
        return squaredDifferences(rows.map { y[$0] }) + squaredDifferences(others.map { y[$0] })
    }
    return errors.indices.min { errors[$0] < errors[$1] }.map { (partings[$0], errors[$0]) }
}

/// All ways to part levels in two: the first level is always on the right.
func allPartings(_ levels: [Int]) -> [Set<Int>] {
    (1..<(1 << (levels.count - 1))).map { bits in
        Set(levels.indices.dropFirst().filter { bits >> ($0 - 1) & 1 == 1 }.map { levels[$0] })
    }
}

/// The cuts of levels in some order: the first, the first two …
func cuts(_ levels: [Int]) -> [Set<Int>] { (1..<levels.count).map { Set(levels[..<$0]) } }

extension TabularModeling {
    func orderOfLevels() throws {
        // For the groups of products, on some of the sales:
        let sales = try numbered
        let count = run.size(quick: 200, usual: 4000)
        let rows = evenly(count, of: sales.x.count)
        let codes = try sales.x.rows(rows)["ProductGroup"].map { Int($0) }
        let y = rows.map { sales.y[$0] }
        let levels = Set(codes).sorted()
        // #hide
        guard levels.count > 1 else { return show("All of these sales are of one group: there is nothing to part.") }
        let means = levels.map { level in
            let members = codes.indices.filter { codes[$0] == level }
            return members.reduce(0) { $0 + y[$1] } / Double(members.count)
        }
        let byMean = levels.indices.sorted { means[$0] < means[$1] }.map { levels[$0] }
        let ways = [
            ("all partings", allPartings(levels)), ("cuts by the alphabet", cuts(levels)),
            ("cuts by the mean price", cuts(byMean)),
        ]
        var (table, found) = (TextTable(["tried", "questions", "mean squared error after"], decimals: 6), [Double]())
        for (name, partings) in ways {
            guard let best = bestParting(codes, y, among: partings) else { continue }
            found.append(best.error / Double(y.count))
            table.add(name, partings.count, best.error / Double(y.count))
        }
        show(
            table, "One question about `ProductGroup`, \(dataName)",
            predict: .count(
                "\(levels.count) levels: how many different ways are there to part them in two groups?",
                allPartings(levels).count))
        show(
            abs(found[2] - found[0]) < 1e-9, "the best of the few cuts is the best of all",
            predict: .yesNo("Is the best cut by the mean price as good as the best of all partings?", true))

        // Why? Take two levels, and suppose that the one with the lower mean were on the side with the higher mean, and
        // the other way round. Swapping them would bring each closer to the mean of its side. So the best parting has
        // no such pair, and is a cut of the order.
        //
        // The alphabet is not that order, and one question by the alphabet may be worse. With the next questions a tree
        // makes up for it, so the engine leaves the codes as they are, like the book.
    }
}
