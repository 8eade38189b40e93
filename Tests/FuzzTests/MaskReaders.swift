// Files of nets for masks.

import Foundation
import Layers
import Tensors
import TestSupport
import Vision

extension FuzzedReader {
    static let unetModel = FuzzedReader(
        description: "U-Net", inputs: [exportedUNet()], path: "a.safetensors", repaired: repairedSafetensors, cost: 2
    ) { file, _ in _ = try UNetModel<MaskBlock>(file, architectures: [smallBody]) }
}

/// A body of a single layer.
private let smallBody = Architecture("small") { random in
    Body(Sequential(Conv2d(3, 2, kernel: 3, stride: 2, padding: 1, bias: false, using: &random)), name: "small")
}

/// The file of a U-Net that has learned nothing.
private func exportedUNet() -> [UInt8] {
    var random = SplitMix64(seed: 1)
    let photos = ["a", "b", "c", "d"]
    let plan = DataBlock(
        target: MaskBlock(codes: ["x", "y"]), items: { _ in photos }, splitter: .index([0]),
        getX: { _ in Photo(height: 8, width: 8, pixels: Array(repeating: 0, count: 192)) },
        getY: { _ in Mask(height: 8, width: 8, codes: Array(repeating: 1, count: 64)) }, item: Resize(8))
    let bytes = try? withFolder { folder in
        let data = try plan.loaders(of: photos, using: &random)
        let file = folder.appending(path: "a.safetensors")
        try unetLearner(data, body: smallBody.body(using: &random), least: 2, using: &random).export(to: file)
        return try [UInt8](Data(contentsOf: file))
    }
    return bytes ?? []
}
