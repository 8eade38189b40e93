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
// is thrown away on purpose. And now the place is the question. Take a map with one bright cell, and move the cell:

extension OtherVisionProblems {
    func movedCell() {
        var random = run.random
        func head(_ plan: HeadPlan) -> Sequential {
            let head = plan.layers(1, outputs: 2, using: &random)
            head.eval()
            return head
        }
        let (pooled, grid) = (head(HeadPlan(hidden: [], dropout: 0)), head(HeadPlan(hidden: [], dropout: 0, grid: 4)))
        func map(_ cell: Int) -> Tensor { Tensor(shape: [1, 1, 3, 4], (0..<12).map { $0 == cell ? 1 : 0 }) }
        var table = TextTable(
            ["bright cell", "a head that pools everything", "a head with a grid of 4 × 4"], decimals: 3)
        for cell in [0, 5, 11] {
            func text(_ head: Sequential) -> String {
                head(map(cell)).scalars.map { fixed(Double($0), 3) }.joined(separator: ", ")
            }
            table.add("row \(cell / 4), column \(cell % 4)", text(pooled), text(grid))
        }
        let same = pooled(map(0)).scalars == pooled(map(11)).scalars
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

    func pooledOrPointing() throws {
        let (frames, epochs) = (try headFrames, headEpochs)
        let plans: [(String, HeadPlan)] = [
            ("the book's head, pooled", HeadPlan(dropout: 0, range: -1...1)), ("a head that points", headPlan),
        ]
        var table = TextTable(["head", "numbers that it learns", "error, % of the width"], decimals: 2)
        var errors: [Double] = []
        for (name, plan) in plans {
            var random = run.random
            let data = try headBlock.loaders(of: frames, batchSize: headBatch, using: &random)
            let learner = VisionLearner(data, body: try headBody.body(), head: plan, using: &random)
            learner.unfreeze()
            try EpochReporting.silently { try learner.fitOneCycle(epochs, LearningRates(headRate)) }
            errors.append(percent(learner.learner.recorder.rows.last!.validLoss))
            table.add(name, learner.net.head.parameters.reduce(0) { $0 + $1.count }, errors.last!)
        }
        show(
            table, "\(headsName), \(counted(epochs, "epoch"))",
            predict: .choice(
                "Which head is nearer to the places after so few steps?", plans.map { $0.0 },
                answer: plans[errors[0] < errors[1] ? 0 : 1].0))
        record("heads/error-with-a-pooled-head", errors[0])
        record("heads/error-with-a-pointing-head", errors[1])

        // The pages that follow take the head that points. It is what our net has different from the book's; and with
        // it, no range is needed.
    }
}
