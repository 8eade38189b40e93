// # How sure is right?
//
// Section 5.5 · After this page you can check whether "90 %" means nine times out of ten.

import Common
import Figures
import Foundation
import Notebook
import Tensors
import Vision

// Softmax gives numbers that add up to 1. Are they probabilities? They are if of all photos for which the net says 0.9,
// nine out of ten are right. Sort photos by how sure the net is, and count in each group how many are right. That is a
// *reliability diagram*, and a net whose dots are on the diagonal is *calibrated*. `reliability`, a function of the
// module Notebook, makes the groups: it cuts the range from 0 to 1 into equal pieces, and for each piece that has
// photos it gives their mean sureness, the share of right ones, and their number.

extension ImageClassification {
    func sureAndRight() throws {
        // Two last layers on the same features, judged in five parts: the one of the last pages, and one that went down
        // ten times as fast.
        let steps = run.size(quick: 5, usual: 100)
        let heads = [
            ("learned slowly", try folds), ("learned ten times as fast", try judgedInFolds(pace: 10, steps: steps)),
        ]
        var table = TextTable(
            ["last layer", "accuracy", "mean sureness", "mean loss", "loss of knowing nothing"], decimals: 3)
        var (charts, sureness) = ([Chart](), [Double]())
        for (name, judged) in heads {
            let sure = judged.probabilities.max(axis: 1).values.scalars
            let isRight = zip(judged.actual, judged.predicted).map { $0 == $1 }
            let groups = reliability(sureness: sure, isRight: isRight, bins: 5)
            sureness.append(Double(sure.reduce(0, +)) / Double(sure.count))
            let loss = Double(judged.losses.reduce(0, +)) / Double(judged.losses.count)
            table.add(name, judged.accuracy, sureness.last!, loss, log(Double(judged.classes.count)))
            charts.append(
                Chart(name, x: "how sure the net is", y: "share of right ones", xLimits: 0...1, yLimits: 0...1) {
                    Line([0.0, 1.0], [0.0, 1.0], "as sure as right", colour: .grey, dashed: true)
                    Line(groups.map(\.sureness), groups.map(\.right), "measured", colour: .blue)
                    Points(groups.map(\.sureness), groups.map(\.right), nil, colour: .blue)
                })
        }
        show(
            table, "Two last layers, all photos of \(dataName) in five parts",
            predict: .choice(
                "Which of the two is surer of what it says?", heads.map(\.0),
                answer: heads[sureness[0] >= sureness[1] ? 0 : 1].0))
        show(
            ChartGrid(charts, columns: 2, title: "Below the line, a net promises too much"),
            "How sure, and how often right")
        record("calibration/accuracy-slow", heads[0].1.accuracy)
        record("calibration/sureness-slow", sureness[0])
        record("calibration/accuracy-fast", heads[1].1.accuracy)
        record("calibration/sureness-fast", sureness[1])

        // Compare the accuracies of the two, then how sure they are, then their losses. Learning on makes a net surer,
        // long after it has stopped getting better at what it says. Cross-entropy notices: each mistake costs more, the
        // surer it was. The accuracy does not. So a validation loss that rises while the accuracy stays is a net that
        // gets too sure of itself. Section 5.6 meets that again.
    }

    func cooledDown() throws {
        // There is a remedy that changes no answer: a temperature (section 5.4). Half of the photos decide which one
        // has the smallest loss (`lossAt`), and the other half shows what it is worth:
        let judged = try judgedInFolds(pace: 10, steps: run.size(quick: 5, usual: 100))
        let logs = (judged.probabilities + 1e-9).log()
        let halves = [0, 1].map { half in judged.actual.indices.filter { $0 % 2 == half } }
        func lossAt(_ places: [Int], _ T: Float) -> Float {
            -pickedColumn(softmax(logs.rows(places) / T), IntTensor(places.map { judged.actual[$0] })).log().mean().item
        }
        let temperatures = (0...24).map { 0.5 * pow(1.12, Float($0)) }
        let losses = temperatures.map { lossAt(halves[0], $0) }
        let best = temperatures[losses.indices.min { losses[$0] < losses[$1] }!]
        show(
            Chart("One number mends what is too sure", x: "temperature", y: "mean loss", xScale: .logarithmic) {
                Line(temperatures, losses, "half of the photos")
                Line(temperatures, temperatures.map { lossAt(halves[1], $0) }, "the other half", dashed: true)
                Rule(x: Double(best), "chosen")
            }, "Loss by temperature")
        show(fixed(best, 2), "the temperature with the smallest loss on the first half")
        show(
            "\(fixed(lossAt(halves[1], 1), 3)) and \(fixed(lossAt(halves[1], best), 3))",
            "loss of the other half at temperature 1, and at the chosen one")
    }
}
