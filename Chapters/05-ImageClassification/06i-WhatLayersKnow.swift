// # What the layers know
//
// Section 5.6 · After this page you can measure how much of a net is worth taking over, layer by layer.

import Common
import Figures
import Notebook
import Tensors
import Training
import Vision

// The book's figure 5-4 is from "How transferable are features in deep neural networks?" (J. Yosinski, J. Clune, Y.
// Bengio and H. Lipson, 2014). They took a net that had learned from one half of ImageNet's classes, copied its first k
// layers into a new net for the other half, and trained that. Once the copied layers were frozen, once they were
// *fine-tuned*: trained along. How good does the net become, for each k?
//
// Here is the same in small. Groups of layers are copied from a pretrained body; the others are new. Some twenty
// trainings, many of them of whole nets, are too much for MobileNetV2 on a processor. So the net is the small one here,
// which has learned from generated scenes, whatever the photos are:

extension ImageClassification {
    /// A body whose first `count` groups are the pretrained ones, and whose others have not learned anything.
    func partlyCopied(_ count: Int, using random: inout SplitMix64) throws -> Body {
        let (old, new) = (try smallPretrained.body(), try smallPretrained.untrained(using: &random))
        for group in new.groups.prefix(count) {
            for layer in group { try new.layers[layer].load(old.layers[layer].stateDictionary) }
        }
        return new
    }

    func accuracyByCopiedGroups() throws {
        let groups = try smallPretrained.body().groups.count
        let (epochs, most) = (run.size(quick: 1, usual: 4, full: 10), run.size(quick: 60, usual: 240, full: .max))
        let seeds = run.size(quick: 1, usual: 3)
        // One training: some groups copied, frozen or not, and a linear head.
        @Sendable func accuracy(copied: Int, frozen: Bool, _ random: inout SplitMix64) throws -> Double {
            let body = try partlyCopied(copied, using: &random)
            let learner = try practiceLearner(
                body: body, head: HeadPlan(hidden: [], dropout: 0.1), most: most, batchSize: 16, using: &random)
            learner.freezeTo(frozen ? copied : 0)
            try EpochReporting.silently { try learner.fitOneCycle(epochs, 5e-3) }
            return 1 - Double(learner.learner.recorder["error_rate"].last!)
        }
        let fromScratch = try run.overSeedsAtOnce(seeds) { try accuracy(copied: 0, frozen: false, &$0) }
        var (frozen, tuned) = ([fromScratch], [fromScratch])
        for copied in 1...groups {
            frozen.append(try run.overSeedsAtOnce(seeds) { try accuracy(copied: copied, frozen: true, &$0) })
            tuned.append(try run.overSeedsAtOnce(seeds) { try accuracy(copied: copied, frozen: false, &$0) })
        }
        let baseline = 1 - (try majorityError)
        let (still, along) = (frozen.map { Spread($0).mean }, tuned.map { Spread($0).mean })
        show(
            Chart(
                "How much is worth copying", x: "groups copied from the pretrained body", y: "accuracy",
                yLimits: 0...min(1, (still + along + [baseline]).max()! + 0.1)
            ) {
                Line(still.indices, still, "copied groups frozen", colour: .blue)
                Line(along.indices, along, "copied groups trained along", colour: .vermilion)
                Points(still.indices, still, colour: .blue)
                Points(along.indices, along, colour: .vermilion)
                Rule(y: baseline, "always the most frequent breed")
            },
            "Accuracy with \(min(most, try practicePhotos.count)) photos of \(dataName), by groups that are not new")
        var table = TextTable(["groups copied", "frozen", "trained along"], decimals: 3)
        for k in frozen.indices { table.add(k, Spread(frozen[k]), Spread(tuned[k])) }
        show(table, "Accuracy by copied groups of \(try smallPretrained.title), \(counted(epochs, "epoch")) each")
        record("copied/accuracy-with-none", over: fromScratch)
        record("copied/accuracy-with-all-frozen", over: frozen.last!)
        record("copied/accuracy-with-all-trained-along", over: tuned.last!)
        let best = still.indices.max { still[$0] < still[$1] }!
        show("Frozen copies are worth most with \(counted(best, "group")) of \(groups).")
        let (none, all, held) = (along[0], along.last!, still.last!)
        show(
            "Of a hundred photos, all groups copied and trained along get \(Int((100 * all).rounded())) right, none copied "
                + "\(Int((100 * none).rounded())), all copied and frozen \(Int((100 * held).rounded())).")
    }

    func whatTheCurveSays() throws {
        // At 0 everything is new: that is training from scratch, on a few hundred photos. At the right end everything
        // but the head is copied. Every group that is copied need not be learned from these few photos; but if it is
        // frozen, it has to be of use as it is, and whatever is behind it must make do with it. So look at how far the
        // two curves are apart, and where the frozen one is highest. If that is before the right end, and by more than
        // the spreads in the table, then what is copied beyond it is made for scenes, and stands in the way. The paper
        // saw more with its million photos. With frozen layers, accuracy first fell in
        // the middle of the net, because layers in the middle have learned to work with those behind them, and these
        // are new; and at the end, because the last layers are made for the old task. Training along repaired both, and
        // in the end gave a net that was better than one that had learned the new task alone.
        //
        // What follows for rates is what the last page did. What early layers know is of use for any photo, and hardly
        // needs a change. Late layers are worth keeping, and worth changing.
        let groups = try smallPretrained.body().groups
        show(
            groups.map { "\($0.count)" }.joined(separator: ", "),
            "layers in each group, from the photo on: \(try smallPretrained.title)")
    }
}
