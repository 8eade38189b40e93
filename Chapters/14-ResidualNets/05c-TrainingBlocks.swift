// # Blocks in training
//
// Section 14.5 · After this page you can say what residual blocks bring, and what they are for.

import Common
import Figures
import Layers
import Notebook
import Tensors
import Training

// The pictures, the rate and the five epochs are those of section 14.2. Only the stages are different. They are blocks
// now: one in `oneBlockTrainings`, two in `twoBlockTrainings`:

extension ResidualNets {
    /// One block in each stage, trained.
    var oneBlockTrainings: [PictureLearner] {
        get throws {
            try run.once {
                let classes = try classNames.count
                return try fiveEpochs { residualNet(classes: classes, filters: stageFilters, using: &$0) }
            }
        }
    }

    /// Two blocks in each stage, trained.
    var twoBlockTrainings: [PictureLearner] {
        get throws {
            try run.once {
                let classes = try classNames.count
                return try fiveEpochs { residualNet(classes: classes, filters: stageFilters, blocks: 2, using: &$0) }
            }
        }
    }

    func fiveEpochsOfBlocks() throws {
        let (plain, stacked) = (try plainTrainings, try stackedTrainings)
        let (one, two) = (try oneBlockTrainings, try twoBlockTrainings)
        show(
            one.beside(BookTrainings.oneBlock),
            "One block in each stage: ours on \(dataName), and the book's on Imagenette")
        one.recordEnd("one-block", beside: BookTrainings.oneBlock, differs: try ourScale)

        // The book's first net got 65.9 % right, and this one 66.8 %: hardly better, it says. But now the depth can be
        // doubled without harm, and depth is what the blocks are for. With a second block in each stage it gets 69.3 %:
        show(
            two.beside(BookTrainings.twoBlocks),
            "Two blocks in each stage: ours on \(dataName), and the book's on Imagenette")
        two.recordEnd("two-blocks", beside: BookTrainings.twoBlocks, differs: try ourScale)

        // All four nets side by side. The last two lines have convolutions of the same shapes on their way, once with
        // skip connections and once without:
        var table = TextTable(["in each stage", "train_loss", "accuracy", "the book's accuracy"], decimals: 3)
        let nets: [(String, [PictureLearner], Double?)] = [
            ("one layer", plain, 0.659108), ("one block", one, 0.667771), ("two blocks", two, 0.692739),
            ("four layers, no skip connections", stacked, nil),
        ]
        for (name, learners, book) in nets {
            let last = learners[0].recorder.rows.count - 1
            table.add(
                name, Spread(learners.values("train_loss", after: last)),
                Spread(learners.values("accuracy", after: last)), book)
        }
        show(
            table, "after the same epochs, on \(dataName)",
            predict: .change(
                "Four layers in each stage, and now two skip connections around them. Their accuracy …",
                from: stacked.accuracy, to: two.accuracy))
        let better = zip(two.ends, stacked.ends).count { $0 > $1 }
        if 2 * better > two.count {
            show(
                "With the skip connections these layers do better than without, from \(better) of \(counted(two.count, "start"))."
            )
        } else {
            show(
                "Here, in few epochs, the skip connections bring these 20 layers nothing; section 14.4 has deeper nets."
            )
        }

        // And beside the net of one layer in each stage? In the book, both nets of blocks are ahead of it.
        let ahead = zip(two.ends, plain.ends).count { $0 > $1 }
        show("Two blocks in each stage are ahead of one layer from \(ahead) of \(counted(two.count, "start")).")
    }
}

// Our trainings are short, so the beginning counts. What does a new net of blocks see? With γ = 0, all that is left of
// it are the skip paths: means of 2 × 2 pixels, and convolutions of 1 × 1. No layer looks at a shape before the blocks
// have begun to work. If that holds our nets back, they should do better when γ starts at 1:

extension ResidualNets {
    func blocksThatWorkAtOnce() throws {
        let (plain, zero, classes) = (try plainTrainings, try oneBlockTrainings, try classNames.count)
        let (one, two) = (
            try fiveEpochs { residualNet(classes: classes, filters: stageFilters, gamma: 1, using: &$0) },
            try fiveEpochs { residualNet(classes: classes, filters: stageFilters, blocks: 2, gamma: 1, using: &$0) }
        )
        var table = TextTable(["in each stage", "train_loss", "accuracy"], decimals: 3)
        for (name, learners) in [
            ("one layer", plain), ("one block, γ = 0", zero), ("two blocks, γ = 0", try twoBlockTrainings),
            ("one block, γ = 1", one), ("two blocks, γ = 1", two),
            ("four layers, no skip connections", try stackedTrainings),
        ] {
            let last = learners[0].recorder.rows.count - 1
            table.add(
                name, Spread(learners.values("train_loss", after: last)),
                Spread(learners.values("accuracy", after: last)))
        }
        show(
            table, "after the same epochs, on \(dataName)",
            predict: .change(
                "One block in each stage, and its γ starts at 1. The accuracy after the same epochs …",
                from: zero.accuracy, to: one.accuracy))
        record("one-block/accuracy-with-gamma-one", over: one.ends)
        record("two-blocks/accuracy-with-gamma-one", over: two.ends)
        let better = zip(one.ends, zero.ends).count { $0 > $1 }
        show("With γ = 1 the same net is ahead of the one with γ = 0 from \(better) of \(counted(one.count, "start")).")
        let ahead = [plain, try stackedTrainings].map { others in zip(two.ends, others.ends).count { $0 > $1 } }
        show(
            "And two blocks with γ = 1, which have 20 convolutions on their way, are ahead of one layer in each stage from "
                + "\(ahead[0]) of \(counted(two.count, "start")), and of the same layers without skip connections from \(ahead[1])."
        )

        // What are skip connections worth to a net of this depth, wherever γ starts? The difference of the means:
        let without = Spread(try stackedTrainings.ends).mean
        let gains = [try twoBlockTrainings, two].map { signed(Spread($0.ends).mean - without, 3) }
        show("Skip connections change the accuracy by \(gains[0]) with γ = 0, and by \(gains[1]) with γ = 1.")

        // Is the depth itself worth anything yet? Compare one block with two, both with γ = 1:
        let deeper = zip(two.ends, one.ends).count { $0 > $1 }
        show("Two blocks are ahead of one from \(deeper) of \(counted(two.count, "start")).")
        let steps = one[0].recorder.rows.count * (try trainPictures.count / batchSize)
        show("A training has \(steps) steps of \(batchSize) pictures here. The book's has about 370 steps of 128.")

        // In so few steps one need not expect the second block to pay. In the book the nets begin at γ = 0, and two
        // blocks beat one.
    }
}
