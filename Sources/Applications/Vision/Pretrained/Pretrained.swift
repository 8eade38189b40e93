// The part of a net that has learned from other pictures before, and what it is.

import Common
import Datasets
import Foundation
import Layers
import Notebook
import Safetensors
import Tensors

/// A body that has learned something, and what it is.
public struct Pretrained {
    /// For tables and charts: "MobileNetV2, pretrained on ImageNet".
    public let title: String
    public let architecture: Architecture
    /// All its numbers by name.
    public let state: [String: Tensor]
    /// How large a photo is after the item transform, and as the net sees it.
    public let presize, size: Int

    /// - Parameter state: all numbers of the body by name, as `Module.stateDictionary` gives them.
    public init(title: String, architecture: Architecture, state: [String: Tensor], presize: Int, size: Int) {
        (self.title, self.architecture, self.state) = (title, architecture, state)
        (self.presize, self.size) = (presize, size)
    }

    /// Whether it has learned from photos, and much.
    public var isLarge: Bool { architecture.name == "mobilenetv2" }

    /// A copy of the body: training it leaves the others as they are.
    public func body() -> Body {
        var random = SplitMix64(seed: 0)  // every number is replaced
        var body = architecture.body(using: &random)
        body.isPretrained = true
        do { try body.layers.load(state) } catch {
            stop("the pretrained body of “\(title)”", "\(error)")
        }
        return body
    }

    /// The same layers with new numbers, which have not learned anything.
    public func untrained(using random: inout SplitMix64) -> Body { architecture.body(using: &random) }
}

extension Pretrained {
    /// MobileNetV2 with ImageNet's weights.
    /// - Throws: `SafetensorsError`, `TorchFileError`, `StateMismatch` or ``PhotoProblem`` for a file that does not
    ///   hold them; each names the file.
    public init(mobileNet file: URL, presize: Int, size: Int) throws {
        var random = SplitMix64(seed: 0)
        let net = MobileNetV2(using: &random)
        try net.loadFeatures(torchFile: file)
        try requireNumbers(net.features, in: file)
        self.init(
            title: "MobileNetV2, pretrained on ImageNet",
            architecture: .mobileNetV2, state: net.features.stateDictionary, presize: presize, size: size)
    }

    /// Where ImageNet's weights for MobileNetV2 are on this machine: in a folder `weights` of the data, or as
    /// `swift run data get mobilenet_v2` has fetched them.
    public static func mobileNetFile(_ locator: DataLocator) throws -> URL? {
        let files = FileManager.default
        if let folder = locator.locate("weights")?.url {
            let file = folder.appending(path: "mobilenetv2-imagenet-body.safetensors")
            if files.fileExists(atPath: file.path) { return file }
        }
        guard let folder = locator.locate("mobilenet_v2")?.url else { return nil }
        let all = try? files.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        return all?.first { $0.pathExtension.lowercased() == "pth" }
    }
}

extension Pretrained {
    /// The best body that this machine has for a run: MobileNetV2 for real photos, where ImageNet's weights are here;
    /// else the small net that learns from generated scenes.
    /// - Throws: as ``init(mobileNet:presize:size:)``.
    public static func best(of run: Run, photosAreReal: Bool) throws -> Pretrained {
        if photosAreReal, let file = try mobileNetFile(run.locator) {
            return try Pretrained(
                mobileNet: file, presize: run.size(quick: 48, usual: 160), size: run.size(quick: 32, usual: 128))
        }
        return try small(for: run)
    }
}

/// Refuses weights that are no numbers: with one of them, a net says nothing, or is quite sure of nonsense.
func requireNumbers(_ net: Module, in file: URL) throws {
    for (name, values) in net.stateDictionary.sorted(by: { $0.key < $1.key }) {
        let good = ((values * 0) .== 0).trueCount  // NaN and ∞ times 0 are NaN
        guard good == values.count else {
            throw PhotoProblem(
                file.path,
                "\(values.count - good) of the \(counted(values.count, "value")) of \(name) are NaN or infinite",
                try: "fetch the file again: these are no weights of a trained net")
        }
    }
}
