// # A learner of masks
//
// Section 15.2 · After this page you can train a U-Net in the book's one line, freeze its body, and keep it in a file.

import Common
import Figures
import Foundation
import Layers
import Notebook
import Tensors
import Training
import Vision

// The book's `unet_learner` is the counterpart of its `cnn_learner`: data and a body in, a learner out. Here it is
// called `unetLearner`. It makes a `DynamicUNet` on the body, with an output for each code of the `MaskBlock`, and
// sorts its parameters into groups: those of the body, and the whole way up as the last one. A pretrained body is
// frozen at first, and `fineTune` trains in two rounds, as for breeds.

extension Architectures {
    /// A U-Net that was fine-tuned on the masks. Do not train it any further: others want to see it as it is.
    var maskLearner: UNetLearner<MaskBlock> {
        get throws {
            try run.once {
                var random = run.random
                let (data, void) = (try streetLoaders(using: &random), try maskBlock.void)
                let learner = unetLearner(
                    data, body: try smallPretrained.body(), least: leastMaps,
                    metrics: [.pixelAccuracy(void: void), .meanIntersectionOverUnion(void: void)], using: &random)
                let epochs = run.size(quick: 1, usual: 3, full: 10)
                try EpochReporting.silently { try learner.fineTune(epochs, rate: 1e-2, divisor: 10) }
                return learner
            }
        }
    }

    func inOneLine() throws {
        var random = run.random
        let body = try smallPretrained.body()
        let new = unetLearner(try streetLoaders(using: &random), body: body, least: leastMaps, using: &random)
        show(
            new.groupCount, "parameter groups",
            ask: "The body has \(body.groups.count) groups. How many has the U-Net?")
        let learning = new.net.parameters.filter(\.requiresGrad).reduce(0) { $0 + $1.count }
        show("\(learning) of \(new.net.parameterCount)", "parameters that learn at first")

        // What learns though the body is frozen: the way up, and the norms of the body. Now for a trained one:
        let learner = try maskLearner
        let recorder = learner.learner.recorder
        var table = TextTable(["round", "epoch", "pixel accuracy", "mean IoU"], decimals: 3)
        for (place, row) in recorder.rows.enumerated() {
            table.add(
                place == 0 ? "the way up" : "everything", row.epoch, recorder["pixel_accuracy"][place],
                recorder["mean_iou"][place])
        }
        show(table, "Fine-tuning a U-Net on \(streetName)")
        record("learner/pixel-accuracy", recorder["pixel_accuracy"].last!)
        record("learner/mean-iou", recorder["mean_iou"].last!)
        show(try learner.showResults(count: run.size(quick: 1, usual: 3)), "Pictures, masks, and what the net says")
    }

    func keptInAFile() throws {
        // As with breeds, the file holds the numbers, the codes, and what is done with photos. It names the body's
        // architecture; that of the small net is not among those that the engine knows by itself, so it is named here.
        try inTemporaryFolder { folder in
            let file = folder.appending(path: "streets.safetensors")
            try maskLearner.export(to: file)
            let model = try UNetModel<MaskBlock>(file, architectures: [try smallPretrained.architecture])
            let picture = try streets.scenes.first { $0.isValid }!.photo
            let (before, after) = (try maskLearner.predict(picture), try model.predict(picture))
            show(after.text, "what is on a picture, by the net from the file")
            show("\(before.outputs.scalars == after.outputs.scalars)", "the same as before it was written")
        }
    }
}
