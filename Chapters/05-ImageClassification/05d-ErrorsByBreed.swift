// # Errors, breed by breed
//
// Section 5.5 · After this page you can say for which classes a classifier is bad, and how far such numbers can be
// trusted.

import Common
import Figures
import Foundation
import Notebook
import Tensors
import Vision

// One accuracy for all breeds hides those for which a net is useless. So count by class. But a class may have few
// photos, and "one of two wrong" is not the same as "fifty of a hundred wrong". Say how many there are, and how far the
// true rate may be from the counted one. Wilson's interval (E. B. Wilson, 1927), which section 3.3 uses for people,
// does that for any count, also for 0 and for all. `wilsonInterval` says where the true rate probably is, 19 times out
// of 20:

extension ImageClassification {
    func errorsOfEachBreed() throws {
        let judged = try folds
        let rows = judged.classes.indices.map { label -> (name: String, wrong: Int, all: Int) in
            let counts = judged.confusionMatrix[label]
            return (judged.classes[label], counts.reduce(0, +) - counts[label], counts.reduce(0, +))
        }.filter { $0.all > 0 }.sorted { ($1.all, $0.name) < ($0.all, $1.name) }
        var table = TextTable(["breed", "photos", "wrong", "error rate", "probably between", "and"], decimals: 2)
        for row in rows {
            let range = wilsonInterval(row.wrong, of: row.all)
            table.add(
                row.name, row.all, row.wrong, Double(row.wrong) / Double(row.all), range.lowerBound, range.upperBound)
        }
        let (first, last) = (rows.first!, rows.last!)
        show(table, "Errors by breed, all photos of \(dataName), the most frequent breed first")
        show(
            Chart(
                "Error rates, and what chance leaves open", x: "breed, the most frequent first", y: "error rate",
                yLimits: 0...1
            ) {
                for (place, row) in rows.enumerated() {
                    let range = wilsonInterval(row.wrong, of: row.all)
                    Line([place, place], [range.lowerBound, range.upperBound], nil, colour: .grey)
                }
                Points(rows.indices, rows.map { Double($0.wrong) / Double($0.all) }, "error rate", colour: .vermilion)
                Rule(y: 1 - judged.accuracy, "of all photos")
            }, "Error rate of each breed, with Wilson's intervals")
        let widths = [first, last].map { row -> Double in
            let range = wilsonInterval(row.wrong, of: row.all)
            return range.upperBound - range.lowerBound
        }
        show(
            widths.map { fixed($0, 2) }.joined(separator: ", "),
            "width of the interval for the most and the least frequent breed")
        let mean = rows.map { Double($0.wrong) / Double($0.all) }.reduce(0, +) / Double(rows.count)
        record("errors/of-all-photos", 1 - judged.accuracy)
        record("errors/mean-of-all-breeds", mean)

        // The two last numbers differ as far as photos are unevenly divided. The first counts each photo once, so a
        // breed with many photos counts for much. The second counts each breed once.
        show(
            mean - (1 - judged.accuracy) > 0.05
                ? "Here the breeds with few photos are much worse than the one number says."
                : mean - (1 - judged.accuracy) < -0.05
                    ? "Here the breeds with few photos are better than the one number says."
                    : "Here the two are nearly the same.")
    }

    func nothingWrongAmongFew() {
        // What does it mean that none of four photos is wrong? Not much:
        var table = TextTable(["wrong", "of", "error rate", "probably between", "and"], decimals: 3)
        for (wrong, all) in [(0, 4), (1, 2), (0, 40), (50, 100), (80, 1478), (76, 1478)] {
            let range = wilsonInterval(wrong, of: all)
            table.add(wrong, all, Double(wrong) / Double(all), range.lowerBound, range.upperBound)
        }
        let range = wilsonInterval(0, of: 4)
        show(
            table, "What counts say about rates",
            predict: .yesNo("0 of 4 photos are wrong. Could the true error rate be 0.4?", range.contains(0.4)))
    }
}
