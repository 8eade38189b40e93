// Weights that others have published, and pictures to try them on, where they are at hand.

import Common
import Datasets
import Foundation
import Layers
import Notebook
import Safetensors
import Tensors
import Training

/// A net that others have trained.
struct PublishedNet {
    let net: CIFARResNet
    /// "ResNet-20"
    let name: String
}

extension ResidualNets {
    /// ResNet-20 and ResNet-56 for CIFAR-10 from the data folder's `weights`; nil if they are not there.
    /// - Throws: `SafetensorsError` or `Refusal` if a file is there and does not fit.
    var cifarNets: [PublishedNet]? {
        get throws {
            try run.once { () -> [PublishedNet]? in
                guard let folder = try run.locator.find("weights").found?.folder else { return nil }
                var nets: [PublishedNet] = []
                for blocks in [3, 9] {
                    let depth = 6 * blocks + 2
                    let file = folder.appending(path: "resnet\(depth)-cifar10.safetensors")
                    guard FileManager.default.fileExists(atPath: file.path) else { return nil }
                    var random = run.random
                    let net = CIFARResNet(blocks: blocks, using: &random)
                    let tensors = try SafetensorsFile(reading: file).tensors
                    try refuseWhatNoNetHas(tensors, in: file.path)
                    do { try net.load(torchTensors: tensors) } catch { throw Refusal("\(file.path): \(error)") }
                    nets.append(PublishedNet(net: net, name: "ResNet-\(depth)"))
                }
                return nets
            }
        }
    }

    /// Real pictures [n, 3, 32, 32] from 0 to 1, and 0 for an airplane, 1 for a bird; nil if they are not there. Files
    /// that cannot be read are passed over.
    /// - Parameters:
    ///   - part: "train" or "test".
    ///   - limit: how many at most, half of each kind.
    func birdsAndAirplanes(in part: String, atMost limit: Int) throws -> (pixels: Tensor, labels: [Int])? {
        guard let folder = try run.locator.find("cifar_birds_airplanes").found?.folder else { return nil }
        let place = folder.appending(path: part)
        guard isFolder(place) else { return nil }
        let files = try ImageFolder(place, only: ["airplane", "bird"])
        let chosen = (0..<2).flatMap { kind in
            files.labels.indices.filter { files.labels[$0] == kind }.prefix(limit / 2)
        }
        let found = try ReadPhotos(of: files, chosen, atLeast: 32) { photo in ByteTensor((presized(photo, to: 32) * 255).rounded()) }
        warn(found.notice)
        return (Tensor(found.bytes) / 255, found.labels)
    }

    /// Some of the pictures that the nets have learned from.
    var pictureTrials: (pixels: Tensor, labels: [Int])? {
        get throws {
            try run.once { try birdsAndAirplanes(in: "train", atMost: run.size(quick: 100, usual: 300, full: 2000)) }
        }
    }

    /// The scale of pixels with the lowest loss; nil without the files.
    var bestScale: PixelScale? {
        get throws { try scaleLosses.map { losses in PixelScale.common[lowest(losses)] } }
    }

    /// The treatment of pictures with the lowest loss; nil without the files.
    var bestTreatment: Treatment? {
        get throws { try treatmentLosses.map { losses in Treatment.all[lowest(losses)] } }
    }

    /// How many pictures the nets are tried on at the end.
    var testPictures: Int { run.size(quick: 100, usual: 2000) }

    /// The place of the lowest number.
    func lowest(_ losses: [Float]) -> Int { losses.indices.min { losses[$0] < losses[$1] }! }

    /// What a net in use says about pictures [n, 3, h, w], which are prepared and scored in batches.
    func scored(_ net: CIFARResNet, _ pictures: Tensor, prepared prepare: (Tensor) -> Tensor = { $0 }) -> Tensor {
        net.eval()
        return noGrad { .cat(pictures.split(every: 100).map { net(prepare($0)) }) }
    }

    /// The cross-entropy over all ten classes; labels 0 for an airplane, 1 for a bird.
    func lossOfTenClasses(_ scores: Tensor, _ labels: [Int]) -> Float {
        crossEntropy(scores, IntTensor(labels.map { 2 * $0 })).item
    }
}
