// # The confusion matrix
//
// Section 5.5 · After this page you can count what a classifier takes for what, and read the picture of it.

import Figures
import Foundation
import Notebook
import Tensors
import Vision

// A loss is made for the computer: it needs slopes. People want to know how often a net is right, and, when it is
// wrong, what it takes for what. For the second question there is the *confusion matrix*, which section 2.4 reads for
// three bears. It has a row for each class that a photo can show, and a column for each class that the net can say:

/// How often items of a class (row) were taken for one of a class (column).
public func confusionMatrix(actual: [Int], predicted: [Int], classes: Int) -> [[Int]] {
    var counts = [[Int]](repeating: [Int](repeating: 0, count: classes), count: classes)
    for (row, column) in zip(actual, predicted) { counts[row][column] += 1 }
    return counts
}

extension ImageClassification {
    func confusionOfTheTrainedNet() throws {
        // `ClassificationInterpretation` asks the trained net about all validation photos, and counts (it has the name
        // that it has in the book). By hand it is the same matrix:
        let interpretation = try ClassificationInterpretation(trained)
        let matrix = confusionMatrix(
            actual: interpretation.actual, predicted: interpretation.predicted, classes: interpretation.classes.count)
        show(matrix == interpretation.confusionMatrix, "by hand, the same matrix")
        show(
            interpretation.confusionFigure, "Validation photos of \(dataName): rows are true, columns are said",
            predict: .choice(
                "Where in the matrix are the photos that the net is right about?",
                ["on the diagonal", "off the diagonal"], answer: "on the diagonal"))

        // What is on the diagonal was taken for what it is. So the accuracy can be read off: the sum of the diagonal,
        // divided by the sum of all.
        let right = matrix.indices.reduce(0) { $0 + matrix[$1][$1] }
        let all = matrix.joined().reduce(0, +)
        show("\(right) of \(all)", "photos on the diagonal")
        record("interpretation/accuracy", Double(right) / Double(all))

        // A number without a baseline says little. Somebody who has never seen a photo, and always says the breed that
        // is the most frequent among the training photos, is right this often:
        let labels = try trained.data.datasets.train.labels
        record(
            "interpretation/always-the-most-frequent", shareOfMostFrequent(interpretation.actual, learnedFrom: labels))
    }

    func judgedInFiveParts() throws {
        // The validation set is small, so most cells have 0 or 1 in them. There is a way to have every photo judged by
        // somebody who has not learned from it. Deal the photos into five parts. Learn from four of them, judge the
        // fifth, and do that five times, so that each part is judged once. With a whole net it takes five trainings.
        // With a last layer on the features of the pretrained body it takes a moment. `folds` has what comes out:
        let judged = try folds
        show(judged.confusionFigure, "All photos of \(dataName), each judged by a head that has not learned from it")
        record("interpretation/folds-accuracy", judged.accuracy)
        let cells = judged.confusionMatrix.enumerated().flatMap { row, counts in
            counts.enumerated().filter { $0.offset != row }.map(\.element)
        }
        show(
            "\(cells.count { $0 > 0 }) of \(cells.count)", "cells beside the diagonal that are not 0")

        // With 37 breeds, the book's matrix has 1,369 cells, and they are too small to be read. Two things can be seen
        // from afar nevertheless: that most of it is on the diagonal, and where there are dark spots beside it. For the
        // rest, a list is better.
    }
}
