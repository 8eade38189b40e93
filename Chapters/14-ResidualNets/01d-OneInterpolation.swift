// # One interpolation
//
// Section 14.1 · After this page you have measured what interpolating costs, and have the random changes of pictures
// that the book trains with.

import Common
import Figures
import Foundation
import Layers
import Notebook
import Tensors
import Training

// What does every further interpolation cost? Section 5.2 has asked the engine's transforms; now ask ours. `sharpness`
// measures how much neighbouring pixels differ. Wherever colours are mixed, it falls:

/// The mean difference of neighbouring pixels: x [n, channels, h, w] → 0...1 for pixels from 0 to 1
public func sharpness(_ x: Tensor) -> Float {
    let (height, width) = (x.shape[2], x.shape[3])
    let across = (x[0..., 0..., 0..., 1..<width] - x[0..., 0..., 0..., 0..<width - 1]).abs().mean().item
    let down = (x[0..., 0..., 1..<height] - x[0..., 0..., 0..<height - 1]).abs().mean().item
    return (across + down) / 2
}

// Try it on a few validation pictures, `someValid`:

extension ResidualNets {
    /// Some validation pictures, as pixels from 0 to 1 [n, 3, 64, 64].
    private var someValid: Tensor {
        get throws {
            let inputs = try validPictures.inputs
            return pixelScale(inputs[0..<min(30, inputs.shape[0])])
        }
    }

    func oneAfterTheOther() throws {
        // Four changes that undo each other: turned by 20 degrees, cut, widened again, and turned back. Once one after
        // the other, each made of the picture before; once with one map, the product of the four. (The first change
        // stands to the left, since places go the way back.) `changed` looks a picture up through a map:
        let x = try someValid
        let changes = [
            PlaceMap.turned(by: 20), PlaceMap.part(0.8, 0.8), PlaceMap.part(1.25, 1.25), PlaceMap.turned(by: -20),
        ]
        func changed(_ x: Tensor, _ map: Tensor) -> Tensor {
            lookedUp(x, map.expanded(to: [x.shape[0], 3, 3]), side: 64)
        }
        let four = changes.reduce(x, changed)
        let one = changed(x, changes.dropFirst().reduce(changes[0]) { $0.matmul($1) })
        let pictures = (0..<2).flatMap { place in [x, four, one].map { Raster($0[place]) } }
        show(
            ImageGrid(
                pictures, titles: ["the picture", "four times", "once"], columns: 3),
            "Turned, cut, widened and turned back, on \(dataName)")
        var table = TextTable(["pictures", "sharpness", "mean distance from the first"], decimals: 4)
        for (name, y) in [("as they are", x), ("four interpolations", four), ("one interpolation", one)] {
            table.add(name, sharpness(y), (y - x).abs().mean().item)
        }
        show(
            table, "what interpolating costs, on \(dataName)",
            predict: .change(
                "Four changes that undo each other, one after the other. The sharpness of the pictures …",
                from: sharpness(x), to: sharpness(four)))

        // As one map the four do nothing at all. One after the other they blur, and at the edges they lose what was
        // out of the frame in between.
    }

    func morePixelsThanNeeded() throws {
        // The same holds for the size. A net for 32 × 32 pixels should see the middle of a picture, half as wide and
        // half as high. In a picture of 64 × 64 there are as many pixels as that. In one that was brought to 32 × 32
        // first, they have to be made up:
        let x = try someValid
        let map = PlaceMap.part(0.5, 0.5).expanded(to: [x.shape[0], 3, 3])
        let (large, small) = (lookedUp(x, map, side: 32), lookedUp(x.averagePooled(2), map, side: 32))
        show(
            ImageGrid(
                (0..<2).flatMap { [Raster(x[$0]), Raster(large[$0]), Raster(small[$0])] },
                titles: ["the picture", "cut from 64", "cut from 32"], columns: 3),
            "The middle of two pictures in 32 × 32 pixels, on \(dataName)")
        show(
            fixed(sharpness(small) / sharpness(large), 3), "sharpness of the cut from 32 × 32, as a share of the other",
            predict: .yesNo(
                "The middle is cut from a picture that was made small before. Is it as sharp as that of the large one?",
                sharpness(small) >= sharpness(large)))
    }
}

