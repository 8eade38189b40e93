// # Bodies: the part of a net that is worth keeping
//
//     let body = Body(try pretrainedResNet)          // without its last layers
//     let body = Body(cutting: net)                  // a Sequential, before its last pooling layer
//
// A net that has learned to tell a thousand things apart begins with layers that see edges, textures, eyes and fur, and
// ends with layers that know the thousand things. The first ones are of use for any photo. So the net is cut: its body
// stays, and gets a new head (see `Head.swift`).

import Layers
import Tensors

/// The layers that make features of pictures: x [n, 3, h, w] → [n, channels, h', w'].
///
/// It shares its layers with the net that it was cut from.
public struct Body {
    /// What files call it; see ``Architecture``.
    public let name: String
    public let layers: Sequential
    /// How many maps of features come out.
    public let channels: Int
    /// The layers of each parameter group, from the pictures on. Later groups may learn faster.
    public let groups: [Range<Int>]
    /// Whether it has learned already, and is frozen at first.
    public var isPretrained: Bool

    /// - Parameters:
    ///   - places: the layers that a further parameter group begins with.
    public init(_ layers: Sequential, name: String, splitAt places: [Int] = [], isPretrained: Bool = false) {
        let bounds = [0] + places + [layers.layers.count]
        require(
            zip(bounds, bounds.dropFirst()).allSatisfy { $0 < $1 },
            "a Body of \(layers.layers.count) layers, split at \(places)", "each group has at least one layer",
            try: "ascending places from 1 to \(max(1, layers.layers.count - 1))")
        (self.layers, self.name, self.isPretrained) = (layers, name, isPretrained)
        groups = zip(bounds, bounds.dropFirst()).map { $0..<$1 }
        channels = featureMaps(of: layers)
    }

    /// The layers of a net before one of them. (The book's `cut`.)
    /// - Parameters:
    ///   - place: the first layer that is left out, counted from 0, or from -1 at the end; nil for the last that pools.
    public init(
        cutting net: Sequential, at place: Int? = nil, name: String, splitAt places: [Int] = [],
        isPretrained: Bool = true
    ) {
        let count = net.layers.count
        let found = place.map { $0 < 0 ? $0 + count : $0 } ?? net.layers.lastIndex { pools($0) }
        guard let cut = found, (1...count).contains(cut) else {
            stop(
                "a Body cut from a Sequential of \(count) layers",
                place.map { "there is nothing to keep before layer \($0)" } ?? "none of its layers pools",
                try: "cutting: net, at: the first layer to leave out")
        }
        self.init(
            Sequential(Array(net.layers[..<cut])), name: name, splitAt: places, isPretrained: isPretrained)
    }

    /// A residual net without its pooling and its linear layer. Its groups are the book's: up to the second group of
    /// blocks, and the others.
    public init(_ net: ResNet, isPretrained: Bool = true) {
        let first: [any Layer<Tensor, Tensor>] = [net.conv1, net.bn1, net.maxpool] + net.layer1 + net.layer2
        let second: [any Layer<Tensor, Tensor>] = net.layer3 + net.layer4
        self.init(
            Sequential(first + second), name: net.plan.name.lowercased().replacing("-", with: ""),
            splitAt: [first.count], isPretrained: isPretrained)
    }

    /// A mobile net of the usual width without its pooling and its linear layer. Its groups are four: down to a quarter
    /// of the picture's size, to an eighth, to a sixteenth, and the rest.
    public init(_ net: MobileNetV2, isPretrained: Bool = true) {
        self.init(net.features, name: "mobilenetv2", splitAt: [4, 7, 14], isPretrained: isPretrained)
    }
}

/// Whether a layer or a part of it pools.
private func pools(_ layer: Module) -> Bool {
    layer.namedModules.contains { part in
        part.module is MaxPool2d || part.module is AveragePool2d || part.module is AdaptiveAveragePool2d
            || part.module is AdaptiveMaxPool2d || part.module is ConcatPool2d
    }
}

/// How many maps come out, as a black picture tells. Nothing of the layers changes.
private func featureMaps(of layers: Sequential) -> Int {
    let shape = shapesThrough(layers, size: 64).last!
    require(
        shape.count == 4, "a Body whose features are \(shape)", "they have to be maps [n, channels, h, w]",
        try: "a cut before the layer that flattens them")
    return shape[1]
}
