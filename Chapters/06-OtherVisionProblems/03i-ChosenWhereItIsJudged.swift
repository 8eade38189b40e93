// # Chosen where it is judged
//
// Section 6.3 · After this page you know when it is harmless to choose a number by the validation set, and when it is
// not.

import Common
import Figures
import Notebook
import Tensors
import Training
import Vision

// Now there is a best threshold, chosen on the validation photos. Is that not just what one must not do? A
// validation set is there to choose by: learning rates, numbers of epochs, thresholds. What one may not do is to report
// the number that came of the choice as if it had been measured on new photos. How much too good is it? The book says
// that it makes no difference as long as the curve is smooth, so that no lucky outlier was picked. That can be tried.

extension OtherVisionProblems {
    func onOtherPhotos() throws {
        // Many splits, and in each of them three sets: half of the photos to learn from, a quarter to choose the
        // threshold, a quarter that nobody has looked at. A last layer learns from the features of the pretrained body.
        // That takes a second. `chosenThresholds` tries 29 thresholds on the second set and looks at the third:
        let splits = try chosenThresholds
        let names = ["accuracy", "F1"]
        var table = TextTable(
            ["measure", "threshold", "where it was chosen", "on new photos", "best on these", "at 0.5"], decimals: 4)
        for (place, name) in names.enumerated() {
            let all = splits.map { $0[place] }
            table.add(
                name, Spread(all.map(\.threshold)), Spread(all.map(\.chosen)), Spread(all.map(\.fresh)),
                Spread(all.map(\.bestFresh)), Spread(all.map(\.half)))
        }
        show(
            table,
            "A threshold chosen on some photos, and used on others; \(counted(splits.count, "split")) of \(dataName)")
        let lost = Spread(splits.map { $0[0].chosen - $0[0].fresh }).mean
        record("chosen/accuracy-lost-on-new-photos", over: splits.map { $0[0].chosen - $0[0].fresh }, on: source)
        record("chosen/f1-lost-on-new-photos", over: splits.map { $0[1].chosen - $0[1].fresh }, on: source)
        record(
            "chosen/accuracy-that-a-better-threshold-would-add", over: splits.map { $0[0].bestFresh - $0[0].fresh },
            on: source)
        show(
            fixed(lost, 4), "accuracy that is lost on new photos, on average",
            predict: .yesNo(
                "A threshold is chosen on some photos and used on others. Does it cost more than two points of accuracy there?",
                lost > 0.02))

        // Compare the columns "where it was chosen" and "on new photos": the accuracy that was chosen carries over, and
        // it is close to the best that any threshold gets there. One number was chosen, out of a curve without spikes,
        // and there is not much that can go wrong. F1 looks only at things that are said or there, which are few, so it
        // differs more from set to set. The fewer photos there are, the more of the choice may be luck.
    }

    func jaggedCurves() throws {
        // It is another matter where few photos judge. These are the curves of the trained net for 15, 60 and all
        // photos of the validation set:
        let judged = try judged
        let thresholds = Tensor.linspace(0.05, 0.95, 91).scalars
        let all = judged.outputs.shape[0]
        let counts = [min(15, all), min(60, all), all]
        let curves = counts.map { count in
            thresholds.map { countsAt($0, judged.outputs[0..<count], judged.targets[0..<count]).f1 }
        }
        show(
            Chart("The fewer photos, the more teeth", x: "threshold", y: "F1", yLimits: 0...1) {
                for (count, (curve, colour)) in zip(counts, zip(curves, [Colour.vermilion, .orange, .blue])) {
                    Line(thresholds, curve, "\(count) photos", colour: colour)
                }
            }, "F1 at 91 thresholds, judged by few photos and by many; \(dataName)")
        // `upsAndDowns` adds up all steps of a curve, up or down:
        func upsAndDowns(_ curve: [Double]) -> Double {
            zip(curve.dropFirst(), curve).reduce(0) { $0 + abs($1.0 - $1.1) }
        }
        let paths = curves.map(upsAndDowns)
        let (sizes, most) = (counts.reduced().map { "\($0)" }, paths.indices.max { paths[$0] < paths[$1] }!)
        show(
            paths.map { fixed($0, 2) }.joined(separator: ", "), "how far each curve goes up and down in all",
            predict: sizes.count < 2
                ? nil
                : .choice("Judged by how many photos has a curve the most teeth?", sizes, answer: "\(counts[most])"))

        // With 15 photos, each label that passes the threshold moves the curve by a jump. Its highest place is a matter
        // of luck, and nobody should expect to find it again. So the rule is: look at the curve. If it is smooth, take
        // the top of it. If it has teeth, get more photos, or take a value in the middle of a broad hill.
    }
}

// MARK: Helpers

/// What came of a threshold that was chosen.
struct ChosenThreshold {
    let threshold: Float
    /// The measure where it was chosen, on new photos, at the best threshold for these, and at 0.5.
    let chosen, fresh, bestFresh, half: Double

    init(on known: (p: Tensor, y: Tensor), then new: (p: Tensor, y: Tensor), measure: (Float, Tensor, Tensor) -> Double)
    {
        let thresholds = Tensor.linspace(0.05, 0.95, 29).scalars
        let (here, there) = (
            thresholds.map { measure($0, known.p, known.y) }, thresholds.map { measure($0, new.p, new.y) }
        )
        let best = here.indices.max { here[$0] < here[$1] }!
        (threshold, chosen, fresh) = (thresholds[best], here[best], there[best])
        (bestFresh, half) = (there.max()!, measure(0.5, new.p, new.y))
    }
}

/// Probabilities of photos that were not learned from, in two sets, with their targets.
struct SplitScenes: Sendable {
    let known, new: (p: Tensor, y: Tensor)
}

extension OtherVisionProblems {
    /// Several splits, each with a head that has learned from half of the photos.
    var splitScenes: [SplitScenes] {
        get throws {
            try run.once {
                let (x, y) = try sceneFeatures
                return run.overSeedsAtOnce(run.size(quick: 2, usual: 6, full: 20)) { random in
                    let order = random.permutation(x.shape[0])
                    let (half, quarter) = (order.count / 2, order.count / 4)
                    let rows = [
                        Array(order[..<half]), Array(order[half..<half + quarter]), Array(order[(half + quarter)...]),
                    ]
                    let targets = y.entries(rows[0], axis: 0)
                    let head = FeatureHead(
                        x.entries(rows[0], axis: 0), outputs: y.shape[1], steps: run.size(quick: 5, usual: 60),
                        using: &random
                    ) { binaryCrossEntropyWithLogits($0, targets) }
                    func part(_ k: Int) -> (Tensor, Tensor) {
                        (head(x.entries(rows[k], axis: 0)).sigmoid(), y.entries(rows[k], axis: 0))
                    }
                    return SplitScenes(known: part(1), new: part(2))
                }
            }
        }
    }

    /// For each split: what came of the threshold with the best accuracy, and of that with the best F1.
    private var chosenThresholds: [[ChosenThreshold]] {
        get throws {
            try splitScenes.map { split in
                [
                    ChosenThreshold(on: split.known, then: split.new) {
                        Double(accuracyMulti($1, $2, threshold: $0, sigmoid: false))
                    },
                    ChosenThreshold(on: split.known, then: split.new) { countsAt($0, $1, $2).f1 },
                ]
            }
        }
    }
}
