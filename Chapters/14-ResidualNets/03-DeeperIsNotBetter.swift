// # Just stack more layers
//
// Section 14.3 · After this page you have tried the obvious way to a better net, and know that it is none.

import Figures
import Layers
import Notebook
import Tensors
import Training

// Each stage of the first net is one layer. The obvious next step is to make it four: one with stride 2, and three more
// that leave the grid as it is. That makes 20 layers with the same five halvings, `stackedNet`; `stackedTrainings`
// trains it like the first one:

/// As `convolutionalNet`, with more layers in each stage: x [n, 3, h, w] → [n, classes]
/// - Parameter extra: how many layers with stride 1 follow the one with stride 2.
public func stackedNet(classes: Int, filters: [Int], extra: Int, using random: inout SplitMix64) -> Sequential {
    classifier(classes: classes, filters: filters, using: &random) { channels, filters, random in
        var layers: [any Layer<Tensor, Tensor>] = [ConvLayer(channels, filters, stride: 2, using: &random)]
        for _ in 0..<extra { layers.append(ConvLayer(filters, filters, using: &random)) }
        return Sequential(layers)
    }
}

extension ResidualNets {
    /// The net of four layers in each stage, trained.
    var stackedTrainings: [PictureLearner] {
        get throws {
            try run.once {
                let classes = try classNames.count
                return try fiveEpochs { stackedNet(classes: classes, filters: stageFilters, extra: 3, using: &$0) }
            }
        }
    }

    func moreLayersPerStage() throws {
        let (plain, stacked) = (try plainTrainings, try stackedTrainings)
        var table = TextTable(["net", "parameters", "train_loss", "valid_loss", "accuracy"], decimals: 3)
        for (name, learners) in [("1 layer in each stage", plain), ("4 layers in each stage", stacked)] {
            let last = learners[0].recorder.rows.count - 1
            table.add(
                name, learners[0].model.parameterCount, Spread(learners.values("train_loss", after: last)),
                Spread(learners.values("valid_loss", after: last)), Spread(learners.values("accuracy", after: last)))
        }
        show(
            table, "after the same epochs, on \(dataName)",
            predict: .change(
                "Four layers in each stage instead of one. What happens to the accuracy after five epochs?",
                from: plain.accuracy, to: stacked.accuracy))
        record("stacked/accuracy", over: stacked.values("accuracy", after: stacked[0].recorder.rows.count - 1))
        let gain = stacked.accuracy - plain.accuracy
        if gain > 0.01 {
            show(
                "Here four times the layers bring something: \(Int((100 * gain).rounded())) in a hundred pictures. "
                    + "But go on stacking, and it ends; the next page goes far enough.")
        } else {
            show(
                "Four times the layers, and nothing gained, though the large net could do all that the small one does."
            )
        }
    }
}
