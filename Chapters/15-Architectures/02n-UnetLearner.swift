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

// The book's `unet_learner` is the counterpart of its `cnn_learner`: data and a body in, a learner out. Here it is called `unetLearner`. It makes a
// `DynamicUNet` on the body, with an output for each code of the `MaskBlock`, and sorts its parameters into groups: those of the body, and the whole way
// up as the last one. A pretrained body is frozen at first, and `fineTune` trains in two rounds, as for breeds.

extension Architectures {
    func inOneLine() throws {
        var random = run.random
        let data = try streetLoaders(using: &random)
        let body = try smallPretrained.body()
        let void = try maskBlock.void
        let learner = unetLearner(
            data, body: body, least: leastMaps,
            metrics: [.pixelAccuracy(void: void), .meanIntersectionOverUnion(void: void)], using: &random)
        let net = learner.net
        show(learner.groupCount, "parameter groups", ask: "The body has \(body.groups.count) groups. How many has the U-Net?")
        func learning() -> Int { net.parameters.filter(\.requiresGrad).reduce(0) { $0 + $1.count } }
        show("\(learning()) of \(net.parameterCount)", "parameters that learn at first")

        // What learns though the body is frozen: the way up, and the norms of the body.
        try learner.fineTune(run.size(quick: 1, usual: 2, full: 10), rate: 2e-2, divisor: 10)
        show(learning() == net.parameterCount, "all learn at the end")
        show(try learner.showResults(count: run.size(quick: 1, usual: 3)), "Pictures, masks, and what the net says")
        try keptInAFile(learner)
    }

    /// The net in a file and back.
    private func keptInAFile(_ learner: UNetLearner<MaskBlock>) throws {
        // As with breeds, the file holds the numbers, the codes, and what is done with photos. It names the body's architecture; that of the
        // small net is not among those that the engine knows by itself, so the reader has to name it.
        let folder = TemporaryFolder("u-net")
        let file = folder.url.appending(path: "streets.safetensors")
        try learner.export(to: file)
        let model = try UNetModel<MaskBlock>(file, architectures: [try smallPretrained.architecture])
        let picture = try streets.scenes.first { $0.isValid }!.photo
        let (before, after) = (try learner.predict(picture), try model.predict(picture))
        show(after.text, "what is on a picture, by the net from the file")
        show("\(before.outputs.scalars == after.outputs.scalars)", "the same as before it was written")
        withExtendedLifetime(folder) {}
    }
}
