// # Two plain heads
//
// Section 15.2 · After this page you can build a head that makes masks, from copies or from transposed convolutions,
// and say what such a head does not see.

import Common
import Figures
import Layers
import Notebook
import Tensors
import Vision

// Now all is there for a first head that makes masks: double and convolve, as often as the body has halved. A last
// convolution with a kernel of one pixel gives the scores of the classes. Both plain ways up, copies and transposed
// convolutions, fit into one function, `plainNet`. Its levels are as wide as those of the U-Net that follows
// (`widthsOfLevels`; none has fewer than `leastMaps`), so that later on not the number of channels makes the
// difference.

extension Architectures {
    /// How few maps a level may have.
    var leastMaps: Int { run.size(quick: 4, usual: 8, full: 16) }

    /// How many maps the levels of a U-Net on this body have, from the smallest size on.
    func widthsOfLevels(_ body: Body) -> [Int] {
        var random = SplitMix64(seed: 0)
        return DynamicUNet(body, outputs: 1, least: leastMaps, using: &random).levels.map(\.width)
    }

    /// A net of a body and a head that goes up from its last maps, and knows nothing else of the picture.
    func plainNet(_ way: WayUp, _ body: Body, outputs: Int, using random: inout SplitMix64) -> TransferNet {
        let widths = widthsOfLevels(body)
        var (layers, below) = ([any Layer<Tensor, Tensor>](), body.channels)
        func convolution(_ before: Int, _ after: Int, kernel: Size2D = 3) -> Conv2d {
            let convolution = Conv2d(
                before, after, kernel: kernel, padding: kernel == 3 ? 1 : 0, bias: kernel == 1, using: &random)
            convolution.weight.initialize(.kaimingNormal(), using: &random)
            return convolution
        }
        for width in widths {
            if way == .copied {
                layers += [Upsample(by: 2), convolution(below, width)]
            } else {
                layers.append(
                    ConvTranspose2d(
                        below, width, kernel: 3, stride: 2, padding: 1, outputPadding: 1, bias: false, using: &random))
            }
            layers += [
                BatchNorm2d(width, activation: .relu), convolution(width, width), BatchNorm2d(width, activation: .relu),
            ]
            below = width
        }
        return TransferNet(body, head: Sequential(layers + [convolution(below, outputs, kernel: 1)]))
    }

    func headsInShapes() throws {
        // The body is the small net that has learned from generated scenes; it halves four times. (With MobileNetV2 or
        // a ResNet a training takes ten times as long, and this section has a dozen of them.)
        var random = run.random
        let size = try streetSize
        let body = try smallPretrained.body()
        let outputs = try maskBlock.outputs
        let x = Tensor.zeros(1, 3, size.height, size.width)
        var table = TextTable(["way up", "from", "to", "parameters of the head"])
        for way in [WayUp.copied, .transposed] {
            let net = plainNet(way, body, outputs: outputs, using: &random)
            net.eval()
            let features = noGrad { net.body(x) }
            table.add(
                way.rawValue, "\(features.shape)", "\(noGrad { net.head(features) }.shape)",
                "\(net.head.parameterCount)")
        }
        show(
            table, "Two heads on \(try smallPretrained.title)",
            predict: .shape(
                "\(size.height) × \(size.width) pixels, \(outputs) classes. What is the shape of the scores?",
                [1, outputs, size.height, size.width]))
    }

    func plainHeadsTrained() throws {
        // Both are trained as usual: cross-entropy over all pixels, one cycle, lower rates for the body. Over several
        // seeds, beside the most frequent class everywhere:
        let (results, block) = (try trainedWays, try maskBlock)
        var table = TextTable(["way up", "pixel accuracy", "mean IoU"], decimals: 3)
        for way in [WayUp.copied, .transposed] {
            table.add(
                way.rawValue, Spread(results.map { $0[way]!.counts.accuracy }),
                Spread(results.map { $0[way]!.counts.meanIntersectionOverUnion }))
        }
        show(table, "Two plain heads after \(counted(epochsOfWays, "epoch")), on \(streetName)")
        let places = try judgedStreets.colourful(run.size(quick: 1, usual: 3))
        let rows = try places.flatMap { place -> [Raster] in
            let picture = try judgedStreets.pictures[place].raster
            let masks = [
                try judgedStreets.masks[place], results[0][.copied]!.masks[place],
                results[0][.transposed]!.masks[place],
            ]
            return [picture] + masks.map { block.drawn($0, on: picture, isPrediction: true) }
        }
        show(
            ImageGrid(
                rows + [block.legend],
                titles: places.flatMap { _ in ["picture", "what is true", "copies", "transposed"] }, columns: 4,
                cellSize: 220), "What the two plain heads say")

        // What is large is roughly there, and its outline is a blot. To these heads, a cell of 16 × 16 pixels is one
        // list of numbers, and where in the cell something is they have to guess.
    }
}
