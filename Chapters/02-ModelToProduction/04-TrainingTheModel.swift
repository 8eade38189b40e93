// # Training the model
//
// Section 2.4 · After this page you have a classifier of bears, and know how far its error rate can be trusted.

import Common
import Figures
import Foundation
import Notebook
import Tensors
import Training
import Vision

// The photos are there, their labels are in the names of their folders, and section 2.3 has shown what can be done with
// them on their way into a net. Now it can learn. There are few photos, and they are to be used well: each epoch sees
// another part of each photo, at least half of it, with light and position changed at random:
//
//     bears.new(item: RandomResizedCrop(224, minScale: 0.5), batch: augmentations())
//
// The net is one that has learned before, on many other pictures, with a new head for the kinds of this data set (the
// book's `cnn_learner(dls, resnet18, metrics=error_rate)`). And `fineTune(4)` trains it in two steps: the new head
// alone for one epoch, then everything for four. (Chapter 5 takes that apart.)

extension ModelToProduction {
    func fourEpochs() throws {
        let learner = try trained
        let sets = learner.data.datasets
        show("\(sets.train.count) to learn from, \(sets.valid.count) for validation", "photos, \(dataName)")
        var table = TextTable(
            [
                "epoch", "train_loss", "valid_loss", "error_rate", "book: train_loss", "valid_loss",
                "error_rate",
            ], decimals: 4)
        let rows = learner.learner.recorder.rows
        // (A small net needs more epochs; then the table has four of them, from the first to the last.)
        let all = rows.count - 1
        for shown in 0...min(4, all) {
            let place = all > 4 ? (shown == 0 ? 0 : 1 + (shown - 1) * (all - 1) / 3) : shown
            let (row, book) = (rows[place], shown == 0 ? BookBears.head : BookBears.all[shown - 1])
            let name = place == 0 ? "head alone" : "\(place - 1)"
            table.add(name, row.trainLoss, row.validLoss, row.metrics[0], book[0], book[1], book[2])
        }
        show(table, "\(try body.title), on \(dataName); beside it the book's ResNet-18 on its own photos")
        let last = rows.last!
        let error = Double(last.metrics[0])
        let differs = try bearDifference
        record("bears/head-alone/error-rate", Double(rows[0].metrics[0]), book: 0.087302, differs: differs)
        record("bears/training-loss", Double(last.trainLoss), book: 0.123984, differs: differs)
        record("bears/validation-loss", Double(last.validLoss), book: 0.026801, differs: differs)
        record("bears/error-rate", error, book: 0.015873, differs: differs)
        record("bears/always-the-most-frequent", try majorityError)

        // An error rate is a count, divided by another count. With so few validation photos, it cannot take any value
        // that it likes:
        show(
            significant(1 / Double(sets.valid.count), 4), "is what one photo is worth in this error rate",
            ask: "\(sets.valid.count) photos are judged. By how much does the error rate rise with one more mistake?")
    }

    func bearsOverSeeds() throws {
        // So nobody should be proud of a single number here. The honest question is how good such a net is on *any*
        // fifth of the photos, and chance has to be asked more than once. Five times, another fifth is kept aside. Five
        // times a new head learns from the others. To do that in seconds, the body stays frozen, and each photo goes
        // through it only once; the head learns from what comes out (`BearHeads.swift` has it).
        let all = try bearFeatures
        let accuracies = try run.overSeeds(run.size(quick: 2, usual: 5)) { random in
            let order = random.permutation(all.labels.count)
            let held = max(1, order.count / 5)
            let head = LinearHead(
                all.rows(Array(order[held...])), steps: run.size(quick: 5, usual: 100), using: &random)
            return head.judge(all.rows(Array(order[..<held]))).accuracy
        }
        // That is another net than the one above, and the application serves the one above. So the whole training is
        // done over as well, each time from the pretrained body, and each time with another fifth kept aside:
        let tuned = try run.overSeeds(run.size(quick: 1, usual: 3, full: 5)) { random in
            let plan = try plan.new(splitter: .random(seed: random.next()))
            let rows = try fineTunedLearner(plan, using: &random).learner.recorder.rows
            return [1 - Double(rows[0].metrics[0]), 1 - Double(rows.last!.metrics[0])]
        }
        let baseline = try majorityError
        var table = TextTable(["who", "splits", "accuracy"], decimals: 3)
        table.add("a linear head on the frozen body", accuracies.count, Spread(accuracies))
        table.add("the net above after the epoch of its head", tuned.count, Spread(tuned.map { $0[0] }))
        table.add("the net above after all epochs", tuned.count, Spread(tuned.map { $0[1] }))
        table.add("always the most frequent kind", nil as Int?, 1 - baseline)
        show(table, "\(all.labels.count) photos of \(dataName): \(try body.title)")
        // How much of the spread is the luck of who judges? With n photos, each right with the probability p, it is
        // the root of p (1 - p) / n:
        let right = Spread(tuned.map { $0[1] }).mean
        let judges = Double(try trained.data.datasets.valid.count)
        show(
            fixed((right * (1 - right) / judges).squareRoot(), 3),
            "the deviation that judging by \(Int(judges)) photos brings with it")
        record("bears/accuracy-over-seeds", over: accuracies)
        record("bears/accuracy-of-the-fine-tuned-net", over: tuned.map { $0[1] })
        show(
            right >= Spread(accuracies).mean
                ? "Training everything was worth it: it is at least as good as the frozen body with a linear head."
                : "With so few photos, training everything has not made the net better than a linear head on the frozen body.",
            "what the table says")

        // On real photos, with a body that knows ImageNet, a few bears in a hundred are taken for another kind. For a
        // few minutes of gathering and a few seconds of training that is remarkable. (ImageNet has classes for bears
        // and for teddies. The body had met their like, though not these photos.)
        //
        // One choice matters here, and it was made by a trial on other splits. A batch norm that learns replaces what
        // is usual in a million photos by what is usual in the last few batches of bears; the smaller the batches, the
        // worse the net became. So the norms of a large body stay as they are (`KeptAverages`).
    }
}

// MARK: Helpers

extension ModelToProduction {
    /// What keeps this training from being the book's.
    private var bearDifference: String {
        get throws {
            let sets = try trained.data.datasets
            return "\(sets.train.count + sets.valid.count) photos of \(dataName) in place of about 630, "
                + "\(try body.title) in place of ResNet-18, \(try body.size) pixels in place of 224"
        }
    }
}
