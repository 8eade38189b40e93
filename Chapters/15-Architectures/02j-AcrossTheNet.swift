// # Across the net
//
// Section 15.2 · After this page you can say what a U-Net is, and build one on a body with hooks.

import Figures
import Layers
import Notebook
import Tensors
import Vision

// Where would the places be to be had? In the body itself. Its first layers have maps that are as fine as the picture,
// or half as fine; they see edges, and know exactly where. They only do not know what of. The last maps know what, and
// not where. A *U-Net* brings the two together: on the way up, each level gets the maps that the body had at this size,
// straight across, besides the enlarged ones from below. (O. Ronneberger, P. Fischer and T. Brox, "U-Net: Convolutional
// Networks for Biomedical Image Segmentation", 2015. It was made for pictures of cells, of which there were thirty to
// learn from.) These *cross connections* are no shortcuts of single layers, like those of a residual block: they skip
// everything that is below them.
//
// Which layers are they to come from? Send a picture through the body and look where it gets smaller. A hook in each
// layer can note that (section 13.10), for any body, and without changing it:

/// The layers of a body that give smaller maps than they get.
func layersThatHalve(_ body: Sequential, height: Int = 64, width: Int = 64) -> [Int] {
    var found: [Int] = []
    let hooks = body.layers.enumerated().map { place, layer in
        layer.onForward { input, output in if output.shape[3] < input.shape[3] { found.append(place) } }
    }
    body.eval()
    _ = hooks.during { noGrad { body(.zeros(1, 3, height, width)) } }
    return found
}

// What goes *into* such a layer is the last that the body has at that size, so this is what goes across. A second kind
// of hook keeps it. The picture itself goes into the first layer, and so it comes across, too, at the last level.
//
// A level of the way up: enlarge by a pixel shuffle, whose weights begin repeated. Normalize what comes across, since
// nobody knows how large its numbers are. Put both side by side, channels behind channels, and let two convolutions mix
// them.

/// A level of a hand-made U-Net.
final class HandMadeLevel: Module {
    let enlarge: Conv2d, norm: BatchNorm2d, first: Conv2d, firstNorm: BatchNorm2d, second: Conv2d,
        secondNorm: BatchNorm2d

    init(below: Int, across: Int, width: Int, using random: inout SplitMix64) {
        enlarge = Conv2d(below, 4 * width, kernel: 1, using: &random)
        let weight = Initialization.kaimingNormal().draw([width, below, 1, 1], using: &random)
        enlarge.weight.assign(repeatedSquares(weight, factor: 2))
        enlarge.bias!.assign(.zeros(4 * width))
        first = Conv2d(width + across, width, kernel: 3, padding: 1, bias: false, using: &random)
        first.weight.initialize(.kaimingNormal(), using: &random)
        second = Conv2d(width, width, kernel: 3, padding: 1, bias: false, using: &random)
        second.weight.initialize(.kaimingNormal(), using: &random)
        (norm, firstNorm, secondNorm) = (
            BatchNorm2d(across), BatchNorm2d(width, activation: .relu), BatchNorm2d(width, activation: .relu)
        )
    }

    /// below [n, c, h, w], across [n, d, 2h, 2w] → [n, width, 2h, 2w]
    func callAsFunction(_ below: Tensor, _ across: Tensor) -> Tensor {
        let enlarged = shuffled(enlarge(below), factor: 2).relu()
        let both = Tensor.cat([enlarged, norm(across)], axis: 1)
        return secondNorm(second(firstNorm(first(both))))
    }
}

// And the net. The hooks are put into the body once and for all, and leave what they see in `seen`:

/// A U-Net by hand: x [n, 3, h, w] → [n, outputs, h, w], for sides that can be halved as often as the body does.
final class HandMadeUNet: Module, Layer {
    /// What goes across, by the layer that it went into.
    private final class Seen { var maps: [Int: Tensor] = [:] }

    let body: Sequential, levels: [HandMadeLevel], last: Conv2d
    private let places: [Int]
    private let seen = Seen()

    init(_ body: Body, outputs: Int, least: Int, using random: inout SplitMix64) {
        self.body = body.layers
        places = layersThatHalve(body.layers).reversed()
        for place in places {
            body.layers[place].onForward { [seen] input, _ in seen.maps[place] = input }
        }
        _ = noGrad { body.layers(.zeros(1, 3, 64, 64)) }
        var (below, levels) = (body.channels, [HandMadeLevel]())
        for place in places {
            let across = seen.maps[place]!.shape[1]
            levels.append(HandMadeLevel(below: below, across: across, width: max(across, least), using: &random))
            below = max(across, least)
        }
        self.levels = levels
        last = Conv2d(below, outputs, kernel: 1, using: &random)
        last.weight.initialize(.kaimingNormal(), using: &random)
        last.bias!.assign(.zeros(outputs))
    }

    func forward(_ x: Tensor) -> Tensor {
        var value = body(x)
        for (level, place) in zip(levels, places) { value = level(value, seen.maps[place]!) }
        seen.maps = [:]
        return last(value)
    }
}

extension Architectures {
    func byHandAndByTheEngine() throws {
        // The engine's `DynamicUNet` (the book's `DynamicUnet`) does the same. It goes through the body's layers itself,
        // and needs no hooks for that. With the same seed, both must give the same scores, and the same gradients down
        // to the first layer of the body:
        let pretrained = try smallPretrained
        let outputs = try maskBlock.outputs
        var random = run.random
        let x = Tensor.randn(2, 3, 32, 48, using: &random)
        let (a, b) = (pretrained.body(), pretrained.body())
        show(layersThatHalve(a.layers), "layers of the body that halve")
        var (one, other) = (SplitMix64(seed: 5), SplitMix64(seed: 5))
        let own = HandMadeUNet(a, outputs: outputs, least: leastMaps, using: &one)
        let engines = DynamicUNet(b, outputs: outputs, least: leastMaps, using: &other)
        own.train()
        engines.train()
        let (y, z) = (own(x), engines(x))
        show(
            y.shape, "scores",
            predict: .shape(
                "Two pictures of 32 × 48 pixels, \(outputs) classes: what is the shape of the scores?",
                [2, outputs, 32, 48]))
        y.squared().mean().backward()
        z.squared().mean().backward()
        show((y - z).detached().abs().max().item < 1e-5, "by hand and by the engine, the same scores")
        let slopes = zip(own.body.parameters, engines.body.parameters).map { ($0.grad! - $1.grad!).abs().max().item }
        show(slopes.allSatisfy { $0 < 1e-5 }, "and the same gradients in the body")
    }
}
