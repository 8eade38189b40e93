// # The training
//
// Section 6.3 · After this page you have trained a net that says any number of things of a photo, and looked at what it
// says.

import Figures
import Notebook
import Tensors
import Training
import Vision

// Everything is there. The book takes a pretrained ResNet-50, lets the head learn alone for four epochs, and then
// everything for three, at a base rate of 3e-3 (`fine_tune`). Here it is the body that this machine has, MobileNetV2
// with ImageNet's weights for real photos, or a small net that has learned from generated scenes; with fewer photos, a
// linear head, and rates that fit them. The norms of the body keep their averages (section 5.6). `trained`, which all
// of this section's pages share, learns as follows, its first layers a hundred times slower than its last:
//
//     learner.freeze()
//     try learner.fitOneCycle(4, .slice(6e-3), rise: 0.99)
//     learner.unfreeze()
//     try learner.fitOneCycle(3, .slice(5e-6, 5e-4), rise: 0.3, startDivisor: 5)
//
// (That is for the large body. The small one has more to learn: the head begins at 1e-2, and everything learns for
// eight epochs, the first layers at 5e-4 and the last at 5e-3.)

extension OtherVisionProblems {
    func sevenEpochs() throws {
        // `besideTheBooks` puts our epochs beside the book's:
        let last = try trained.learner.recorder.rows.last!
        show(
            try besideTheBooks(),
            "\(try body.title); \(dataName) at \(try photoSize) × \(try photoSize) pixels, accuracy at a threshold of 0.2"
        )
        let (book, difference) = (BookPascal.training.last!, try trainingDifference)
        record("training/accuracy", last.metrics[0], book: book.accuracy, differs: difference, on: source)
        record("training/valid-loss", last.validLoss, book: book.valid, differs: difference, on: source)
        record("training/saying-nothing", try nothingSaid, on: source)

        // Compare the accuracy with the last of these numbers before you rejoice: it is what a program gets that says
        // nothing, on the same photos. At 0.2 a net says a thing on slight suspicion, and where it has seen few photos,
        // suspicions are many. In the book's first epoch, too, three of four answers were wrong; its accuracy rose when
        // the net had learned that most things are not there.
        show(
            last.metrics[0] < (try nothingSaid)
                ? "At a threshold of 0.2, the trained net has fewer right answers than somebody who says nothing."
                : "At a threshold of 0.2, the trained net has more right answers than somebody who says nothing.")
    }

    func whatItSaysOfSome() throws {
        // So look at what it says. Above each photo is what is true, and what the net says where that is something else
        // (at a threshold of a half):
        show(try trained.showResults(count: 6), "What is there, and what the net says; \(dataName)")
        let judged = try judged
        let said = Tensor(judged.outputs .> 0.5)
        let perfect = Tensor((said - judged.targets).abs().sum(axis: 1) .< 0.5).mean().item
        record("training/photos-with-all-answers-right", perfect, on: source)
        let empty = judged.targets.sum(axis: 1) .< 0.5
        let nothing = Tensor(empty).sum().item
        if nothing > 0 {
            let silent = (Tensor(empty) * Tensor(said.sum(axis: 1) .< 0.5)).sum().item
            show("of \(Int(nothing)) photos that show none of the twenty things, it says nothing of \(Int(silent))")
        }

        // A photo counts in the first number only if all twenty answers are right. That is another measure of the same
        // net, and a sobering one.
    }
}

// MARK: Helpers

extension OtherVisionProblems {
    /// Our epochs and the book's, those of the head alone first. Where one of the two has fewer, its cells stay empty.
    private func besideTheBooks() throws -> TextTable {
        let rows = try trained.learner.recorder.rows
        let (frozen, book) = (rows.count - (try epochs), BookPascal.training)
        var table = TextTable(
            ["epoch", "train_loss", "valid_loss", "accuracy", "book: train_loss", "valid_loss", "accuracy"],
            decimals: 4)
        func add(_ name: String, _ ours: Recorder.Row?, _ theirs: Int?) {
            table.add(
                name, ours?.trainLoss, ours?.validLoss, ours?.metrics[0], theirs.map { book[$0].train },
                theirs.map { book[$0].valid }, theirs.map { book[$0].accuracy })
        }
        for k in 0..<4 { add("head alone \(k)", k < frozen ? rows[k] : nil, k) }
        for k in 0..<max(rows.count - frozen, 3) {
            add("\(k)", frozen + k < rows.count ? rows[frozen + k] : nil, k < 3 ? 4 + k : nil)
        }
        return table
    }

    /// What makes our training differ from the book's.
    var trainingDifference: String {
        get throws {
            "\(try trained.data.datasets.train.count) photos of \(try photoSize) × \(try photoSize) pixels, and another body"
        }
    }

    /// The accuracy of saying nothing about the validation photos.
    var nothingSaid: Float { get throws { 1 - (try judged.targets.mean().item) } }
}
