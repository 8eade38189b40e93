// # What pooling forgets
//
// Section 6.4 · After this page you know how a net can say *where* at all, and what helps a small one to do it.

import Common
import Datasets
import Figures
import Layers
import Notebook
import Tensors
import Training
import Vision

// There is something odd about this task. The head of a classifier begins with pooling: of each map of features it
// keeps how strong it is, on average and at most, over the whole picture. A dog is a dog, wherever it is; so the place
// is thrown away on purpose. And now the place is the question. Take a map with one bright cell (`brightCell` makes
// it), and move the cell:

/// A map of 3 rows and 4 columns with one bright cell: [1, 1, 3, 4].
private func brightCell(_ cell: Int) -> Tensor { Tensor(shape: [1, 1, 3, 4], (0..<12).map { $0 == cell ? 1 : 0 }) }

extension OtherVisionProblems {
    func movedCell() {
        var random = run.random
        let pooled = HeadPlan(hidden: [], dropout: 0).layers(1, outputs: 2, using: &random)
        pooled.eval()
        var table = TextTable(["bright cell", "what a head says that pools"])
        for cell in [0, 5, 11] { table.add(nameOf(cell), text(pooled(brightCell(cell)))) }
        let same = pooled(brightCell(0)).scalars == pooled(brightCell(11)).scalars
        show(
            table, "Two outputs for a map with one bright cell, of 3 rows and 4 columns",
            predict: .yesNo(
                "A head pools each map to its mean and its maximum. Do its outputs say where the cell was?", !same))
    }
}

// How does the book's net manage, then? By its depth. A cell of its last maps sees the whole picture, and its edge,
// where rows of zeros were put around (padding). So a cell can know where it is, and some maps come to mean "a head on
// the left". That has to be learned, by many steps: the book's five epochs are more than a thousand of them. Ours are a
// tenth.
//
// A small net is better served by a head that *points*. One convolution of 1 × 1 makes a map of scores: how much does
// this cell look like the middle of a head? The softmax over all cells makes shares of the scores, and the answer is
// the mean of the cells' middles, weighted by their shares. Its outputs are places from the start, never beyond the
// outermost cells' middles, and it has one weight for each map of features. (A. Nibali and others, "Numerical
// Coordinate Regression with Convolutional Neural Networks", 2018; exercise 6.15 is about it.) A plan of a head may ask
// for it:

extension OtherVisionProblems {
    /// The head for places.
    var headPlan: HeadPlan { .pointing }

    func pointedCell() {
        // The same three maps, and a head that points. Its only weight makes the score of a bright cell 9, and that of
        // the others 0:
        var random = run.random
        let head = PointingHead(1, places: 1, using: &random)
        head.maps.weight.assign(.zeros(1, 1, 1, 1) + 9)
        var table = TextTable(["bright cell", "its middle", "what a head says that points"])
        for cell in [0, 5, 11] {
            let middle = Tensor([-0.75 + 0.5 * Float(cell % 4), (-2 + 2 * Float(cell / 4)) / 3])
            table.add(nameOf(cell), text(middle), text(head(brightCell(cell))))
        }
        show(
            table, "x and y of a bright cell, from -1 to 1",
            predict: .choice(
                "There are four columns of cells between x = -1 and x = 1. Where is the middle of the first one?",
                ["-1", "-0.75", "-0.5"], answer: "-0.75"))
        show(
            text(head(.zeros(1, 1, 3, 4))), "x and y if no cell is bright",
            predict: .numbers(
                "No cell is bright, so all shares are equal. What are x and y?", [0, 0], within: .plusMinus(0.01)))

        // Such a head can never say 1: its answers end at the middles of the outermost cells. Where things are near the
        // border, it takes more and smaller cells.
    }

    func pooledOrPointing() throws {
        // Both, on heads. The pooled one has the book's widths and its range, but no dropout:
        let (plan, count) = (HeadPlan(dropout: 0, range: -1...1), run.size(quick: 1, usual: 3))
        let pooled = try run.overSeedsAtOnce(count) { random in
            let data = try headBlock.loaders(of: try headFrames, batchSize: headBatch, using: &random)
            let learner = VisionLearner(data, body: try headBody.body(), head: plan, using: &random)
            learner.unfreeze()
            try EpochReporting.silently { try learner.fitOneCycle(headEpochs, LearningRates(headRate)) }
            return percentOfWidth(learner.learner.recorder.rows.last!.validLoss)
        }
        let pointing = try headErrors(count)
        var random = run.random
        // `weightsOf` counts what each of them learns:
        func weightsOf(_ plan: HeadPlan) throws -> Int {
            plan.layers(try headBody.body().channels, outputs: 2, using: &random).parameters.reduce(0) { $0 + $1.count }
        }
        var table = TextTable(["head", "numbers that it learns", "error, % of the width"], decimals: 2)
        table.add("the book's head, pooled", try weightsOf(plan), Spread(pooled))
        table.add("a head that points", try weightsOf(headPlan), Spread(pointing))
        let names = ["the book's head, pooled", "a head that points"]
        show(
            table, "\(headsName), \(counted(headEpochs, "epoch")), \(counted(pooled.count, "seed"))",
            predict: .choice(
                "Which head is nearer to the places after so few steps?", names,
                answer: names[Spread(pooled).mean < Spread(pointing).mean ? 0 : 1]))
        record("heads/error-with-a-pooled-head", over: pooled)
        record("heads/error-with-a-pointing-head", over: pointing)
        show(
            "\(zip(pooled, pointing).count { $1 < $0 }) of \(pooled.count)",
            "seeds for which the head that points is nearer")

        // The pages that follow take the head that points. It is what our net has different from the book's; and with
        // it, no range is needed.
    }
}

// MARK: Helpers

private func nameOf(_ cell: Int) -> String { "row \(cell / 4), column \(cell % 4)" }

private func text(_ outputs: Tensor) -> String {
    outputs.scalars.map { fixed(Double($0), 3) }.joined(separator: ", ")
}
