// # Conclusion
//
// Section 5.7 · After this page you know what to take along.

import Common
import Figures
import Notebook
import Tensors
import Training

// What was new in this chapter is mostly craft: labels from names, presizing, looking at batches before training, a
// simple net early on, the finder, freezing and unfreezing, rates for groups, the number of epochs. If one thing
// deserves a second reading, it is cross-entropy. Know what goes into it and what comes out: scores [n, classes]
// without softmax, labels as numbers, one number out. The best way is to make small tensors and to feed them through.

extension ImageClassification {
    func smallTensors() {
        let scores = Tensor([[2, 0, -1], [0, 0, 0]])
        let labels = IntTensor([0, 2])
        let losses = crossEntropy(scores, labels, reduction: .none)
        show(losses, "two photos, three classes, labels 0 and 2: a loss for each")
        show(
            significant(losses[1].item, 5), "the loss of three equal scores",
            ask: "Three equal scores: what is the cross-entropy, whatever the label?")

        // Cross-entropy is not the only choice for every task. For numbers in place of classes there are the squared
        // error and the absolute one, for example. What a choice means is in its gradient (section 5.4 has drawn the
        // three). The squared error pulls in proportion to the error; a single wild target can pull harder than all
        // others together. The absolute error pulls equally hard however wrong it is, and so it never settles softly.
        // Cross-entropy's gradient is what the net says less what it should say: never beyond 1, and the smaller the
        // more right the net is. That is why its steps have a sensible size all the way, and why it is the loss for
        // classes.
    }

    func whatWasLearned() throws {
        // And this is where the small photos of section 5.6 stand, with a linear head on a frozen body, beside somebody
        // who knows only how frequent each breed is. (The last page of that section may have a better number. Its
        // photos are as large as the body wants them.)
        let baseline = try majorityError
        show(
            "\(try practiceName): \(fixed(baseline, 3)) of the answers are wrong if it is always the most frequent breed"
        )
        let (train, valid) = try practiceFeatures
        var random = run.random
        let trained = try trainedHead(
            train: train, valid: valid, classes: Set(try practicePhotos.map(\.breed)).count,
            epochs: run.size(quick: 4, usual: 20), using: &random)
        record("conclusion/error-rate", trained.errors.last!)
        record("conclusion/most-frequent-breed", baseline)

        // Chapter 6 goes on with targets that are not one class: several things on a photo, or places in it. What you
        // have built here stays; only the head and the loss are others.
    }
}
