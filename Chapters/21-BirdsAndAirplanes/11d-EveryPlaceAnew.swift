// # Every place learned anew
//
// Section 21.11 · After this page you can say what it costs to teach a dense net that things may be anywhere.

import Figures
import Layers
import Notebook
import Tensors
import Training

// The remedy within reach is *augmentation*: show the net crosses and rings at all places, by moving them at random.
// Here, by up to three pixels each way, so at 7 · 7 = 49 places. The book names the price in a sentence: the net must
// have the capacity for all of these copies. Here is the price in numbers.

extension BirdsAndAirplanes {
    func everyPlaceLearnedAnew() {
        // First with as many pictures as before and the same training, then with ten times as many. The last column is
        // the accuracy on new pictures at all 49 places:
        let (count, epochs) = (run.size(quick: 100, usual: 1000), run.size(quick: 2, usual: 10))
        let kinds = [
            (name: "in the middle", shift: 0, count: count, epochs: epochs),
            (name: "moved", shift: 3, count: count, epochs: epochs),
            (name: "moved, 10 times as many", shift: 3, count: 10 * count, epochs: epochs),
            (name: "the same, 3 times as long", shift: 3, count: 10 * count, epochs: 3 * epochs),
        ]
        let results = kinds.map { kind in
            run.overSeeds(run.size(quick: 1, usual: 3)) { random in
                let set = crossesAndRings(shifts(kind.count, upTo: kind.shift, using: &random), using: &random)
                let net = shallowNet(inputs: 400, features: 32, using: &random)
                _ = train(
                    net, on: set, checkedWith: set, epochs: kind.epochs, rate: 0.1, using: &random, loss: crossEntropy)
                return (
                    steps: kind.epochs * ((kind.count + 63) / 64),
                    middle: accuracy(net, movedSet(by: Shift(down: 0, right: 0))),
                    anywhere: accuracy(net, anywhereSet)
                )
            }
        }
        var table = TextTable(["pictures", "how many", "steps", "in the middle", "at all 49 places"], decimals: 3)
        for (kind, runs) in zip(kinds, results) {
            table.add(
                kind.name, kind.count, runs[0].steps, Spread(runs.map(\.middle)), Spread(runs.map(\.anywhere)))
        }
        let (plain, much) = (results[0].map(\.anywhere), results[3].map(\.anywhere))
        show(
            table, "Training in the middle, and at all places",
            predict: .yesNo(
                "Moved pictures, 30 times the steps: better at all places than the net of the middle?",
                Spread(much).mean > Spread(plain).mean))
        record("crosses/anywhere-after-centred", over: plain)
        record("crosses/anywhere-after-moved", over: results[1].map(\.anywhere))
        record("crosses/anywhere-after-ten-times-as-many", over: results[2].map(\.anywhere))
        record("crosses/anywhere-after-thirty-times-the-steps", over: much)
    }

    func placesTakeFeatures() {
        // And it takes more features. A single one is enough for the middle: a sum that is high for a cross and low for
        // a ring. Is a single sum enough for 49 places? (In the middle means learned and checked in the middle, at all
        // places means learned and checked there.)
        let (count, widths) = (run.size(quick: 100, usual: 10_000), [1, 4, 16])
        let (centred, middle, everywhere) = (centredSet, movedSet(by: Shift(down: 0, right: 0)), anywhereSet)
        let scores = run.overSeeds(run.size(quick: 1, usual: 3)) { random in
            let anywhere = crossesAndRings(shifts(count, upTo: 3, using: &random), using: &random)
            return widths.map { features -> (middle: Float, anywhere: Float) in
                let nets = (0..<2).map { _ in shallowNet(inputs: 400, features: features, using: &random) }
                for (net, set) in zip(nets, [centred, anywhere]) {
                    _ = train(
                        net, on: set, checkedWith: middle, epochs: run.size(quick: 2, usual: 30), rate: 0.1,
                        using: &random, loss: crossEntropy)
                }
                return (accuracy(nets[0], middle), accuracy(nets[1], everywhere))
            }
        }
        var table = TextTable(["features", "in the middle", "at all 49 places"], decimals: 3)
        for (k, features) in widths.enumerated() {
            table.add(features, Spread(scores.map { $0[k].middle }), Spread(scores.map { $0[k].anywhere }))
        }
        let one = (
            middle: Spread(scores.map { $0[0].middle }).mean, anywhere: Spread(scores.map { $0[0].anywhere }).mean
        )
        show(
            table, "Accuracy on new pictures, by the number of features",
            predict: .choice(
                "One feature: for which of the two tasks does it do better?", ["in the middle", "at all 49 places"],
                answer: one.middle >= one.anywhere ? "in the middle" : "at all 49 places"))

        // So a dense net can be taught places, one by one, with more pictures, more steps and more features; and the
        // crosses of a real data set have not 49 places, but hundreds. The true remedy is a layer that looks at all
        // places with the same weights. Then what is learned in one place is known everywhere. Such a layer is a
        // convolution.
    }
}
