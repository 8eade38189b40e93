// # When a callback fails
//
// Section 19.7 · After this page you can say what is left of a training that an error has ended, and go on with it.

import Figures
import Notebook
import Tensors

// A callback may write a file, ask a server, draw a chart. One day it fails, in the middle of an epoch. It throws an
// error that is no `Cancel`, so nobody catches it but `fit`, which tells all callbacks `afterFit` and then throws the
// error on. (Should another one fail while it is told, the rest are still told. The first error is the one that comes
// out.) What about the model? In our loop every batch is learned from as a whole: scores, loss, backward and step come
// one after the other, without an event in between. So whenever a callback gets to run, the model is between two steps,
// and no gradient is left over.

// Let us call such an error `DiskIsFull`:

/// What may happen to a callback that writes a file.
struct DiskIsFull: Error {}

extension LearnerFromScratch {
    func anErrorInEveryEvent() throws {
        // An error in each of the six events, always in the second batch of the second epoch where there is one. After
        // it, is a gradient left over? Is the model switched to being used? Has `afterFit` reached the callback behind
        // the one that failed? And does another `fit` work?
        var table = TextTable(
            ["error in", "steps before it", "gradients left", "training mode", "afterFit behind it", "another fit"])
        for event in Event.allCases {
            let (losses, trace) = (BatchLosses(), Trace())
            var isBroken = true
            let failing = Interrupting(with: DiskIsFull(), at: event) { learner in
                let isInBatch = event == .beforeBatch || event == .afterBatch
                return isBroken && (event == .beforeFit || learner.epoch == 1) && (!isInBatch || learner.number == 1)
            }
            let learner = toyLearner(train: 10, valid: 4, callbacks: [losses, failing, trace])
            do { try learner.fit(2) } catch is DiskIsFull {}
            let (steps, isTraining) = (losses.losses.count, learner.model.isTraining)
            let told = trace.events.count { $0 == .afterFit }
            let left = learner.model.parameters.count { $0.grad != nil }
            isBroken = false
            try learner.fit(1)
            let isFinite = learner.model.parameters.allSatisfy { $0.value.sum().item.isFinite }
            table.add(
                "\(event)", steps, left, isTraining, told == 1 ? "yes" : "no",
                isFinite && losses.losses.count == steps + 5 ? "works" : "fails")
        }
        show(
            table, "Five batches in an epoch, and an error in one of the events",
            predict: .count("An error in a callback: how many gradients are left over?", 0))
    }

    func goOnAfterAnError() throws {
        // Is "works" enough? A training that goes on should be the one that would have come from these weights without
        // any error. So: a training that fails in the first epoch, and then another fit. Beside it, a fresh learner
        // whose model is given the weights after the failure, with the same seed for its loader, moved on by the epoch
        // that the first has begun.
        var isBroken = true
        let failing = Interrupting(with: DiskIsFull(), at: .afterBatch) { isBroken && $0.number == 2 }
        let (first, second) = (toyLearner(train: 10, valid: 4, callbacks: [failing]), toyLearner(train: 10, valid: 4))
        do { try first.fit(1) } catch is DiskIsFull {}
        isBroken = false
        for (mine, its) in zip(second.model.parameters, first.model.parameters) {
            mine.value = its.value.detached().requiringGrad()
        }
        try second.loaders.train.forEachBatch { _, _ in }
        try first.fit(1)
        try second.fit(1)
        let same = zip(first.model.parameters, second.model.parameters).allSatisfy {
            $0.value.scalars == $1.value.scalars
        }
        show(same, "the same weights, bit for bit")

        // Had the loop an event between `backward` and `step`, as larger libraries have, an error there would leave
        // gradients behind, and the next step would add to them. Then `fit` would have to begin by clearing them, as
        // the engine's does.
    }
}
