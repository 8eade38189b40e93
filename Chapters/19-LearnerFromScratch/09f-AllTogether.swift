// # Further: all of it together
//
// Section 19.9 · After this page you know how far the objects of this chapter go when they are used together.

import Figures
import Notebook
import Tensors

// Each of these ideas was tried by itself, on few images. To end with, some of them together, on all images of this
// run: batch norm in the simple CNN, momentum with a little weight decay, images in a mirror, one cycle. Nothing has to
// be fitted to anything. Every one of them takes part in its own place: a module, an optimizer, two callbacks.

extension LearnerFromScratch {
    func allTogether() throws {
        let trainings = try run.overSeeds(run.size(quick: 2, usual: 1, full: 3)) { random in
            let net = normalizedCNN(classes: try labels.count, using: &random)
            return try trained(
                net, epochs: bookEpochs, callbacks: [RandomFlip(using: &random), OneCycle(0.1)],
                optimizer: { MomentumSGD($0, learningRate: $1, weightDecay: 5e-4) }, using: &random
            ).results
        }
        let (plain, together, majority) = (try eightEpochs.map(\.results), trainings, try majorityShare)
        show(
            ends(of: [("simple CNN, section 19.8", plain), ("all together", together)]),
            "After one cycle on \(dataName)")
        record("together/valid-accuracy", over: together.map(\.lastAccuracy))
        show(
            Chart("Validation while they train", x: "epoch", y: "accuracy on images not learned from", yLimits: 0...1) {
                for (name, results) in [("simple CNN", plain[0]), ("all together", together[0])] {
                    let rows = results.rows(training: false)
                    Line(rows.map { $0.epoch + 1 }, rows.map(\.accuracy), name, dashed: name == "simple CNN")
                }
                Rule(y: majority, "always the most frequent label")
            }, "From the first seed, on \(dataName)")
    }
}
