// # The same numbers at every size
//
// Section 7.1 · After this page you know which part of a net decides what sizes of photos it takes, and what a size
// costs.

import Figures
import Layers
import Notebook
import Tensors
import Vision

// A file with a trained net names its architecture (section 5.7); so ours needs a name, and a way to be made from it:

extension Architecture {
    /// The body of an XResNet.
    public init(_ plan: XResNetPlan) { self.init(plan.name) { plan.body(using: &$0) } }
}

extension StateOfTheArt {
    func howLargeItIs() {
        // How many numbers does the book's net have? A head with a thousand classes belongs to it, ImageNet's. (The
        // book's call `xresnet50()` leaves it at that, though there are ten classes. The loss soon teaches the net
        // never to say one of the other 990.) Beside it, the engine's ResNet-50, which is the one of the paper:
        var random = run.random
        let body = XResNetPlan.xResNet50.body(using: &random)
        let paper = ResNet(.resNet50, classes: 1000, using: &random)
        let thousand = Linear(body.channels, 1000, using: &random), ten = Linear(body.channels, 10, using: &random)
        var table = TextTable(["net", "classes", "parameters"])
        table.add("ResNet-50", 1000, paper.parameterCount)
        table.add("xresnet50", 1000, body.layers.parameterCount + thousand.parameterCount)
        table.add("xresnet50", 10, body.layers.parameterCount + ten.parameterCount)
        let small = XResNetPlan.small.body(using: &random)
        table.add(
            "this chapter's", 10,
            small.layers.parameterCount + Linear(small.channels, 10, using: &random).parameterCount)
        show(table, "The book's net, the one of the paper, and ours")
        // All that tells them apart is the stem: three convolutions, 3 → 32 → 32 → 64, and not one of 7 × 7. The
        // pooling on the shortcuts has no parameters.
        record(
            "xresnet50/parameters-more-than-resnet-50",
            body.layers.parameterCount + thousand.parameterCount - paper.parameterCount)
    }

    func whatEachLayerMakes() {
        // A photo on its way through ours. A convolution does not ask how large a picture is: it goes over whatever is
        // there. So all layers up to the last block make a grid, a larger one of a larger photo. The only layer that
        // needs to know how many numbers come in is the last, linear one; so what stands before it takes the *mean over
        // the grid*, however large that is (adaptive average pooling). `shapes` follows a photo of some size through
        // the layers:
        var random = run.random
        let body = XResNetPlan.small.body(using: &random)
        body.layers.eval()
        func shapes(_ size: Int) -> [[Int]] {
            var x = Tensor.zeros(1, 3, size, size)
            return noGrad {
                body.layers.layers.map { layer in
                    x = layer(x); return x.shape
                }
            }
        }
        var table = TextTable(["layer", "of 24 × 24", "of 48 × 48", "of 224 × 224"])
        let (a, b, c) = (shapes(24), shapes(48), shapes(224))
        for (place, layer) in body.layers.layers.enumerated() where !(layer is BatchNorm2d) {
            table.add("\(type(of: layer))", "\(a[place])", "\(b[place])", "\(c[place])")
        }
        show(table, "What the layers make of photos of three sizes")
        let pool = AdaptiveAveragePool2d(1)
        show(
            pool(.zeros([1] + c.last!.dropFirst())).shape, "after the last pooling, whatever the size",
            predict: .shape(
                "The last grid of a photo of 224 × 224 has the shape \(c.last!). What is its shape behind the adaptive pooling to 1 × 1?",
                [1, 64, 1, 1]))
    }

    func whatASizeCosts() {
        // So the same net learns from photos of any size. What does a size cost? `multiplications` counts the weights
        // of each convolution, as often as it is used, with the engine's `summary` (section 14.7 tells more):
        var random = run.random
        let layers = XResNetPlan.small.body(using: &random).layers
        var table = TextTable(["size", "multiplications of a photo", "for that of \(large)"], decimals: 2)
        let whole = multiplications(of: layers, size: large)
        for size in [small, large, 2 * large] {
            let count = multiplications(of: layers, size: size)
            table.add("\(size) × \(size)", count, Double(count) / Double(whole))
        }
        show(table, "What a photo costs the small net")
        show(
            Double(multiplications(of: layers, size: 2 * large)) / Double(whole), "times the work, for twice the width",
            predict: .number(
                "The photo has twice the width and twice the height. How many times the work is it?", 4,
                within: .plusMinus(0.4)))
    }
}

// MARK: Helpers

/// How many multiplications the convolutions of a net do for one photo of a size.
public func multiplications(of net: Sequential, size: Int) -> Int {
    net.summary(of: .zeros(1, 3, size, size)).rows.filter { $0.type == "Conv2d" }.reduce(0) { sum, row in
        sum + row.parameters * (row.output?.dropFirst(2).reduce(1, *) ?? 0)
    }
}
