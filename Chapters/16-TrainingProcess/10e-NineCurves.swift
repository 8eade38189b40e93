// # Whose curve is it?
//
// Section 16.10 · After this page you have seen what the most common mistakes look like.

import Figures
import Foundation
import Notebook
import Tensors

// Each of the nine trainings runs from several starts (`faultyTrainings`). `copies` counts the images that are in both
// parts, to the last bit. Then look at one of each:

extension TrainingProcess {
    /// How many images have a copy, to the last bit, among others.
    func copies(of images: Tensor, in others: Tensor) -> Int {
        func rows(_ images: Tensor) -> [[Float]] { (0..<images.shape[0]).map { images[$0].scalars } }
        let known = Set(rows(others))
        return rows(images).count { known.contains($0) }
    }

    /// The nine trainings from several starts, [fault][seed].
    var faultyTrainings: [[FaultyTraining]] {
        get throws {
            try run.once {
                let epochs = run.size(quick: 3, usual: 15)
                return try Fault.allCases.map { fault in
                    try run.overSeeds(run.size(quick: 1, usual: 5)) {
                        try train(fault, epochs: epochs, using: &$0)
                    }
                }
            }
        }
    }

    func nineCurves() throws {
        // Nine trainings with letters in place of names. The dashed line is ln 10, the loss of somebody who gives all
        // ten digits the same probability. Which is which? (Losses above 5 are drawn at 5. A loss that is NaN is not
        // drawn at all.)
        let first = try faultyTrainings.map { $0[0] }
        let letters = zip("ABCDEFGHI", Self.galleryOrder).map { (name: "\($0)", training: first[$1]) }
        let epochs = Double(first.map(\.trainLosses.count).max()!)
        let charts = letters.map { name, training in
            Chart(name, x: "epoch", y: "loss", xLimits: 1...epochs, yLimits: 0...5) {
                for (losses, colour) in [(training.trainLosses, Colour.blue), (training.validLosses, .vermilion)]
                where losses.contains(where: \.isFinite) {
                    Line(losses.indices.map { $0 + 1 }, losses.map { min($0, 5) }, colour: colour)
                }
                Rule(y: log(10.0))
            }
        }
        show(
            ChartGrid(charts, columns: 3, title: "What went wrong?"),
            "Nine trainings on \(source.name): training images are blue, validation images vermilion")
        // `letterOf` is the solution:
        func letterOf(_ fault: Fault) -> String { letters.first { $0.training.fault == fault }!.name }
        for (fault, question) in [
            (Fault.wrongSign, "Which one climbs the gradient?"),
            (.zeroStart, "In which one do all weights begin at zero?"),
            (.mixedLabels, "In which one do the labels belong to other images?"),
            (.twoSoftmaxes, "Which one has two softmaxes, so that no score can be far from the others?"),
        ] {
            show(
                letterOf(fault), fault.rawValue,
                predict: .choice(question, letters.map(\.name), answer: letterOf(fault)))
        }
        var table = TextTable(["", "mistake", "right answers, on new images"], decimals: 3)
        for (name, training) in letters {
            let all = try faultyTrainings[Fault.allCases.firstIndex(of: training.fault)!]
            table.add(name, training.fault.rawValue, Spread(all.map(\.accuracyOfNew)))
        }
        show(table, "The solution")
        for (fault, trainings) in zip(Fault.allCases, try faultyTrainings) {
            record("broken/\(slug(fault.rawValue))", over: trainings.map(\.accuracyOfNew))
        }
        // #hide
        if run.size == .quick { show("(A quick run is too short to tell them apart.)") }
    }
}

// MARK: Helpers

extension TrainingProcess {
    /// The faults in an order that gives nothing away.
    private static let galleryOrder = [4, 2, 7, 0, 5, 1, 8, 3, 6]
}
