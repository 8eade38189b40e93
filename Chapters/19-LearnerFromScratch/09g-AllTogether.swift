// # Further: all of it together
//
// Section 19.9 · After this page you know how far the objects of this chapter go when they are used together.

import Figures
import Notebook
import Tensors

// Each of these ideas was tried by itself, on few pictures. To end with, some of them together, on all pictures of this
// run. The net is the simple CNN as it is, and the training as long as in section 19.8. What is new is the mirror of
// section 19.7, and momentum, with a little weight decay. Steps with momentum are up to ten times as long, so the
// highest rate of the cycle is lower, 0.03. Nothing has to be fitted to anything. Every idea takes part in its own
// place: an optimizer, two callbacks.

extension LearnerFromScratch {
    func allTogether() throws {
        let together = try run.overSeeds(run.size(quick: 2, usual: 3)) { random in
            try trained(
                simpleCNN(classes: try labels.count, using: &random), epochs: bookEpochs,
                callbacks: [RandomFlip(using: &random), OneCycle(0.03)],
                optimizer: { MomentumSGD($0, learningRate: $1, weightDecay: 5e-4) }, using: &random
            ).results
        }
        let (plain, majority) = (try eightEpochs.map(\.results), try majorityShare)
        let (accuracies, before) = (together.map(\.lastAccuracy), plain.map(\.lastAccuracy))
        show(
            ends(of: [("plain steps, section 19.8", plain), ("momentum, decay, mirror", together)]),
            "The simple CNN after one cycle on \(dataName)")
        record("together/valid-accuracy", over: accuracies)
        let isAhead = zip(accuracies, before).allSatisfy { $0 > $1 }
        let highest = (plain[0].rows(training: false) + together[0].rows(training: false)).map(\.accuracy).max() ?? 1
        show(
            Chart(
                isAhead ? "The same net in the same time, and better" : "Plain steps, and all together",
                x: "epoch", y: "accuracy on pictures not learned from",
                yLimits: 0...min(1, max(Double(highest), Double(majority)) + 0.1)
            ) {
                for (name, results) in [("plain steps", plain[0]), ("all together", together[0])] {
                    let rows = results.rows(training: false)
                    Line(rows.map { $0.epoch + 1 }, rows.map(\.accuracy), name, dashed: name == "plain steps")
                }
                Rule(y: majority, "always the most frequent label")
            }, "From the first seed, on \(dataName)")

        // Is it good? The loss of training and that of validation say whether there is more to be had. Where they are
        // far apart, the net has begun to learn its pictures by heart, and more pictures would help; where both are
        // high, a longer training or a larger net. And on birds and airplanes there is the bar of section 19.8:
        if isJudged { show("\(accuracies.count { $0 >= bar }) of \(accuracies.count)", "starts with at least \(bar)") }
    }
}
