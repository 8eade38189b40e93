// # At equal work
//
// Section 7.3 · After this page you have compared two trainings fairly, and know what was unfair before.

import Common
import Figures
import Notebook
import Tensors
import Training
import Vision

// The book sets 0.863 beside the baseline's 0.825. But the first took four epochs of half a minute and six of more than
// a minute, almost nine minutes in all, and the baseline five. Perhaps the baseline would have got there, had it been
// given the time? To compare at equal *time* on our machines would give other results on each of them. So we count
// work: an epoch of large photos is 1, and one of small photos as much less as its multiplications are fewer
// (`multiplications`, section 7.1). `workOfBoth` is what the two phases take, and `directLearners` have learned from
// large photos alone for as long:

extension StateOfTheArt {
    /// What an epoch of small photos costs, for one of large ones.
    var workOfSmall: Double {
        var random = run.random
        let layers = baseline.plan.body(using: &random).layers
        return Double(multiplications(of: layers, size: small)) / Double(multiplications(of: layers, size: large))
    }

    /// The work of both phases, in epochs of large photos.
    var workOfBoth: Double { Double(smallEpochs) * workOfSmall + Double(epochs + 1) }

    /// Nets that have learned from large photos alone, with as much work as both phases take.
    var directLearners: [VisionLearner<CategoryBlock>] {
        get throws {
            try run.once {
                var changed = baseline
                changed.epochs = Int(workOfBoth.rounded())
                let setup = changed
                return try run.overSeedsAtOnce(phaseSeeds) { random in try trained(setup, using: &random) }
            }
        }
    }

    func comparedFairly() throws {
        let minutes = 4 * 30.0 / 60 + 6 * 66.5 / 60
        show(
            fixed(minutes, 1), "minutes of both phases in the book; its baseline took five and a quarter",
            predict: .number(
                "Four epochs of 30 seconds, and six of about 66.5. How many minutes is that?", minutes,
                within: .plusMinus(0.3)))
        show(fixed(workOfSmall, 2), "of the work of a large photo is a small one")
        show(fixed(workOfBoth, 2), "epochs of large photos is the work of both phases here")
        // On this machine, this is how long they took, the photos that they are judged by included, while other seeds
        // were training beside them:
        let rows = try progressiveLearners[0].learner.recorder.rows
        var times = TextTable(["an epoch of", "milliseconds"], decimals: 0)
        for (name, part) in [("small photos", rows.prefix(smallEpochs)), ("large photos", rows.dropFirst(smallEpochs))]
        {
            times.add(name, 1000 * part.map(\.seconds).reduce(0, +) / Double(part.count))
        }
        show(times, "How many milliseconds an epoch takes on \(dataName)")
        let (both, direct, short) = (try progressiveLearners, try directLearners, try baselineLearners)
        var table = TextTable(["training", "work", "accuracy", "loss"], decimals: 3)
        for (name, work, learners) in [
            ("large photos, as long as the baseline", Double(epochs), Array(short.prefix(phaseSeeds))),
            ("large photos, equal work", workOfBoth.rounded(), direct), ("small, then large", workOfBoth, both),
        ] { table.add(name, fixed(work, 1), Spread(learners.map(\.accuracy)), Spread(learners.map(\.loss))) }
        show(table, "From the same \(counted(both.count, "seed")) on \(dataName), one fixed split")
        record("equal-work/accuracy-direct", over: direct.map(\.accuracy))
        let differences = zip(both, direct).map { $0.accuracy - $1.accuracy }
        record("equal-work/progressive-minus-direct", over: differences)
        let wins = differences.count { $0 > 0 }
        show("\(wins) of \(differences.count)", "seeds with which small photos first gave the better net at equal work")
        if 2 * wins > differences.count, Spread(differences).mean > 0 {
            show("In this run progressive resizing is worth its name: more accuracy for the same work.")
        } else {
            show("In this run the time was spent as well, or better, on large photos from the beginning.")
        }
        // Mind what that is about: photos of some fifty pixels, a small net, and seconds. What can be saved at all is
        // the difference between a small photo's work and a large one's, in the epochs of the first phase. Where an
        // epoch takes an hour and there are many of them, that is another matter.
    }

    func lossByWork() throws {
        // The same as curves, over the work done. Small photos have the lead at first, for they cost so little:
        func points(_ learner: VisionLearner<CategoryBlock>, small count: Int) -> (x: [Double], y: [Float]) {
            let values = learner.learner.recorder["accuracy"]
            let work = values.indices.map { k in
                k < count ? Double(k + 1) * workOfSmall : Double(count) * workOfSmall + Double(k + 1 - count)
            }
            return (work, values)
        }
        let (both, direct) = (
            points(try progressiveLearners[0], small: smallEpochs), points(try directLearners[0], small: 0)
        )
        show(
            Chart("Accuracy for work", x: "work, in epochs of large photos", y: "accuracy") {
                Line(both.x, both.y, "small photos, then large ones", colour: Colour.palette[0])
                Points(both.x, both.y, colour: Colour.palette[0])
                Line(direct.x, direct.y, "large photos", colour: Colour.palette[1])
                Points(direct.x, direct.y, colour: Colour.palette[1])
                Rule(x: Double(smallEpochs) * workOfSmall, "photos become large")
            }, "One seed of each on \(dataName). Small photos are judged small as long as they are learned from")
    }

    func alsoAnAugmentation() throws {
        // The book adds that it is a kind of data augmentation: the net sees everything at two sizes, and should know
        // its training photos less by heart. That can be measured: how much better is a net on photos that it has
        // learned from (unchanged) than on others?
        func gaps(_ learners: [VisionLearner<CategoryBlock>]) throws -> (train: [Double], gap: [Double]) {
            let train = try learners.map { learner in
                let predictions = try learner.getPreds(.train)
                let right = zip(predictions.outputs.argmax(axis: 1).scalars, predictions.targets.scalars).count {
                    $0 == $1
                }
                return Double(right) / Double(predictions.targets.count)
            }
            return (train, zip(train, learners).map { $0 - $1.accuracy })
        }
        let (both, direct) = (try gaps(try progressiveLearners), try gaps(try directLearners))
        var table = TextTable(["training", "accuracy on its own photos", "so much more than on others"], decimals: 3)
        table.add("small, then large", Spread(both.train), Spread(both.gap))
        table.add("large, equal work", Spread(direct.train), Spread(direct.gap))
        show(table, "What was learned by heart, on \(dataName)")
        record("by-heart/progressive", over: both.gap)
        record("by-heart/direct", over: direct.gap)
        let less = zip(both.gap, direct.gap).count { $0 < $1 }
        show("\(less) of \(both.gap.count)", "seeds with which two sizes leave the smaller distance")
        // (Mind that a net that has learned less, for whatever reason, knows less by heart, too. Compare the first
        // columns before you thank the second size for it.)
    }
}
