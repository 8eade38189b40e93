// # A net that others have trained
//
// Section 18.6 · After this page you can look into a net that you have neither written nor trained.

import Chapter14
import Figures
import Foundation
import Layers
import Notebook
import Tensors

// The book looks into a net that has seen a million photos. The best that we have at hand has seen 50,000 small ones:
// the ResNet-20 of chapter 14, whose weights Yerlan Idelbayev has published. It knows ten kinds, cats, dogs, birds and
// airplanes among them, and its head is a mean and a linear layer, so its maps are exact. We did not write it with maps
// in mind, and its `forward` returns scores only. But a hook can be attached to any layer of any net: `namedModules`
// lists them, and the last one before the mean is `layer3.2`.
//
// `published` is the net with its weights, if they are in the data folder (`weights/resnet20-cifar10.safetensors`), and
// the places of our two kinds among its ten:

extension WhereItLooks {
    var published: (net: CIFARResNet, kinds: [Int])? {
        get throws {
            try run.once {
                let kinds = try photographs.contents.names.compactMap { CIFARResNet.classes.firstIndex(of: $0) }
                guard kinds.count == 2, let folder = try run.locator.find("weights").found?.folder else { return nil }
                let file = folder.appending(path: "resnet20-cifar10.safetensors")
                guard FileManager.default.fileExists(atPath: file.path) else { return nil }
                var random = run.random
                let net = CIFARResNet(blocks: 3, using: &random)
                try net.load(torchFile: file)
                net.eval()
                return (net, kinds)
            }
        }
    }

    func somebodyElsesNet() throws {
        // #hide
        guard let (net, kinds) = try published else {
            return show("(The weights are not on this machine, or it does not know what the pictures show.)")
        }
        // The pictures as it wants them (chapter 14 has found that out), a hook, and the maps of our two kinds:
        let set = try photographs.contents
        let pixels = set.valid.pixels[0..<min(200, set.valid.labels.count)]
        let x = PixelScale.imageNet(pixels.interpolated(to: 32, mode: .bilinear))
        let last = net.namedModules.first { $0.name == "layer3.2" }!.module as! CIFARBlock
        var activations = Tensor(0)
        let scores = last.onForward { _, output in activations = output.detached() }.during { noGrad { net(x) } }
        let head = net.namedModules.first { $0.name == "linear" }!.module as! Linear
        let (weight, bias) = (head.weight.value.detached().rows(kinds), head.bias!.value.detached().rows(kinds))
        let maps = einsum("ck,nkij->ncij", weight, activations)
        show(maps.shape, "maps of \(set.names.joined(separator: " and ")) for \(pixels.shape[0]) pictures")
        let ours = Tensor.stack(kinds.map { scores[0..., $0] }, axis: 1)
        show(largestDifference(maps.mean(axes: 2, 3) + bias, ours) < 1e-3, "mean of the map + bias = score")
        let answers = ours.argmax(axis: 1).scalars
        let errors = answers.indices.count { answers[$0] != set.valid.labels[$0] }
        record("published/error-rate", Float(errors) / Float(answers.count), on: photographs)

        // Some pictures with the map of the answer:
        var (rasters, titles): ([Raster], [String]) = ([], [])
        for number in 0..<min(8, answers.count) {
            rasters += [enlarged(pixels[number]), overlay(maps[number, answers[number]], on: pixels[number])]
            titles += [set.names[set.valid.labels[number]], "called \(set.names[answers[number]])"]
        }
        show(
            ImageGrid(rasters, titles: titles, columns: 4), "Where ResNet-20 looks in pictures of \(photographs.name)")
        // #hide
        if let outlines = set.outlines {
            let asked = Tensor.stack(answers.indices.map { maps[$0, answers[$0]] }, axis: 0)
            let share = onObject(peaks(of: asked, side: 64), outlines[0..<answers.count])
            record("published/points-at-pet", share, on: photographs)
        }
    }
}
