// What others make of the same photo: PyTorch, torchvision and Pillow. Tools/vision_golden.py asks them.

import Foundation
import Safetensors
import Tensors
import TestSupport
import Testing

@testable import Vision

private let file = Result { try SafetensorsFile(reading: fixture("Vision/pictures.safetensors")) }

/// The numbers of a name.
private func golden(_ name: String) throws -> Tensor { try file.get().tensor(name) }

/// The bytes of a name, [height, width, 3].
private func goldenPhoto(_ name: String) throws -> Photo {
    let bytes = try file.get().bytes(name)
    return Photo(height: bytes.shape[0], width: bytes.shape[1], pixels: bytes.scalars)
}

/// The part of a name in another size, by our own weights.
private func part(_ name: String, size: Size2D) throws -> Photo {
    let box = try golden("parts/\(name)/box").scalars.map(Double.init)
    let region = Region(x: box[0], y: box[1], width: box[2], height: box[3])
    return try goldenPhoto("photo").framed(Framing(region, size: size))
}

@Suite struct `Transforms beside PyTorch's` {
    @Test(
        arguments: ["turn", "turn and zoom", "shear", "far away", "warp", "half"], PaddingMode.allCases)
    func `a map of the plane gives the numbers of grid_sample`(_ name: String, _ padding: PaddingMode) throws {
        let matrix = try golden("maps/\(name)/matrix").scalars.map(Double.init)
        let expected = try golden("maps/\(name)/\(padding.rawValue)")
        let told = Told(map: PlaneMap(matrix), size: Size2D(expected.shape[1], expected.shape[2]))
        let (picture, _) = changed(try goldenPhoto("photo"), told, padding: padding)
        expectClose(picture, expected, absolute: 1e-5, relative: 0)
    }

    @Test(
        arguments: [
            "whole, smaller", "whole, larger", "part, smaller", "part, larger", "wider and lower", "between pixels",
        ])
    func `a part in another size is Pillow's, but for its rounding between two steps`(_ name: String) throws {
        let expected = try goldenPhoto("parts/\(name)/pillow")
        #expect(difference(try part(name, size: expected.size), expected) <= 1)
    }

    // torchvision cuts the part out first. So at its edge, pixels beside the part do not count there, and do here.
    @Test(arguments: ["whole, smaller", "whole, larger", "part, smaller", "part, larger", "wider and lower"])
    func `a part in another size is torchvision's, away from its edge`(_ name: String) throws {
        let expected = try golden("parts/\(name)/torchvision")
        let (height, width) = (expected.shape[1], expected.shape[2])
        let found = Tensor(try part(name, size: Size2D(height, width)).bytes).permuted(2, 0, 1)
        let edge = name.hasPrefix("whole") ? 0 : height > 20 ? 3 : 1
        let inner = [0..<3, edge..<height - edge, edge..<width - edge].map { $0 }
        let differences = (found - expected).abs()
        #expect(differences[inner[0], inner[1], inner[2]].max().item < 0.502)
    }

    @Test(arguments: [Size2D(375, 500), Size2D(400, 120)])
    func `random parts are spread as torchvision's are`(_ size: Size2D) throws {
        var random = SplitMix64(seed: 1)
        let crop = RandomResizedCrop(160)
        let parts = (0..<20_000).map { _ in crop.framing(of: size, isTraining: true, using: &random).region }
        let (height, width) = (Double(size.height), Double(size.width))
        let found: [String: [Double]] = [
            "area": parts.map { $0.width * $0.height / (width * height) },
            "shape": parts.map { log($0.width / $0.height) },
            "x": parts.map { $0.x / width }, "y": parts.map { $0.y / height },
        ]
        for (name, values) in found {
            let expected = try golden("crops/\(size.height)x\(size.width)/\(name)").scalars.map(Double.init)
            let sorted = values.sorted()
            let quantiles = (1...19).map { sorted[$0 * 999 + $0] }
            expectClose(quantiles, expected, absolute: 0.015, relative: 0, name)
        }
    }
}
