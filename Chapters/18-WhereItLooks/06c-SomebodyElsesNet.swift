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
// `published` is the net with its weights, if they are in the data folder (`weights/resnet20-cifar10.safetensors`):

extension WhereItLooks {
    var published: CIFARResNet? {
        get throws {
            try run.once {
                guard let folder = try run.locator.find("weights").found?.folder else { return nil }
                let file = folder.appending(path: "resnet20-cifar10.safetensors")
                guard FileManager.default.fileExists(atPath: file.path) else { return nil }
                var random = run.random
                let net = CIFARResNet(blocks: 3, using: &random)
                try net.load(torchFile: file)
                net.eval()
                return net
            }
        }
    }
}

// `look` shows it the pictures as it wants them (chapter 14 has found that out), with a hook, and makes the maps of our
// two kinds from two rows of its head. A `Look` is what came of it:

/// What a net of ten kinds makes of pictures of two of these.
struct Look {
    /// The scores of both kinds [n, 2], and what their maps add up to.
    let scores, sums: Tensor
    /// [n, 2, h, w]
    let maps: Tensor
    /// The better of the two kinds, for each picture.
    var answers: [Int] { scores.argmax(axis: 1).scalars }
}

/// - Parameter kinds: which of the net's kinds are ours.
func look(_ net: CIFARResNet, at pixels: Tensor, kinds: [Int]) -> Look {
    let x = PixelScale.imageNet(pixels.interpolated(to: 32, mode: .bilinear))
    let last = net.namedModules.first { $0.name == "layer3.2" }!.module as! CIFARBlock
    let head = net.namedModules.first { $0.name == "linear" }!.module as! Linear
    var activations = Tensor(0)
    let scores = last.onForward { _, output in activations = output.detached() }.during { noGrad { net(x) } }
    let (weight, bias) = (head.weight.value.detached().rows(kinds), head.bias!.value.detached().rows(kinds))
    let maps = einsum("ck,nkij->ncij", weight, activations)
    return Look(
        scores: .stack(kinds.map { scores[0..., $0] }, axis: 1), sums: maps.mean(axes: 2, 3) + bias, maps: maps)
}

extension WhereItLooks {
    func somebodyElsesNet() throws {
        guard let net = try published else { return show("(The weights are not on this machine.)") }
        // It looks at the pictures from above, and at photos of pets, if there are any on this machine:
        for source in photographs.name == pets.name ? [pets] : [photographs] + (pets.folder == nil ? [] : [pets]) {
            let set = try source.contents
            let kinds = set.names.compactMap { CIFARResNet.classes.firstIndex(of: $0) }
            guard kinds.count == 2 else { continue }
            let count = min(200, set.valid.labels.count)
            let (pixels, labels) = (set.valid.pixels[0..<count], Array(set.valid.labels[..<count]))
            let look = look(net, at: pixels, kinds: kinds)
            show(
                largestDifference(look.sums, look.scores) < 1e-3, "mean of the map + bias = score, on \(source.name)")
            let answers = look.answers
            let name = set.names.joined(separator: "-")
            let errors = labels.indices.count { labels[$0] != answers[$0] }
            record("published/\(name)/error-rate", Float(errors) / Float(count), on: source)
            show(gallery(look, pixels, set), "Where ResNet-20 looks in pictures of \(source.name)")
            if let outlines = set.outlines { pointAtPets(look, outlines[0..<count]) }
        }

        // Photos of pets come with outlines of the animals, so there the hits can be counted. But people aim at their
        // pets: who always points at the middle of such a photo is hard to beat, and a hit is worth little. It takes a
        // game that the middle cannot win, such as that of section 18.3.
    }
}

// MARK: Helpers

/// Eight pictures, each with the map of the answer beside it.
private func gallery(_ look: Look, _ pixels: Tensor, _ set: PictureSet) -> ImageGrid {
    var (rasters, titles): ([Raster], [String]) = ([], [])
    for (number, answer) in look.answers.prefix(8).enumerated() {
        rasters += [enlarged(pixels[number]), overlay(look.maps[number, answer], on: pixels[number])]
        titles += [set.names[set.valid.labels[number]], "called \(set.names[answer])"]
    }
    return ImageGrid(rasters, titles: titles, columns: 4)
}

extension WhereItLooks {
    /// How often the map of the answer points at the pet, beside guesses.
    private func pointAtPets(_ look: Look, _ outlines: ByteTensor) {
        let asked = Tensor.stack(look.answers.enumerated().map { look.maps[$0, $1] }, axis: 0)
        let middle = [Pixel](repeating: Pixel(row: 32, column: 32), count: look.answers.count)
        var table = TextTable(["who points", "at the pet"], decimals: 3)
        table.add("the map of its answer", onObject(peaks(of: asked, side: 64), outlines))
        table.add("always the middle", onObject(middle, outlines))
        table.add("any pixel", Float(outlines.scalars.count { $0 > 0 }) / Float(outlines.count))
        show(table, "One pet in a photo, with its outline, on \(pets.name): where ResNet-20 looks")
        record("published/points-at-pet", onObject(peaks(of: asked, side: 64), outlines), on: pets)
        record("published/middle-at-pet", onObject(middle, outlines), on: pets)
    }
}
