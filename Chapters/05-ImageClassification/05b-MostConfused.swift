// # The most confused
//
// Section 5.5 · After this page you can list the pairs that a classifier takes for each other, and judge what that
// says.

import Figures
import Foundation
import Notebook
import Tensors
import Vision

// A matrix of 37 rows is read by sorting it. Take the cells beside the diagonal, the largest first, and leave out what
// is rare:

/// The cells beside the diagonal that hold at least `least`, the largest first; those of equal size row by row. (The
/// book's `most_confused`.)
public func mostConfused(
    _ matrix: [[Int]], _ classes: [String], atLeast least: Int
) -> [(actual: String, predicted: String, count: Int)] {
    let cells = matrix.indices.flatMap { row in
        matrix[row].indices.filter { $0 != row && matrix[row][$0] >= max(least, 1) }.map { (row, $0) }
    }
    let sorted = cells.sorted { (-matrix[$0.0][$0.1], $0.0, $0.1) < (-matrix[$1.0][$1.1], $1.0, $1.1) }
    return sorted.map { (classes[$0.0], classes[$0.1], matrix[$0.0][$0.1]) }
}

extension ImageClassification {
    func worstPairs() throws {
        let judged = try folds
        let pairs = mostConfused(judged.confusionMatrix, judged.classes, atLeast: 2)
        var table = TextTable(["is a", "was taken for a", "photos", "of so many"])
        for pair in pairs.prefix(10) {
            let all = judged.confusionMatrix[judged.classes.firstIndex(of: pair.actual)!].reduce(0, +)
            table.add(pair.actual, pair.predicted, pair.count, all)
        }
        show(table, "The most confused breeds of \(dataName)")
        let engine = judged.mostConfused(atLeast: 2).map { "\($0)" }
        show(
            engine == pairs.map { "\($0.actual) taken for \($0.predicted): \($0.count)" },
            "the engine's `mostConfused(atLeast: 2)` gives the same list")

        // The book asks for `min_val=5` and gets two pairs: ten pit bulls that were taken for Staffordshire bull
        // terriers, and six Ragdolls for Birmans. (5 is a number of photos, not of percent.)
        let fewer = "fewer photos, each judged in one of five parts by a head on frozen features"
        let counts = pairs.map(\.count) + [0, 0]
        record("most-confused/first", counts[0], book: 10, differs: fewer)
        record("most-confused/second", counts[1], book: 6, differs: fewer)
        let five = mostConfused(judged.confusionMatrix, judged.classes, atLeast: 5)
        show(
            five.count, "pairs with at least five photos",
            predict: .count("How many pairs of breeds are confused at least five times here?", five.count))

        // Is it bad? Look at who is confused. About the book's two pairs, people who know breeds by profession argue,
        // too. A net that goes wrong where experts do has learned something sensible; one that takes beagles for cats
        // has not.
    }

    func confusedWithItsOwnKind() throws {
        // That can be measured. In the names of the files, cats begin with a capital and dogs do not (`isCat`). How
        // many of all mistakes stay within a kind, and how many would if a mistaken net chose among the other breeds by
        // chance?
        let judged = try folds
        func isCat(_ label: Int) -> Bool { judged.classes[label].first!.isUppercase }
        let wrong = judged.actual.indices.filter { judged.actual[$0] != judged.predicted[$0] }
        let within = wrong.count { isCat(judged.actual[$0]) == isCat(judged.predicted[$0]) }
        let cats = judged.classes.indices.count(where: isCat)
        let chance = wrong.map { place -> Double in
            let own = isCat(judged.actual[place]) ? cats : judged.classes.count - cats
            return Double(own - 1) / Double(judged.classes.count - 1)
        }
        show("\(within) of \(wrong.count)", "mistakes between two breeds of cats, or two of dogs")
        record("mistakes/within-a-kind", Double(within) / Double(max(wrong.count, 1)))
        record("mistakes/within-a-kind-by-chance", chance.reduce(0, +) / Double(max(wrong.count, 1)))
    }

    func nearTwins() throws {
        // Two breeds are famous for it: the American pit bull terrier and the Staffordshire bull terrier. (Among
        // generated pets they are painted nearly alike on purpose: they differ in ears and build by as much as two dogs
        // of one of the breeds do.) How well are they told apart, and how well are all others?
        let judged = try folds
        let twins = ["american_pit_bull_terrier", "staffordshire_bull_terrier"].compactMap {
            judged.classes.firstIndex(of: $0)
        }
        // #hide
        if twins.count < 2 { return show("\(dataName) has not both of them.") }
        let places = judged.actual.indices.filter { twins.contains(judged.actual[$0]) }
        let right = places.count { judged.actual[$0] == judged.predicted[$0] }
        let other = judged.actual.indices.filter { !twins.contains(judged.actual[$0]) }
        let otherRight = other.count { judged.actual[$0] == judged.predicted[$0] }
        var table = TextTable(["photos", "how many", "right", "share", "taken for the twin"], decimals: 3)
        let swapped = judged.confusionMatrix[twins[0]][twins[1]] + judged.confusionMatrix[twins[1]][twins[0]]
        table.add("of the twins", places.count, right, Double(right) / Double(max(places.count, 1)), swapped)
        table.add("of all other breeds", other.count, otherRight, Double(otherRight) / Double(max(other.count, 1)))
        show(
            table, "Two breeds that look alike, and all others; \(dataName)",
            predict: .change(
                "Is the accuracy on the twins smaller or larger than on the others?",
                from: Double(otherRight) / Double(max(other.count, 1)),
                to: Double(right) / Double(max(places.count, 1))))
    }
}
