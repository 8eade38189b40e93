// # What it confuses
//
// Section 2.4 · After this page you can read a confusion matrix, and say what it does not tell.

import Common
import Figures
import Foundation
import Notebook
import Tensors
import Vision

// Which mistakes are there? Taking a black bear for a grizzly is one thing, and taking a grizzly for a teddy is
// another: this one might cost somebody an arm. The *confusion matrix* counts. Each row is a kind that photos really
// show, each column a kind that the net has said, and each number says how many photos there were of the one kind
// that were taken for the other. Only photos of the validation set count, since the net has seen the others.
// (`ClassificationInterpretation` counts, and its `confusionFigure` is the book's `plot_confusion_matrix`.)

extension ModelToProduction {
    func confusedBears() throws {
        let judged = try ClassificationInterpretation(trained)
        show(
            judged.confusionFigure, "Validation photos of \(dataName): rows are true, columns are said",
            predict: .choice(
                "Black bears that were taken for grizzlies: where are they?",
                ["in the row of the black bears", "in the row of the grizzlies"],
                answer: "in the row of the black bears"))
        let matrix = judged.confusionMatrix
        show(
            "\(matrix.joined().reduce(0, +)) = \(judged.actual.count)", "the sum of all numbers is the number of photos"
        )
        let right = matrix.indices.reduce(0) { $0 + matrix[$1][$1] }
        show(
            significant(1 - Double(right) / Double(judged.actual.count), 4),
            "the share that is not on the diagonal: the error rate",
            ask: "\(right) of \(judged.actual.count) photos are on the diagonal. What is the error rate?")

        // With few photos, the matrix has few mistakes in it, and it would be another one with another fifth of the
        // photos. All photos have their say if they are dealt into five parts, and each part is judged by a head that
        // has learned from the others. Then the matrix has as many photos as there are:
        var random = run.random
        let all = judgedByOthers(try bearFeatures, steps: run.size(quick: 5, usual: 100), using: &random)
        show(all.confusionFigure, "All photos of \(dataName), each judged by a head that has not learned from it")
        for pair in all.mostConfused().prefix(3) { show("\(pair)", "confused") }
        record("bears/accuracy-in-five-parts", all.accuracy)

        // A matrix says how often, and of which kinds. It does not say which photos, and not how sure the net was. For
        // that there are the losses.
    }
}
