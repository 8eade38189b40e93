// # How a net wants its pixels
//
// Section 14.9 · After this page you can load the weights of others, and find out by measurement on which scale a net
// expects its pictures.

import Figures
import Foundation
import Layers
import Notebook
import Tensors
import Training

// Yerlan Idelbayev has trained such nets for CIFAR-10 and published their weights (2018). If the folder of `--data` has
// them (`weights/resnet20-cifar10.safetensors` and `…56…`), and real pictures of birds and airplanes, then we let them
// tell the one from the other. `cifarNets` are the two nets: loading takes a line for each.
//
// But on which scale does a net expect its pixels? The file does not say. Nothing breaks if it is wrong; the answers
// are only worse, and few notice. So we ask the net. Here are common scales, each a mean that is subtracted and a
// deviation that is divided by, for pixels from 0 to 1:

/// A way to bring pixels to the scale of a net.
public struct PixelScale: Sendable {
    public let name: String
    public let mean, deviation: [Float]

    /// pixels [n, 3, h, w], 0...1
    public func callAsFunction(_ pixels: Tensor) -> Tensor {
        (pixels - Tensor(mean).reshaped(3, 1, 1)) / Tensor(deviation).reshaped(3, 1, 1)
    }

    public static let common = [
        PixelScale(name: "0 to 255", mean: [0, 0, 0], deviation: [Float](repeating: 1 / 255, count: 3)),
        PixelScale(name: "0 to 1", mean: [0, 0, 0], deviation: [1, 1, 1]),
        PixelScale(name: "-1 to 1", mean: [0.5, 0.5, 0.5], deviation: [0.5, 0.5, 0.5]),
        PixelScale(
            name: "statistics of CIFAR-10", mean: [0.4914, 0.4822, 0.4465], deviation: [0.247, 0.2435, 0.2616]),
        imageNet,
    ]

    /// What is known about ImageNet's photographs (section 14.1).
    public static let imageNet = PixelScale(
        name: "statistics of ImageNet", mean: [0.485, 0.456, 0.406], deviation: [0.229, 0.224, 0.225])
}

// The small net, ResNet-20, is asked; the other has learned from the same pictures. It is shown pictures that it has
// learned from, and with the right scale it should be surest about them: its cross-entropy over all ten classes is the
// lowest. `scaleLosses` has one for each scale:

extension ResidualNets {
    /// The loss of ResNet-20 on training pictures for each of the common scales; nil without the files.
    var scaleLosses: [Float]? {
        get throws {
            try run.once {
                guard let net = try cifarNets?[0].net, let pictures = try pictureTrials else { return nil }
                return PixelScale.common.map { lossOfTenClasses(scored(net, $0(pictures.pixels)), pictures.labels) }
            }
        }
    }

    func howTheyWantTheirPixels() throws {
        guard let losses = try scaleLosses else {
            return show("(No weights, or no pictures of birds and airplanes: `--data DIR` names the folder of both.)")
        }
        var table = TextTable(["scale of the pixels", "loss of ResNet-20"], decimals: 3)
        for (scale, loss) in zip(PixelScale.common, losses) { table.add(scale.name, loss) }
        show(table, "Pictures that the net has learned from")

        // The lowest is taken from here on. (The author's own program says that he used the statistics of ImageNet,
        // though the pictures are CIFAR's. No picture of the test has been looked at.)
    }
}
