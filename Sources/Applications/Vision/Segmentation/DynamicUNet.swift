// # U-Net: a picture in, an answer for each of its pixels out
//
//     let net = DynamicUNet(body, outputs: 12, using: &random)
//     let scores = net(pictures)                            [n, 3, h, w] → [n, 12, h, w]
//
// A body makes maps that are ever smaller, and know ever more of what is there and ever less of where. A U-Net goes all
// the way back up. At each size it has two sources: the coarse maps from below, and the maps that the body had at this
// size on its way down, which come straight across. The last one that comes across is the picture itself.
//
// Which layers of the body that are depends on the body. So a small picture is sent through it, and wherever it comes
// out of a layer smaller than it went in, what went in is what will go across.
//
// O. Ronneberger, P. Fischer and T. Brox, "U-Net: Convolutional Networks for Biomedical Image Segmentation" (2015). To
// put the way up on a body that is there already is an idea of the book's library (its `DynamicUnet`).

import Layers
import Tensors
import Training

/// A body and the way back to the size of its pictures: x [n, 3, h, w] → [n, outputs, h, w], for any h and w that the
/// body takes.
public final class DynamicUNet: Module, Layer, GroupedNet {
    public let body: Sequential
    /// The way up, from the smallest size.
    public let levels: [UNetLevel]
    /// A convolution of one pixel: from maps to answers.
    public let last: Conv2d
    /// For each level, the layer of the body whose input comes across; 0 is the first, whose input is the picture.
    public let crossings: [Int]
    /// The layers of the body in each of its groups.
    private let bodyGroups: [Range<Int>]
    /// For a file.
    let bodyName: String, least: Int

    /// - Parameters:
    ///   - body: shared, not copied.
    ///   - outputs: how many numbers each pixel gets.
    ///   - least: a level has as many maps as come across to it, but not fewer than this.
    ///   - random: where the initial values of all but the body come from.
    public init(_ body: Body, outputs: Int, least: Int = 16, using random: inout some RandomNumberGenerator) {
        require(
            outputs > 0 && least > 0, "a DynamicUNet with \(outputs) outputs and at least \(least) maps",
            "both have to be above 0")
        (self.body, bodyGroups) = (body.layers, body.groups)
        (bodyName, self.least) = (body.name, least)
        let shapes = shapesThrough(body.layers)
        crossings = sizeChanges(in: shapes).reversed()
        require(
            !crossings.isEmpty, "a DynamicUNet on the body “\(body.name)”", "no layer of it makes pictures smaller",
            try: "a body with strides or pooling")
        var (below, height) = (body.channels, shapes.last![2])
        var levels: [UNetLevel] = []
        for place in crossings {
            let (across, target) = (shapes[place][1], shapes[place][2])
            let width = max(across, least)
            let factor = max(1, Int((Double(target) / Double(height)).rounded()))
            levels.append(UNetLevel(below: below, across: across, width: width, factor: factor, using: &random))
            (below, height) = (width, target)
        }
        self.levels = levels
        last = Conv2d(below, outputs, kernel: 1, using: &random)
        last.weight.initialize(.kaimingNormal(), using: &random)
        last.bias!.assign(.zeros(outputs))
    }

    public func forward(_ x: Tensor) -> Tensor {
        var (value, kept) = (x, [Int: Tensor]())
        for (place, layer) in body.layers.enumerated() {
            if crossings.contains(place) { kept[place] = value }
            value = layer(value)
        }
        for (level, place) in zip(levels, crossings) {
            value = level(CrossedMaps(below: value, across: kept[place]!))
        }
        return last(value)
    }

    /// The parameter groups of the body, and the way up.
    public var groups: [[Module]] { bodyGroups.map { Array(body.layers[$0]) } + [levels + [last]] }
}

/// The shapes of a picture on its way: before the first layer, and after each. Nothing of the layers changes.
func shapesThrough(_ layers: Sequential, size: Size2D = 128) -> [[Int]] {
    // From the outside in: what is said to a module is said to its parts.
    let modes = layers.namedModules.map { ($0.module, $0.module.isTraining) }
    layers.eval()
    defer { for (module, isTraining) in modes { if isTraining { module.train() } else { module.eval() } } }
    return noGrad {
        var value = Tensor.zeros(1, 3, size.height, size.width)
        return [value.shape]
            + layers.layers.map { layer in
                value = layer(value)
                return value.shape
            }
    }
}

/// The layers that give smaller maps than they get, by the shapes before the first and after each.
func sizeChanges(in shapes: [[Int]]) -> [Int] {
    (0..<shapes.count - 1).filter { shapes[$0 + 1][2] < shapes[$0][2] || shapes[$0 + 1][3] < shapes[$0][3] }
}
