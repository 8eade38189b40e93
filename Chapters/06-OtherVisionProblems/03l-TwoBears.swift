// # Two bears
//
// Section 6.3 · After this page you have shown two bears to a net that has only ever seen one.

import Figures
import Foundation
import Notebook
import Tensors
import Training
import Vision

// The last of the book's proposals: a photo with two kinds of bears. There are none at hand, so two photos are put side
// by side, both of bears that the heads have not learned from. Together they are brought to a square, which squeezes
// each to half its width.

extension OtherVisionProblems {
    func sideBySide() throws {
        let pairs = try bearPairs
        // #hide
        if pairs.photos.isEmpty { return show("There are too few bears for validation.") }
        show(
            ImageGrid(
                pairs.photos.prefix(4).map(\.raster), titles: pairs.kinds.prefix(4).map { "\($0.0) + \($0.1)" },
                columns: 4,
                cellSize: 220), "Two kinds on one photo")

        // What do the heads of the first split say? A kind is said if its probability is above a half:
        let names = bearHeadNames
        var (table, both) = (
            TextTable(["last layer", "both", "one of the two", "none", "a wrong one among them"]), [Int]()
        )
        for (k, name) in names.enumerated() {
            let p = pairs.probabilities[k]
            let said = (0..<p.shape[0]).map { row in Set(p[row].scalars.indices.filter { p[row].scalars[$0] > 0.5 }) }
            let hits = zip(said, pairs.numbers).map { said, true_ in said.intersection([true_.0, true_.1]).count }
            both.append(hits.count { $0 == 2 })
            table.add(
                name, both[k], hits.count { $0 == 1 }, hits.count { $0 == 0 },
                zip(said, hits).count { $0.count > $1 })
        }
        show(
            table, "What is said of \(pairs.photos.count) photos with two kinds of \(bearName)",
            predict: .count(
                "How many of these photos can softmax say both kinds of, each with more than a half?", both[0]))
        record("bears/both-of-two-sigmoids", Double(both[1]) / Double(pairs.photos.count), on: bearSource)

        // Softmax never can. Sigmoids may, and here one sees how far they do: nobody has taught them. From photos with
        // one bear they have learned that where a grizzly is, there is no black bear, and the features are means over
        // the whole picture, half of which is something else. Photos of two bears among those to learn from would be
        // the cure.
    }
}
