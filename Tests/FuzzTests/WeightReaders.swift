// Files of weights, as modules load them; and a file of a net that knows ImageNet, of which only the names fit.

import Foundation
import Layers
import Safetensors
import Tensors
import TestSupport

extension FuzzedReader {
    /// The state of a module, all of it and what fits of it.
    static let moduleState = FuzzedReader(
        description: "state of a module", inputs: [written { try net().save(to: $0) }], path: "a.safetensors",
        repaired: repairedSafetensors
    ) { file, _ in
        _ = try net().loadWhatFits(from: file)
        try loading(into: net()) { try $0.load(from: file) }
    }

    /// The same by the names of PyTorch.
    static let torchState = FuzzedReader(
        description: "weights by the names of PyTorch", inputs: [written { try net().save(torchFile: $0) }],
        path: "a.safetensors", repaired: repairedSafetensors
    ) { file, _ in try loading(into: net()) { try $0.load(torchFile: file) } }

    /// Nothing of this length holds a whole net, so the best that can be read is a file of which some names fit.
    static let publishedWeights = FuzzedReader(
        description: "weights of EfficientNet",
        inputs: [
            written { try SafetensorsFile(["_bn0.weight": .ones(32), "_fc.bias": .zeros(2)]).write(to: $0) }
        ], path: "a.safetensors", repaired: repairedSafetensors
    ) { file, _ in
        do { try Published.efficientNet.load(publishedFile: file) } catch is StateMismatch {}
    }

    static let mobileWeights = FuzzedReader(
        description: "weights of MobileNet",
        inputs: [
            written {
                try SafetensorsFile(["features.0.1.weight": .ones(32), "features.0.0.bias": .zeros(2)]).write(to: $0)
            }
        ], path: "a.safetensors", repaired: repairedSafetensors
    ) { file, _ in
        do { try Published.mobileNet.loadFeatures(torchFile: file) } catch is StateMismatch {}
    }

    private static func net() -> Sequential {
        var random = SplitMix64(seed: 1)
        return Sequential(Linear(2, 3, using: &random), BatchNorm1d(3), Linear(3, 1, using: &random))
    }

    /// A file that does not fit changes nothing, and the error names it.
    private static func loading(into net: Sequential, _ load: (Sequential) throws -> Void) throws {
        let before = net.stateDictionary.mapValues(\.scalars)
        do { try load(net) } catch {
            if net.stateDictionary.mapValues(\.scalars) != before { throw Broken(description: "is loaded in part") }
            throw error
        }
    }
}

/// Nets that no case changes, since none of them fits.
private enum Published {
    nonisolated(unsafe) static let efficientNet: EfficientNetLite0 = {
        var random = SplitMix64(seed: 1)
        return EfficientNetLite0(classes: 2, using: &random)
    }()
    nonisolated(unsafe) static let mobileNet: MobileNetV2 = {
        var random = SplitMix64(seed: 1)
        return MobileNetV2(classes: 2, using: &random)
    }()
}
