// # The largest losses
//
// Section 5.5 · After this page you can look at the photos that a net was most wrong about, and know why that is the
// first thing to do.

import Common
import Figures
import Foundation
import Notebook
import Tensors
import Vision

// The matrix counts. The losses point at single photos. Sort the validation photos by their loss, and look at the first
// ones, as section 2.4 does before it cleans. A large loss means one of two things: the net was wrong and sure, or the
// label is.

extension ImageClassification {
    func worstPhotos() throws {
        // Here they are, each with what it is. (`topLossesFigure` makes such a picture in one call; the book's
        // `plot_top_losses`.) What the net said stands in the table:
        let interpretation = try ClassificationInterpretation(trained)
        let photos = try trained.data.datasets.valid.photos
        let worst = interpretation.topLosses(9)
        show(
            ImageGrid(
                try worst.map { try photos[$0.place].opened().photo(atLeast: 260).raster }, titles: worst.map(\.actual),
                columns: 3, cellSize: 280), "Validation photos of \(dataName) with the largest losses")
        var table = TextTable(["is a", "was taken for a", "how sure", "loss"], decimals: 2)
        for photo in worst { table.add(photo.actual, photo.predicted, photo.probability, photo.loss) }
        show(table, "What the net said of them")

        // How unequal are the losses? Most photos cost next to nothing. Add them up from the largest to the smallest:
        let sorted = interpretation.losses.sorted(by: >)
        let total = max(sorted.reduce(0, +), 1e-6)
        var sum: Float = 0
        let shares = sorted.map { loss -> Float in
            sum += loss
            return sum / total
        }
        show(
            Chart(
                "Losses are unevenly divided", x: "photos, the largest losses first",
                y: "share of the whole loss",
                yLimits: 0...1
            ) {
                Line(Array(1...shares.count), shares, "photos of \(dataName)")
                Line([1, shares.count], [1 / Float(shares.count), 1], "if all were equal", dashed: true)
            }, "Losses, summed from the largest down")
        let tenth = shares[max(0, sorted.count / 10 - 1)]
        show(
            fixed(tenth, 2), "share of the loss that the worst tenth of the photos have",
            predict: .share(
                "The tenth of the photos with the largest losses: which share of the whole loss do they have?",
                Double(tenth),
                within: .percent(15)))
    }

    func rightButUnsure() throws {
        // Not every large loss is a mistake. The loss of a photo is above ln 2 when its own breed gets less than a
        // half, and with many breeds that may still be the highest of all:
        let judged = try folds
        let unsure = judged.losses.indices.filter { judged.losses[$0] > Float(log(2.0)) }
        let right = unsure.count { judged.actual[$0] == judged.predicted[$0] }
        show("\(right) of \(unsure.count)", "photos with a loss above ln 2 that the net is right about")
        let wrong = judged.losses.indices.filter { judged.actual[$0] != judged.predicted[$0] }
        let least = wrong.map { judged.losses[$0] }.min() ?? 0
        show(
            wrong.allSatisfy { judged.losses[$0] > Float(log(2.0)) - 1e-4 },
            "every mistake has a loss of at least ln 2",
            ask: "Does every photo that the net is wrong about have a loss of at least ln 2, which is 0.69?")
        show(least, "the smallest loss of a mistake")

        // (A mistake means that another breed got more than the right one. Both together have at most 1, so the right
        // one has at most a half.)
    }
}