// So changes are made while the pictures are large, and all of them in one look. `Augmentation` says how large they may
// be, with the book's numbers, and draws them. With the light it is as with the places: making brighter and stronger is
// computed once for both, and on a scale without ends, the logit ln(p / (1 − p)), so that no pixel leaves the range
// from 0 to 1. There brightness is added and contrast multiplies, by `lit`:

/// How pictures are changed at random. (The book's `aug_transforms`, with its usual numbers and `min_scale=0.5`.)
public struct Augmentation: Sendable {
    /// The smallest part of the picture's area that a cut leaves. Its width and height differ by a third at most, and
    /// less where the picture would not be wide or high enough.
    public var leastArea = 0.5
    /// In degrees; by how much a picture is enlarged; how much nearer one side is; how much lighter or darker.
    public var mostTurn = 10.0, mostZoom = 1.1, mostTilt = 0.2, mostLight = 0.2
    /// How often a picture is turned, and so on. It is always cut.
    public var chance = 0.75
    /// Whether every second picture is mirrored.
    public var mirrors = true

    public init() {}

    /// Cuts and mirrors only, as `RandomCrops` does.
    public static let cuts: Augmentation = {
        var cuts = Augmentation()
        cuts.chance = 0
        return cuts
    }()

    /// A random number of a range, or else `none`.
    private func drawn(_ most: ClosedRange<Double>, else none: Double, _ random: inout SplitMix64) -> Float {
        let (number, isDrawn) = (random.uniform(), random.uniform() < chance)
        return Float(isDrawn ? most.lowerBound + number * (most.upperBound - most.lowerBound) : none)
    }

    /// A map that cuts, mirrors, tilts, enlarges and turns [3, 3].
    public func map(using random: inout SplitMix64) -> Tensor {
        let area = leastArea + (1 - leastArea) * random.uniform()
        let ratio = exp((2 * random.uniform() - 1) * min(log(4.0 / 3), -log(area)))
        let (width, height) = (min(1, (area * ratio).squareRoot()), min(1, (area / ratio).squareRoot()))
        let (x, y) = ((2 * random.uniform() - 1) * (1 - width), (2 * random.uniform() - 1) * (1 - height))
        let sign = random.uniform() < 0.5 && mirrors ? -1.0 : 1
        let zoom = 1 / drawn(1...mostZoom, else: 1, &random)
        let turn = drawn(-mostTurn...mostTurn, else: 0, &random)
        let tilt = (
            drawn(-mostTilt...mostTilt, else: 0, &random), drawn(-mostTilt...mostTilt, else: 0, &random)
        )
        return PlaceMap.part(Float(sign * width), Float(height), x: Float(x), y: Float(y))
            .matmul(PlaceMap.tilted(x: tilt.0, y: tilt.1)).matmul(PlaceMap.part(zoom, zoom))
            .matmul(PlaceMap.turned(by: turn))
    }

    /// A contrast, around 1, and a brightness, around 0.
    public func light(using random: inout SplitMix64) -> [Float] {
        let most = log((1 + mostLight) / (1 - mostLight))
        let brightness = drawn(-most...most, else: 0, &random)
        return [exp(drawn(log(1 - mostLight)...(-log(1 - mostLight)), else: 0, &random)), brightness]
    }
}

/// Pixels in another light: x [n, channels, h, w] from 0 to 1, contrast and brightness of each picture [n, 2]
public func lit(_ x: Tensor, _ lights: Tensor) -> Tensor {
    let pixels = x.clamped(min: 0.001, max: 0.999)
    let (contrast, brightness) = (lights[0..., 0].reshaped(-1, 1, 1, 1), lights[0..., 1].reshaped(-1, 1, 1, 1))
    return (contrast * (pixels / (1 - pixels)).log() + brightness).sigmoid()
}
