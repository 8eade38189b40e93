// # Which loss?
//
// Section 6.5 · After this page you know what becomes of a net that is trained with a loss that does not fit.

import Common
import Datasets
import Figures
import Layers
import Notebook
import Tensors
import Training
import Vision

// The book's library looks at the targets and chooses: cross-entropy for a class, binary cross-entropy for several, the
// mean squared error for numbers. Here the block does it. Whoever writes `crossEntropy` or `mseLoss` by hand has to
// choose, and should check that it fits, every time. A net can be trained with the wrong one; it learns something else,
// and nothing warns you.

extension OtherVisionProblems {
    func classesAsNumbers() throws {
        // Here is a mistake that is easy to make. Classes are kept as numbers, so let the net say the number. To
        // `RegressionBlock` it is a quantity like any other, it takes the mean squared error, and everything runs. The
        // pictures are the scenes with one thing each, the targets the numbers of their classes, from 0 to 9. What the
        // net says is rounded to the nearest of these. Beside it is the net of the last page, `oneOfTen`, which has
        // learned for as many epochs with cross-entropy:
        let (scenes, right) = (try threeProblems.single, try oneOfTen)
        let names = right.data.target.vocabulary.classes
        var random = run.random
        let wrong = try sceneLearner(
            RegressionBlock(), scenes, getY: { [Float(names.firstIndex(of: scenes.objects[$0][0].kind.name)!)] },
            using: &random)
        try tune(wrong)
        let (scores, numbers) = (try right.getPreds(), try wrong.getPreds())
        let truth = scores.targets.scalars
        let answers = [
            ("its class, by cross-entropy", scores.outputs.argmax(axis: 1).scalars),
            ("its number, by squared error", numbers.outputs.scalars.map { Int(min(max($0, 0), 9).rounded()) }),
            ("(what is true)", truth),
        ]
        var table = TextTable(["the net says", "right", "classes 0, 1, 8 and 9", "classes 3 to 6"], decimals: 3)
        // `share` is the share of the scenes of which a net says one of some classes:
        func share(_ said: [Int], of classes: [Int]) -> Double {
            Double(said.count { classes.contains($0) }) / Double(said.count)
        }
        let accuracies = answers.map { Double(zip($0.1, truth).count { $0 == $1 }) / Double(truth.count) }
        for ((name, said), accuracy) in zip(answers, accuracies) {
            table.add(name, accuracy, share(said, of: [0, 1, 8, 9]), share(said, of: [3, 4, 5, 6]))
        }
        let choices = ["the one that says a class", "the one that says a number"]
        show(
            table, "Ten classes, and two losses: shares of the validation scenes",
            predict: .choice(
                "Which of the two nets is right more often?", choices,
                answer: accuracies[0] >= accuracies[1] ? choices[0] : choices[1]))
        record("loss/accuracy-by-class", accuracies[0])
        record("loss/accuracy-by-number", accuracies[1])

        // Not that the second net has learned nothing. By its own loss it is better than always saying the mean of the
        // numbers that it has learned from:
        let known = Tensor(wrong.data.datasets.train.values)
        show(
            [mseLoss(numbers.outputs, numbers.targets).item, meanSquaredError(ofTheMean: known, numbers.targets)],
            "its mean squared error, and that of always the mean")

        // With cross-entropy, a net that wavers between class 0 and class 9 gives half of the probability to each. With
        // the squared error, its best answer is the mean of the two, 4.5: a class that it does not believe in at all.
        // So the net that says a number is often in the middle of the list, though the order of the list means nothing.
    }
}
