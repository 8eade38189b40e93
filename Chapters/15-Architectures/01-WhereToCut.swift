// # Where to cut
//
// Section 15.1 · After this page you can say what a table of architectures has to know, and cut any net by it.

import Common
import Figures
import Layers
import Notebook
import Tensors
import Vision

// In chapter 5 a net for photos was made in one line: `cnn_learner` in the book, `VisionLearner` here. Section 5.6 has
// put a new head on a net by hand. Now the whole line is taken apart. It does three things:
//
// 1. It takes an architecture, usually a ResNet, with numbers that somebody has trained before.
// 2. It *cuts* the net. What is specialized in the old task goes away, and not only the last layer: everything from the
//    last pooling on. That part is called the *head*, and what is left, its first layers (the stem) among them, is the
//    *body*.
// 3. It puts a new head behind the body, made for the new task.
//
// Without the second step there would be nothing to transfer. The old head gives ImageNet's thousand classes, and a
// breed of cats is not among the answers that it can give.
//
// Where is the last pooling? In a ResNet it is the last layer but one, in other nets elsewhere. So somebody has to keep
// a table. The book's library calls it `model_meta`. It says three things of each architecture: where to cut, how to
// sort the body's layers into groups for freezing and for learning rates, and by which numbers photos were normalized
// when it was trained. Ours is `modelMeta`:

/// What has to be known of an architecture to use its body.
public struct ModelMeta: Sendable {
    /// The first layer of the net that is left out, counted from the end.
    public let cut: Int
    /// The layers that a further parameter group begins with. (In the book, a function called `split`.)
    public let groupStarts: [Int]
    /// Mean and deviation of the photos that it was trained on. (The book's `stats`.)
    public let statistics: Normalization
}

/// The table, by the names that `Architecture.known` has. (The book's `model_meta`.)
public let modelMeta: [String: ModelMeta] = {
    let residual = ModelMeta(cut: -2, groupStarts: [6], statistics: .imageNet)
    var table = ["mobilenetv2": ModelMeta(cut: -3, groupStarts: [4, 7, 14], statistics: .imageNet)]
    for depth in [18, 34, 50, 101, 152] { table["resnet\(depth)"] = residual }
    return table
}()

extension Architectures {
    func tableOfArchitectures() {
        var table = TextTable(["architecture", "cut at", "groups begin at", "means", "deviations"])
        for architecture in Architecture.known {
            let meta = modelMeta[architecture.name]!
            func text(_ numbers: [Float]) -> String { numbers.map { fixed(Double($0), 3) }.joined(separator: " ") }
            table.add(
                architecture.name, meta.cut, meta.groupStarts.map(String.init).joined(separator: " "),
                text(meta.statistics.mean), text(meta.statistics.deviation))
        }
        show(table, "Our `modelMeta`")
        let resNet50 = modelMeta["resnet50"]!
        record("meta/resnet50-cut", resNet50.cut, book: -2)
        for (place, expected) in [0.485, 0.456, 0.406].enumerated() {
            record("meta/resnet50-mean-\(place)", resNet50.statistics.mean[place], book: expected)
        }
        for (place, expected) in [0.229, 0.224, 0.225].enumerated() {
            record("meta/resnet50-deviation-\(place)", resNet50.statistics.deviation[place], book: expected)
        }
    }
}

// To use the table, a net has to be a list of layers. A ResNet is ten of them, groups of blocks counted as one:

/// A residual net as a list of ten layers, from the first convolution to the last linear layer.
public func tenLayers(of net: ResNet) -> Sequential {
    let groups = [net.layer1, net.layer2, net.layer3, net.layer4].map { Sequential($0) }
    // (The norm does the work of the ReLU behind it already. Doing it once more changes nothing.)
    let stem: [any Layer<Tensor, Tensor>] = [net.conv1, net.bn1, ReLU(), net.maxpool]
    return Sequential(stem + groups + [Sequential(AdaptiveAveragePool2d(1), Flatten()), net.fc])
}

extension Architectures {
    func cutByTheTable() {
        var random = run.random
        let net = ResNet(.resNet18, using: &random)
        net.eval()
        let (ten, meta) = (tenLayers(of: net), modelMeta["resnet18"]!)
        show(ten.listing(depth: 1), "ResNet-18 as ten layers")
        let byHand = Sequential(Array(ten.layers[..<(ten.layers.count + meta.cut)]))
        show(
            byHand.layers.count, "layers that are left",
            ask: "A net of ten layers is cut at -2. How many layers are left?")

        // The engine's `Body` does the same to the same net. (The book's `create_body`.) Both give the same maps, to
        // the last bit:
        let body = Body(net)
        byHand.eval()
        let x = Tensor.randn(1, 3, 64, 64, using: &random)
        show(
            noGrad { byHand(x).scalars == body.layers(x).scalars },
            "by hand and by the engine's `Body`: the same maps")

        // And its two groups are those of the table: the first one ends with the second group of blocks.
        let first = Sequential(Array(byHand.layers[..<meta.groupStarts[0]]))
        let counts = body.groups.map { Sequential(Array(body.layers.layers[$0])).parameterCount }
        show(first.parameterCount == counts[0], "the first group holds the same parameters")
        show(
            fixed(Double(counts[0]) / Double(counts[0] + counts[1]), 3),
            "share of the body's parameters in the first group",
            predict: .share(
                "A body is cut into two groups in its middle, by layers. Which share of its parameters is in the first?",
                Double(counts[0]) / Double(counts[0] + counts[1]), within: .plusMinus(0.1)))

        // The wider a convolution is, the more it has to learn, and width doubles from group to group.
    }
}
